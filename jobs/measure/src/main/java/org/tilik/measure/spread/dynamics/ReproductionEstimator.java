// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * The reproduction number by time, in sliding windows of steps of equal length.
 *
 * <pre>
 * Λ_t = Σ_s w_s I_{t−s}                    copies that could lead to one at step t
 * R | window ~ Γ(a + Σ I_t, scale 1 / (1/b + Σ Λ_t))
 * </pre>
 *
 * <p>Cori, Ferguson, Fraser, Cauchemez, A new framework and software to estimate time-varying reproduction numbers
 * during epidemics, 2013, doi:10.1093/aje/kwt133: known generation interval, no imported copies after step 0. Windows
 * begin at step 1, since nothing comes before step 0.
 */
public final class ReproductionEstimator {

    private static final double PRIOR_SHAPE = 1;
    private static final double PRIOR_SCALE = 5;

    private final GenerationInterval interval;
    private final int window;
    private final double priorShape;
    private final double priorScale;
    private final double level;

    private ReproductionEstimator(
            GenerationInterval interval, int window, double priorShape, double priorScale, double level) {
        this.interval = interval;
        this.window = window;
        this.priorShape = priorShape;
        this.priorScale = priorScale;
        this.level = level;
    }

    /**
     * With the prior of Cori (shape 1, scale 5) and limits at 0.95.
     *
     * @throws IllegalArgumentException if the window has no step
     */
    public static ReproductionEstimator of(GenerationInterval interval, int windowSteps) {
        if (windowSteps < 1) {
            throw new IllegalArgumentException("The window has " + windowSteps + " steps, expected at least 1.");
        }
        return new ReproductionEstimator(interval, windowSteps, PRIOR_SHAPE, PRIOR_SCALE, 0.95);
    }

    /** With another gamma prior. */
    public ReproductionEstimator withPrior(double shape, double scale) {
        if (!(shape > 0 && scale > 0)) {
            throw new IllegalArgumentException("The prior has shape " + shape + ", scale " + scale + ".");
        }
        return new ReproductionEstimator(interval, window, shape, scale, level);
    }

    /** With limits at another level. */
    public ReproductionEstimator withLevel(double credible) {
        if (!(credible > 0 && credible < 1)) {
            throw new IllegalArgumentException("The level is " + credible + ", expected between 0 and 1.");
        }
        return new ReproductionEstimator(interval, window, priorShape, priorScale, credible);
    }

    /** The windows in order, from numbers of new copies by step. */
    public List<Outcome<ReproductionNumber>> estimate(double[] newCopies) {
        double[] infectiousness = new double[newCopies.length];
        for (int t = 1; t < newCopies.length; t++) {
            for (int s = 1; s <= Math.min(t, interval.steps()); s++) {
                infectiousness[t] += interval.share(s) * newCopies[t - s];
            }
        }
        List<Outcome<ReproductionNumber>> windows = new ArrayList<>();
        for (int start = 1; start + window <= newCopies.length; start++) {
            windows.add(window(newCopies, infectiousness, start));
        }
        return windows;
    }

    /** Later copies per copy with the prior of Cori, where so many came; the mean of the posterior. */
    static double mean(double events, double infectiousness) {
        return (PRIOR_SHAPE + events) / (1 / PRIOR_SCALE + infectiousness);
    }

    private Outcome<ReproductionNumber> window(double[] newCopies, double[] infectiousness, int start) {
        double events = 0;
        double total = 0;
        double sourceless = 0;
        for (int t = start; t < start + window; t++) {
            events += newCopies[t];
            total += infectiousness[t];
            sourceless += infectiousness[t] > 0 ? 0 : newCopies[t];
        }
        if (!(total > 0)) {
            return Outcome.none(NoEstimate.NO_INFECTIOUSNESS);
        }
        GammaDistribution posterior = GammaDistribution.of(priorShape + events, 1 / (1 / priorScale + total));
        return Outcome.of(new ReproductionNumber(
                start,
                start + window - 1,
                posterior.getMean(),
                posterior.inverseCumulativeProbability((1 - level) / 2),
                posterior.inverseCumulativeProbability(0.5),
                posterior.inverseSurvivalProbability((1 - level) / 2),
                events,
                total,
                sourceless));
    }
}
