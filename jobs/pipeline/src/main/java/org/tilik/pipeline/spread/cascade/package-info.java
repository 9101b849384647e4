// SPDX-License-Identifier: GPL-3.0-or-later
/** Cascades: items joined to what they share, quote and answer, and the trees that come of it. */
package org.tilik.pipeline.spread.cascade;
