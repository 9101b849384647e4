// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

/**
 * What the partial likelihood makes of items that went at one time.
 *
 * <pre>
 * EFRON      they went in some order, and each stays half at risk until its turn on average
 * BRESLOW    all stay at risk until the last has gone: shrinks estimates when ties are many
 * EXACT      time is discrete: these items out of all sets of so many; takes time of items × ties at each time
 * </pre>
 *
 * <p>Efron, The efficiency of Cox's likelihood function for censored data, 1977, doi:10.1080/01621459.1977.10480613;
 * Breslow, Covariance analysis of censored survival data, 1974, doi:10.2307/2529620; Cox, Regression models and
 * life-tables, 1972, doi:10.1111/j.2517-6161.1972.tb00899.x (EXACT), by the recursion of Gail, Lubin and Rubinstein,
 * Likelihood calculations for matched case-control studies and survival studies with tied death times, 1981,
 * doi:10.1093/biomet/68.3.703.
 */
public enum Ties {
    EFRON,
    BRESLOW,
    EXACT
}
