// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

/** What the errors of coefficients take as independent. */
public enum RegressionVariance {
    /** Items, as the model has it. */
    MODEL,
    /** Items, as sums of their contributions to the slope, the weights of those gone by other causes being estimated. */
    ITEM_ROBUST,
    /** Families: the sandwich I⁻¹ (Σ_f u_f u_f') I⁻¹ of the sums of their items' contributions to the slope. */
    FAMILY_ROBUST
}
