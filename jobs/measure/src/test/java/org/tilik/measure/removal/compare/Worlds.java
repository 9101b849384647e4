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

    /** Independent items with exact times, censored within 120 hours, entering within {@code latest} hours. */
    static List<Group> groups(long seed, int first, int second, double latest) {
        SplittableRandom random = new SplittableRandom(seed);
        return groups(rows(random, first, latest), rows(random, second, latest));
    }

    /** Exact times from the start, of two causes, the first for three items of ten. */
    static List<Group> competing(long seed, int items) {
        SplittableRandom random = new SplittableRandom(seed);
        RemovalDataBuilder[] rows = new RemovalDataBuilder[2];
        for (int g = 0; g < 2; g++) {
            rows[g] = RemovalData.builder(List.of("one", "other"));
            for (int i = 0; i < items; i++) {
                double t = lifetime(random);
                double seen = 60 + 60 * random.nextDouble();
                int cause = random.nextInt(10) < 3 ? 1 : 2;
                rows[g].add(0, Math.min(t, seen), t <= seen ? t : INF, t <= seen ? cause : 0, 1);
            }
        }
        return groups(rows);
    }

    private static List<Group> groups(RemovalDataBuilder... rows) {
        return List.of(new Group("first", rows[0].build()), new Group("second", rows[1].build()));
    }

    private static RemovalDataBuilder rows(SplittableRandom random, int items, double latest) {
        RemovalDataBuilder rows = RemovalData.builder(List.of());
        for (int i = 0; i < items; i++) {
            double entry = latest * random.nextDouble();
            add(rows, random, latest > 0 ? entry : 0, lifetime(random), -1);
        }
        return rows;
    }

    private static void add(RemovalDataBuilder rows, SplittableRandom random, double entry, double t, int family) {
        double seen = 60 + 60 * random.nextDouble();
        rows.add(entry, Math.min(t, seen), t <= seen ? t : INF, 0, 1, family);
    }

    /**
     * Exact times of families of equal size, whose items go within a fifth of the family's own time of each other.
     *
     * @param known whether the data say which items are a family
     * @param spread whether each family has items in both groups
     */
    static List<Group> families(long seed, int families, int size, boolean known, boolean spread) {
        SplittableRandom random = new SplittableRandom(seed);
        RemovalDataBuilder[] rows = {RemovalData.builder(List.of()), RemovalData.builder(List.of())};
        for (int family = 0; family < families; family++) {
            double t = lifetime(random);
            for (int copy = 0; copy < size; copy++) {
                double own = t * (0.9 + 0.2 * random.nextDouble());
                int group = (spread ? copy * 3 / size + family : family) % 2;
                add(rows[group], random, 0, own, known ? family : -1);
            }
        }
        return groups(rows);
    }

    /**
     * Items looked at about every 18 hours for five days.
     *
     * @param units families, or items where {@code size} is 1
     * @param size items of a family
     * @param over number of groups that each family has items in
     */
    static List<Group> checked(long seed, int units, int size, int over) {
        SplittableRandom random = new SplittableRandom(seed);
        RemovalDataBuilder[] rows = {RemovalData.builder(List.of()), RemovalData.builder(List.of())};
        for (int unit = 0; unit < units; unit++) {
            double t = lifetime(random);
            for (int copy = 0; copy < size; copy++) {
                double own = size == 1 ? t : t * (0.9 + 0.2 * random.nextDouble());
                int group = (over == 1 ? unit : unit + copy * 3 / size) % 2;
                addChecked(rows[group], random, own, size == 1 ? -1 : unit);
            }
        }
        return groups(rows);
    }

    private static void addChecked(RemovalDataBuilder rows, SplittableRandom random, double t, int family) {
        double seen = 0;
        while (seen < 120) {
            double check = seen + 12 + 12 * random.nextDouble();
            if (t <= check) {
                rows.add(0, seen, check, 0, 1, family);
                return;
            }
            seen = check;
        }
        rows.add(0, seen, INF, 0, 1, family);
    }

    private static double lifetime(SplittableRandom random) {
        return -MEAN * Math.log(1 - random.nextDouble());
    }
}
