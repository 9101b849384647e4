// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

/**
 * What is known of families of items whose rows carry, as family numbers, random groups of whole families.
 *
 * @param effectiveNumber number of equally large families that would be as informative (Kish)
 * @param anyFamily whether some family has more than one item
 */
public record IndependentGroups(double effectiveNumber, boolean anyFamily) {}
