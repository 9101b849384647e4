// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongPredicate;
import java.util.function.LongToDoubleFunction;

/** Series of known truth: a segmented line with autocorrelated noise. */
record Series(int before, int after, double level, double slope, double rho, double deviation) {

    static final double START = 0.4;
    static final double TREND = 0.001;

    static Interruption interruption() {
        return Interruption.at(0);
    }

    double line(long week) {
        return START + TREND * week + (week < 0 ? 0 : level + slope * week);
    }

    /** Errors by week: Gaussian, of one variance, the first autocorrelation being rho. */
    double[] noise(Random random) {
        double[] noise = new double[before + after];
        double last = random.nextGaussian();
        for (int i = 0; i < noise.length; i++) {
            noise[i] = deviation * last;
            last = rho * last + Math.sqrt(1 - rho * rho) * random.nextGaussian();
        }
        return noise;
    }

    WeeklySeries shares(Random random) {
        double[] noise = noise(random);
        return weeks(week -> line(week) + noise[(int) week + before], week -> true);
    }

    /** Poisson counts of the given mean before, whose logarithm moves as the line does from its start. */
    WeeklySeries counts(double mean, Random random) {
        double[] noise = noise(random);
        return weeks(
                week -> poisson(mean * Math.exp(line(week) - START + noise[(int) week + before]), random),
                week -> true);
    }

    WeeklySeries weeks(LongToDoubleFunction value, LongPredicate there) {
        List<WeekValue> weeks = new ArrayList<>();
        for (long week = -before; week < after; week++) {
            if (there.test(week)) {
                weeks.add(WeekValue.exact(week, value.applyAsDouble(week), 100));
            }
        }
        return new WeeklySeries(weeks);
    }

    private static double poisson(double mean, Random random) {
        double product = random.nextDouble();
        int count = 0;
        while (product > Math.exp(-mean)) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
