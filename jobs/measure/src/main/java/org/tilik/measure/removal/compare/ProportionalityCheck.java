// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import java.util.List;

/**
 * Whether hazards are proportional: small p values say they are not.
 *
 * @param terms one for each covariate, in order
 * @param global all covariates together
 */
public record ProportionalityCheck(List<Term> terms, RegressionTest global) {

    /** The test of one covariate. */
    public record Term(String name, RegressionTest test) {}
}
