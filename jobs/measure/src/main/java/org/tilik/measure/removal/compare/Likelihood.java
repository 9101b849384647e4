// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

/** A log-likelihood of coefficients, concave, with its derivatives. */
interface Likelihood {

    /** The value and its derivatives at {@code beta}. */
    Derivatives at(double[] beta);

    /** Value, slope, and minus the second derivative. */
    record Derivatives(double value, double[] score, double[][] information) {

        boolean isFinite() {
            boolean finite = Double.isFinite(value);
            for (double u : score) {
                finite &= Double.isFinite(u);
            }
            return finite;
        }
    }
}
