// SPDX-License-Identifier: GPL-3.0-or-later
/** Families over time: how copies of one content came, on which platforms, and how many of them were there when. */
package org.tilik.pipeline.spread.family;
