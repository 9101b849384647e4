// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.benchmark;

import java.util.List;
import java.util.SplittableRandom;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalDataBuilder;

/**
 * Seeded removal times as archives give them: on two platforms notices to the millisecond, on three sightings some 36 h
 * apart, on two of these captured late; a third stays visible; one in eight is a copy, a few families are large.
 */
final class GeneratedRemovals {
    static final int PLATFORMS = 5;
    static final int LANGUAGES = 40;

    private static final int NOTIFIED_PLATFORMS = 2;
    private static final int FIRST_LATE_PLATFORM = 3;
    private static final double STAYS = 0.35;
    private static final double LOG_MEDIAN = 2.5;
    private static final double LOG_SPREAD = 2;
    private static final double RECHECK_HOURS = 36;
    private static final double MILLIS_AN_HOUR = 3.6e6;

    private GeneratedRemovals() {}

    /**
     * One item; times in hours.
     *
     * @param cause from 1; 0 where it was not seen gone
     * @param family −1 for none
     */
    record Item(
            int platform,
            int language,
            double entry,
            double lower,
            double upper,
            int cause,
            boolean confirmed,
            long family) {}

    /** Item number {@code i}, the same every time. */
    static Item item(long i, int causes) {
        SplittableRandom random = new SplittableRandom(20190315 ^ (i * 0x9e3779b97f4a7c15L));
        int platform = random.nextInt(PLATFORMS);
        int language = (int) (LANGUAGES * random.nextDouble() * random.nextDouble());
        long family = random.nextInt(8) > 0 ? -1 : (long) (1_000_000 * Math.pow(random.nextDouble(), 3));
        int cause = 1 + random.nextInt(causes);
        boolean late = platform >= FIRST_LATE_PLATFORM && random.nextBoolean();
        while (true) {
            double entry = late ? millis(-0.5 * Math.log(1 - random.nextDouble())) : 0;
            double gone = random.nextDouble() < STAYS
                    ? Double.POSITIVE_INFINITY
                    : Math.exp(LOG_MEDIAN + LOG_SPREAD * gauss(random));
            double end = 168 + 552 * random.nextDouble();
            if (gone > entry) {
                Item seen = platform < NOTIFIED_PLATFORMS
                        ? noticed(platform, language, entry, gone, end, cause, family)
                        : rechecked(random, platform, language, entry, gone, end, cause, family);
                if (seen.upper() < Double.POSITIVE_INFINITY || seen.lower() > entry) {
                    return seen;
                }
            }
        }
    }

    private static Item noticed(
            int platform, int language, double entry, double gone, double end, int cause, long family) {
        return gone <= end
                ? new Item(
                        platform,
                        language,
                        entry,
                        Math.max(millis(gone), entry + 1 / MILLIS_AN_HOUR),
                        Math.max(millis(gone), entry + 1 / MILLIS_AN_HOUR),
                        cause,
                        true,
                        family)
                : new Item(platform, language, entry, millis(end), Double.POSITIVE_INFINITY, 0, true, family);
    }

    private static Item rechecked(
            SplittableRandom random,
            int platform,
            int language,
            double entry,
            double gone,
            double end,
            int cause,
            long family) {
        double alive = entry;
        double look = entry + RECHECK_HOURS * random.nextDouble();
        while (look <= end) {
            look = millis(look);
            if (gone <= look) {
                return new Item(platform, language, entry, alive, look, cause, random.nextInt(20) > 0, family);
            }
            alive = look;
            look += RECHECK_HOURS + random.nextDouble() / 2;
        }
        return new Item(platform, language, entry, alive, Double.POSITIVE_INFINITY, 0, true, family);
    }

    /** Brackets alone, of items numbered from 0. */
    static RemovalData brackets(int count, boolean late) {
        RemovalDataBuilder rows = RemovalData.builder(List.of());
        long i = 0;
        for (int found = 0; found < count; i++) {
            Item item = item(i, 1);
            boolean wanted = item.platform() >= NOTIFIED_PLATFORMS && (late || item.entry() == 0);
            if (wanted) {
                rows.add(late ? item.entry() : Double.NEGATIVE_INFINITY, item.lower(), item.upper(), 0, 1, (int)
                        item.family());
                found++;
            }
        }
        return rows.build();
    }

    private static double millis(double hours) {
        return Math.round(hours * MILLIS_AN_HOUR) / MILLIS_AN_HOUR;
    }

    private static double gauss(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
