// SPDX-License-Identifier: GPL-3.0-or-later
/** Texts that are nearly the same: shingles, candidates by MinHash, similarity, agreement of two partitions. */
package org.tilik.measure.spread.variants;
