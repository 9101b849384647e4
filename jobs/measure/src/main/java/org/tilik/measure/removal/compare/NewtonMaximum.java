// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

/**
 * The maximum of a concave log-likelihood of standardised covariates, by Newton's steps, halved where they overshoot.
 *
 * <p>It has one only if no combination of covariates orders all events. Without one, steps do not shrink and the
 * information dies out along them: that is told apart from slow convergence, and from covariates that say nothing from
 * the start.
 */
record NewtonMaximum(
        double[] beta, Likelihood.Derivatives atZero, Likelihood.Derivatives atMaximum, double[][] inverse, int steps) {

    private static final int MOST_STEPS = 100;
    private static final int MOST_HALVINGS = 40;
    /** Steps shorter than this, in standard deviations of covariates, end the search. */
    private static final double PRECISION = 1e-9;
    /** Less than this part of the variance that a covariate has alone is left by the others. */
    private static final double NO_VARIANCE = 1e-9;
    /** The part of the first information below which none is left. */
    private static final double NO_INFORMATION = 1e-10;

    static Outcome<NewtonMaximum> of(Likelihood likelihood, int covariates) {
        double[] beta = new double[covariates];
        Likelihood.Derivatives zero = likelihood.at(beta);
        double[] scale = PositiveDefinite.diagonal(zero.information());
        PositiveDefinite information = PositiveDefinite.of(zero.information(), scale, NO_VARIANCE);
        if (information == null) {
            return Outcome.none(Undefined.COLLINEAR_COVARIATES);
        }
        Likelihood.Derivatives here = zero;
        for (int round = 1; round <= MOST_STEPS; round++) {
            double[] step = information.solve(here.score());
            double length = largest(step);
            double[] from = beta;
            double part = 1;
            beta = moved(from, step, part);
            Likelihood.Derivatives next = likelihood.at(beta);
            for (int halving = 0; halving < MOST_HALVINGS && !improves(here, next); halving++) {
                part /= 2;
                beta = moved(from, step, part);
                next = likelihood.at(beta);
            }
            if (!improves(here, next)) {
                return Outcome.none(Undefined.NOT_CONVERGED);
            }
            here = next;
            information = PositiveDefinite.of(here.information(), scale, NO_INFORMATION);
            if (information == null) {
                return Outcome.none(Undefined.SEPARATION);
            }
            if (part == 1 && length <= PRECISION * Math.max(1, largest(beta))) {
                return Outcome.of(new NewtonMaximum(beta, zero, here, information.inverse(), round));
            }
        }
        return Outcome.none(Undefined.NOT_CONVERGED);
    }

    /** Rounding may cost a value its last digits. */
    private static boolean improves(Likelihood.Derivatives here, Likelihood.Derivatives next) {
        return next.isFinite() && next.value() >= here.value() - 1e-10 * (1 + Math.abs(here.value()));
    }

    private static double[] moved(double[] from, double[] step, double part) {
        double[] to = new double[from.length];
        for (int j = 0; j < to.length; j++) {
            to[j] = from[j] + part * step[j];
        }
        return to;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
