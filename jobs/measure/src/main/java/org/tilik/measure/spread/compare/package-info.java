// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Who copies, whether the trees of two groups differ in shape, on which platform a content was first, and what a sample of
 * posts can say.
 */
package org.tilik.measure.spread.compare;
