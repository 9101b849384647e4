// SPDX-License-Identifier: GPL-3.0-or-later
/** What Flink must know about values that are never changed once made. */
package org.tilik.pipeline.types;
