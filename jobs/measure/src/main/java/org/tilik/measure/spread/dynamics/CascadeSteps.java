// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * The first week of a cascade in steps of ten minutes since its root: how many items came in each, and how long after the
 * items that they hang on.
 *
 * <p>An item in (k − 1, k] steps after the root counts as of step k, and a lag alike; an item of the root's own time, or of
 * its parent's, counts as of the first step. The root is step 0. Lags are those behind items of the first day, up to
 * {@value #MOST_LAG} steps: of a cascade that was followed for the whole week all of them were seen, the long ones as the
 * short.
 *
 * @param steps steps with items, ascending, from 1 to {@value #WEEK}
 * @param items how many in each of them
 * @param lags steps with lags, ascending
 * @param lagCounts how many of each of them
 * @param longer lags longer than {@value #MOST_LAG} steps, as far as the cascade was followed
 */
public record CascadeSteps(int[] steps, int[] items, int[] lags, int[] lagCounts, long longer) {
    /** Steps in a day. */
    public static final int DAY = 144;
    /** Steps in the week after the root. */
    public static final int WEEK = 7 * DAY;
    /** Longest lag that counts, in steps: six days. */
    public static final int MOST_LAG = WEEK - DAY;

    /** Nothing but a root. */
    public static final CascadeSteps NONE = new CascadeSteps(new int[0], new int[0], new int[0], new int[0], 0);

    private static final long STEP = TimeUnit.MINUTES.toMicros(10);

    /**
     * Of a tree.
     *
     * @param parents row that each item hangs on; −1 for the root
     * @param micros when each was posted, none before the one it hangs on
     */
    public static CascadeSteps of(int[] parents, long[] micros) {
        if (parents.length == 1) {
            return NONE;
        }
        long root = Arrays.stream(micros).min().orElseThrow();
        int[] itemsAt = new int[WEEK + 1];
        int[] lagsOf = new int[MOST_LAG + 1];
        long longer = 0;
        for (int row = 0; row < parents.length; row++) {
            if (parents[row] < 0) {
                continue;
            }
            long step = step(micros[row] - root);
            if (step <= WEEK) {
                itemsAt[(int) step]++;
            }
            long parent = micros[parents[row]];
            long lag = step(micros[row] - parent);
            if (parent - root <= DAY * STEP && lag <= MOST_LAG) {
                lagsOf[(int) lag]++;
            } else if (parent - root <= DAY * STEP) {
                longer++;
            }
        }
        return new CascadeSteps(filled(itemsAt), numbers(itemsAt), filled(lagsOf), numbers(lagsOf), longer);
    }

    private static long step(long micros) {
        return Math.max(1, Math.floorDiv(micros + STEP - 1, STEP));
    }

    private static int[] filled(int[] counts) {
        return IntStream.range(0, counts.length).filter(at -> counts[at] > 0).toArray();
    }

    private static int[] numbers(int[] counts) {
        return Arrays.stream(counts).filter(count -> count > 0).toArray();
    }
}
