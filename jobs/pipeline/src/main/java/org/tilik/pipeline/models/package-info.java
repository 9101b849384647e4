// SPDX-License-Identifier: GPL-3.0-or-later
/** Where models lie, and how they are told from each other. */
package org.tilik.pipeline.models;
