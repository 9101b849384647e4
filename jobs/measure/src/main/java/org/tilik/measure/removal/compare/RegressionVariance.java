// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

/** What the errors of coefficients take as independent. */
public enum RegressionVariance {
    /** Items, as the model has it. */
    MODEL,
    /** Families: the sandwich I⁻¹ (Σ_f u_f u_f') I⁻¹ of the sums of their items' contributions to the slope. */
    FAMILY_ROBUST
}
