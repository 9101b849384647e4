// SPDX-License-Identifier: GPL-3.0-or-later
/** Samples for people who code by hand, and what they made of them. */
package org.tilik.pipeline.audit;
