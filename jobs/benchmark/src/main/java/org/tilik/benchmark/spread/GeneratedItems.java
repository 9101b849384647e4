// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.benchmark.spread;

import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.tilik.benchmark.spread.GeneratedCascades.Sizes;
import org.tilik.pipeline.spread.SpreadItem;

/** The posts of {@link GeneratedCascades} as the spread job has them: each tree one family, half of its posts removed later. */
final class GeneratedItems {
    private static final long SEED = 20210514;
    private static final long MIX = 0x9e3779b97f4a7c15L;
    private static final long FIRST_ROOT = TimeUnit.DAYS.toMicros(18_000);
    private static final int SPREAD_OF_ROOTS_HOURS = 24 * 60;
    private static final double MEAN_LAG_HOURS = 2;
    private static final double MEAN_HOURS_VISIBLE = 48;
    private static final int ACCOUNTS = 3_000_000;
    private static final double HOUR = 3.6e9;

    private GeneratedItems() {}

    /** The posts of one tree, in the order of their numbers. */
    static void of(int cascade, Sizes sizes, Consumer<SpreadItem> out) {
        int[] parents = GeneratedCascades.parents(cascade, sizes.of(cascade));
        SplittableRandom random = new SplittableRandom(SEED + cascade);
        long[] micros = new long[parents.length];
        String family = key(cascade, 0);
        for (int post = 0; post < parents.length; post++) {
            micros[post] = post == 0
                    ? FIRST_ROOT + Math.round(random.nextInt(SPREAD_OF_ROOTS_HOURS) * HOUR)
                    : micros[parents[post]] + exponential(MEAN_LAG_HOURS, random);
            SpreadItem item = new SpreadItem();
            item.itemKey = key(cascade, post);
            item.platform = "reddit";
            item.month = "2019-04";
            item.accountKey = key(-1, random.nextInt(ACCOUNTS));
            item.kind = post == 0 ? "POST" : "SHARE";
            item.postedAt = micros[post];
            item.originKey = post == 0 ? null : key(cascade, parents[post]);
            item.language = "en";
            item.label = "hateful";
            item.trackedBy = "all";
            item.familyId = family;
            item.variantKey = family;
            boolean goes = random.nextBoolean();
            long visible = exponential(MEAN_HOURS_VISIBLE, random);
            item.spanNumbers = new int[] {1};
            item.spanBegun = new long[] {micros[post]};
            item.spanSeen = new long[] {micros[post] + visible};
            item.spanGone = new long[] {goes ? micros[post] + 2 * visible : SpreadItem.NEVER};
            item.spanRemoved = new boolean[] {goes};
            item.spanUnexplained = new boolean[] {false};
            out.accept(item);
        }
    }

    /** A pseudonym of its own for each pair of numbers. */
    static String key(int cascade, int post) {
        HexFormat hex = HexFormat.of();
        long number = ((long) cascade << Integer.SIZE) + post;
        return hex.toHexDigits(number * MIX) + hex.toHexDigits(number);
    }

    private static long exponential(double meanHours, SplittableRandom random) {
        return Math.round(-Math.log1p(-random.nextDouble()) * meanHours * HOUR);
    }
}
