// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.incident;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;

/** Ways in which copies come while nothing happens; all have the same mean number of copies an hour. */
enum NullWorld {
    /** Each hour like the other. */
    POISSON(0, 0),
    /** Nine tenths more at one time of day, nine tenths fewer twelve hours later. */
    DIURNAL(0.9, 0),
    /** Each copy is followed by 0.3 others within hours (Hawkes process, exponential lag of three hours on average). */
    HAWKES_03(0, 0.3),
    /** The same with 0.6 others. */
    HAWKES_06(0, 0.6);

    private static final double MEAN_LAG_HOURS = 3;
    private static final int HOURS_PER_DAY = 24;

    private final double amplitude;
    private final double branching;

    NullWorld(double amplitude, double branching) {
        this.amplitude = amplitude;
        this.branching = branching;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Copies in each hour. */
    int[] copies(double perHour, int hours, UniformRandomProvider random) {
        int[] copies = new int[hours];
        Deque<Double> parents = new ArrayDeque<>();
        for (int hour = 0; hour < hours; hour++) {
            double phase = 2 * Math.PI * (hour + 0.5) / HOURS_PER_DAY;
            int immigrants = poisson(perHour * (1 - branching) * (1 + amplitude * Math.sin(phase)), random);
            for (int i = 0; i < immigrants; i++) {
                parents.add(hour + random.nextDouble());
            }
        }
        while (!parents.isEmpty()) {
            double time = parents.remove();
            if (time >= hours) {
                continue;
            }
            copies[(int) time]++;
            int children = branching == 0 ? 0 : poisson(branching, random);
            for (int i = 0; i < children; i++) {
                parents.add(time - MEAN_LAG_HOURS * Math.log(1 - random.nextDouble()));
            }
        }
        return copies;
    }

    static int poisson(double mean, UniformRandomProvider random) {
        return mean > 0 ? PoissonSampler.of(random, mean).sample() : 0;
    }

    static long total(int[] copies) {
        return Arrays.stream(copies).asLongStream().sum();
    }
}
