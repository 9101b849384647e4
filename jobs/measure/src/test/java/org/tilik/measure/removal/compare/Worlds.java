// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import java.util.List;
import java.util.SplittableRandom;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalDataBuilder;

/** Seeded worlds in which two groups go at one rate: exponential times of mean 40 hours. */
final class Worlds {

    private static final double MEAN = 40;
    private static final double INF = Double.POSITIVE_INFINITY;

    private Worlds() {}

    /** Exact times, censored within 120 hours, entering within {@code latest} hours. */
    static List<Group> groups(long seed, int first, int second, double latest) {
        SplittableRandom random = new SplittableRandom(seed);
        return List.of(
                new Group("first", rows(random, first, latest)), new Group("second", rows(random, second, latest)));
    }

    private static RemovalData rows(SplittableRandom random, int items, double latest) {
        RemovalDataBuilder rows = RemovalData.builder(List.of());
        for (int i = 0; i < items; i++) {
            double entry = latest * random.nextDouble();
            double t = lifetime(random);
            double seen = 120 * random.nextDouble();
            rows.add(latest > 0 ? entry : 0, Math.min(t, seen), t <= seen ? t : INF, 0, 1);
        }
        return rows.build();
    }

    static double lifetime(SplittableRandom random) {
        return -MEAN * Math.log(1 - random.nextDouble());
    }
}
