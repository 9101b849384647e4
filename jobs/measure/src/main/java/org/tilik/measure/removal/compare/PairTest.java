// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

/**
 * Two groups compared, among several pairs.
 *
 * @param first name of one group
 * @param second name of the other
 * @param p of this pair alone
 * @param adjustedP the same held against all pairs; NaN where p is not defined
 */
public record PairTest(String first, String second, Outcome<Double> p, double adjustedP) {}
