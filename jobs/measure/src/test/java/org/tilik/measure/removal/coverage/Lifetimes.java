// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.coverage;

import java.util.SplittableRandom;

/**
 * Lifetimes of items in hours, of which everything is known: removal with a falling hazard competes with deletion by the
 * author, and copies of one content share a gamma frailty of mean 1.
 *
 * <pre>
 * H(t) = H_r + H_a = (t / 60)^0.7 + t / 200          S(t) = E exp(−Z H(t)) = (1 + θ H(t))^(−1/θ),  exp(−H) for θ = 0
 * </pre>
 *
 * @param theta variance θ of the frailty; 0 = copies are independent
 */
record Lifetimes(double theta) {
    private static final double SCALE = 60;
    private static final double SHAPE = 0.7;
    private static final double AUTHOR_MEAN = 200;
    private static final int STEPS = 20_000;

    /** One lifetime and whether the platform ended it. */
    record Life(double hours, boolean removed) {}

    /** The frailty of a content. */
    double frailty(SplittableRandom random) {
        if (theta == 0) {
            return 1;
        }
        // A gamma variable of whole shape 1/θ is a sum of exponential ones.
        int shape = Math.toIntExact(Math.round(1 / theta));
        double sum = 0;
        for (int i = 0; i < shape; i++) {
            sum += exponential(random);
        }
        return sum * theta;
    }

    Life draw(double frailty, SplittableRandom random) {
        double removed = SCALE * Math.pow(exponential(random) / frailty, 1 / SHAPE);
        double deleted = AUTHOR_MEAN * exponential(random) / frailty;
        return new Life(Math.min(removed, deleted), removed < deleted);
    }

    static double exponential(SplittableRandom random) {
        return -Math.log(1 - random.nextDouble());
    }

    private double hazard(double hours) {
        return Math.pow(hours / SCALE, SHAPE) + hours / AUTHOR_MEAN;
    }

    double visibleAt(double hours) {
        double h = hazard(hours);
        return theta == 0 ? Math.exp(-h) : Math.pow(1 + theta * h, -1 / theta);
    }

    double goneWithin(double hours) {
        return 1 - visibleAt(hours);
    }

    /** Share removed by the platform within the hours: ∫ E(Z exp(−Z H)) dH_r. */
    double removedWithin(double hours) {
        double last = Math.pow(hours / SCALE, SHAPE);
        double sum = 0;
        for (int i = 0; i < STEPS; i++) {
            double h = hazard(SCALE * Math.pow(last * (i + 0.5) / STEPS, 1 / SHAPE));
            sum += theta == 0 ? Math.exp(-h) : Math.pow(1 + theta * h, -1 / theta - 1);
        }
        return sum * last / STEPS;
    }

    double median() {
        double low = 0;
        double high = 10_000;
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (visibleAt(middle) > 0.5) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Mean hours visible within the horizon. */
    double meanWithin(double horizon) {
        double sum = 0;
        for (int i = 0; i < STEPS; i++) {
            sum += visibleAt(horizon * (i + 0.5) / STEPS);
        }
        return sum * horizon / STEPS;
    }
}
