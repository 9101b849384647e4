// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Whether groups of items went equally fast, and by how much they differ: rank tests, means, rates and regression.
 *
 * <p>A number that the data cannot give is an {@link org.tilik.measure.removal.compare.Outcome} with its reason.
 */
package org.tilik.measure.removal.compare;
