// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.restoration;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Items that were visible and gone by turns, in hours since the origin; columnar.
 *
 * <p>Each is visible at first. Its changes are, by turns, brackets (low, high] in which it went and came back; after the
 * last one it is followed to its end, in whatever state it then is.
 */
public final class VisiblePaths {
    private double[] entry = new double[16];
    private double[] end = new double[16];
    private int[] family = new int[16];
    private boolean[] confirmed = new boolean[16];
    /** Changes of item i are those from {@code first[i]} on. */
    private int[] first = new int[17];

    private double[] low = new double[16];
    private double[] high = new double[16];
    private int size;
    private int changes;

    /**
     * Adds one item.
     *
     * @param entryHours when it came under observation, −∞ = from the start
     * @param lows after which time each change came
     * @param highs at or before which time it came; equal where exact
     * @param endHours when it was last looked for
     * @param lastIsConfirmed false where a single last absence is the only sign of the last change
     * @param familyId its family, −1 = none
     */
    public VisiblePaths add(
            double entryHours, double[] lows, double[] highs, double endHours, boolean lastIsConfirmed, int familyId) {
        double last = 0;
        for (int i = 0; i < lows.length; i++) {
            if (!(lows[i] <= highs[i] && lows[i] >= last)) {
                throw new IllegalArgumentException("Change " + (i + 1) + " is in (" + lows[i] + ", " + highs[i]
                        + "] hours, expected a bracket after " + last + ".");
            }
            last = highs[i];
        }
        if (!(endHours >= last)) {
            throw new IllegalArgumentException("Follow-up ends at " + endHours
                    + " hours, expected no earlier than the last change at " + last + ".");
        }
        if (endHours <= entryHours) {
            return this;
        }
        grow(lows.length);
        entry[size] = entryHours;
        end[size] = endHours;
        family[size] = familyId;
        confirmed[size] = lastIsConfirmed || lows.length == 0;
        System.arraycopy(lows, 0, low, changes, lows.length);
        System.arraycopy(highs, 0, high, changes, highs.length);
        changes += lows.length;
        first[++size] = changes;
        return this;
    }

    private void grow(int more) {
        if (size == entry.length) {
            int capacity = size + size / 2;
            entry = Arrays.copyOf(entry, capacity);
            end = Arrays.copyOf(end, capacity);
            family = Arrays.copyOf(family, capacity);
            confirmed = Arrays.copyOf(confirmed, capacity);
            first = Arrays.copyOf(first, capacity + 1);
        }
        if (changes + more > low.length) {
            int capacity = Math.max(changes + more, low.length + low.length / 2);
            low = Arrays.copyOf(low, capacity);
            high = Arrays.copyOf(high, capacity);
        }
    }

    /** Number of items with follow-up. */
    public int size() {
        return size;
    }

    /** Number of items that went at least once. */
    public int gone() {
        return count(i -> changes(i) > 0);
    }

    /** Number of items that first went at a time known only as a bracket. */
    public int brackets() {
        return count(i -> changes(i) > 0 && low(i, 0) < high(i, 0));
    }

    /** Whether some item went ({@code goings}), or came back, at a time known only as a bracket. */
    boolean hasBrackets(boolean goings) {
        for (int i = 0; i < size; i++) {
            for (int c = goings ? 0 : 1; c < changes(i); c += 2) {
                if (low(i, c) < high(i, c)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Number of items whose last disappearance is a single last absence. */
    public int unconfirmed() {
        return count(i -> !confirmed[i]);
    }

    private int count(IntPredicate counts) {
        return (int) IntStream.range(0, size).filter(counts).count();
    }

    /** The same items, a single last absence taken as not gone: followed until last known visible. */
    public VisiblePaths unconfirmedCensored() {
        VisiblePaths paths = new VisiblePaths();
        for (int i = 0; i < size; i++) {
            int kept = confirmed[i] ? changes(i) : changes(i) - 1;
            double until = confirmed[i] ? end[i] : low(i, kept);
            paths.add(
                    entry[i],
                    Arrays.copyOfRange(low, first[i], first[i] + kept),
                    Arrays.copyOfRange(high, first[i], first[i] + kept),
                    until,
                    true,
                    family[i]);
        }
        return paths;
    }

    /** When item i came under observation, −∞ = from the start. */
    public double entry(int i) {
        return entry[i];
    }

    /** When item i was last looked for. */
    public double end(int i) {
        return end[i];
    }

    /** The family of item i, −1 = none. */
    public int family(int i) {
        return family[i];
    }

    /** How often item i went or came back. */
    public int changes(int i) {
        return first[i + 1] - first[i];
    }

    /** After which time a change of item i came, from 0. */
    public double low(int i, int change) {
        return low[first[i] + change];
    }

    /** At or before which time a change of item i came, from 0. */
    public double high(int i, int change) {
        return high[first[i] + change];
    }
}
