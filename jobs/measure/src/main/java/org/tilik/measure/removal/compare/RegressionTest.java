// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

/** A χ² statistic, its degrees of freedom and its p value. */
public record RegressionTest(double chiSquare, int df, double p) {

    static RegressionTest of(double chiSquare, int df) {
        return new RegressionTest(chiSquare, df, TestResult.chiSquareP(chiSquare, df));
    }
}
