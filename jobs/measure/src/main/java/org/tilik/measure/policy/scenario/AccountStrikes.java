// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.scenario;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * When one account would have been barred under one strike, from all that it posted on a platform, in whatever families.
 *
 * <pre>
 * strike     a flag at f, or a removal in (L, R], of an item of the account; not before that item was posted
 * posted p   surely barred    some f: f < p ≤ f + W,  or some (L, R]: R < p and p ≤ L + W
 *            possibly barred  some f: the same,       or some (L, R]: L < p and p ≤ R + W
 * </pre>
 *
 * <p>Strikes on items that the rule might itself have stopped (an item posted while possibly barred, or one that hangs on
 * another copy, which may have been stopped) make the bar possible, never sure. A violating item is barred by strikes on
 * violating items; a protected one by those on any item of the account, as a platform that errs once errs twice.
 *
 * <p>Arrays of numbers, 34 bytes an item and 40 more while it resolves; O(n log n). The result does not depend on the order
 * of adding.
 */
public final class AccountStrikes {
    private static final int FIRST_ITEMS = 8;
    private static final byte HANGS = 1;
    private static final byte VIOLATES = 2;
    private static final byte IS_PROTECTED = 4;

    private final long window;
    private long[] posted = new long[FIRST_ITEMS];
    private long[] flagged = new long[FIRST_ITEMS];
    private long[] after = new long[FIRST_ITEMS];
    private long[] by = new long[FIRST_ITEMS];
    private byte[] traits = new byte[FIRST_ITEMS];
    private int size;

    /** Of an account that has not posted yet, with bars of this length. */
    public AccountStrikes(Duration window) {
        this.window = Micros.of(window);
    }

    /** How many items were added. */
    public int size() {
        return size;
    }

    /**
     * Adds an item of the account; items are numbered from 0 in the order of adding.
     *
     * @param hangsOnAnother whether it is known to repeat another copy
     */
    public void add(long postedAt, Known known, Standing standing, boolean hangsOnAnother) {
        if (size == posted.length) {
            grow();
        }
        posted[size] = postedAt;
        // Of an item, nothing is known before it is there; a list that had its content before is no strike.
        flagged[size] = Math.max(postedAt, known.flaggedAt());
        after[size] = Math.max(postedAt, known.removedAfter());
        by[size] = Math.max(postedAt, known.removedBy());
        traits[size] = (byte) ((hangsOnAnother ? HANGS : 0)
                | (standing == Standing.VIOLATING ? VIOLATES : 0)
                | (standing == Standing.PROTECTED ? IS_PROTECTED : 0));
        size++;
    }

    private void grow() {
        int capacity = size + (size >> 1);
        posted = Arrays.copyOf(posted, capacity);
        flagged = Arrays.copyOf(flagged, capacity);
        after = Arrays.copyOf(after, capacity);
        by = Arrays.copyOf(by, capacity);
        traits = Arrays.copyOf(traits, capacity);
    }

    /** Whether the account was barred when it posted each item, in the order of adding. */
    public Bar[] bars() {
        boolean[] violating = marks(VIOLATES);
        boolean[] all = new boolean[size];
        Arrays.fill(all, true);
        boolean[] byViolations = possibly(violating);
        boolean[] byAny = possibly(all);
        boolean[] surelyByViolations = surely(violating, byViolations);
        boolean[] surelyByAny = surely(all, byAny);
        Bar[] bars = new Bar[size];
        for (int i = 0; i < size; i++) {
            boolean shielded = (traits[i] & IS_PROTECTED) != 0;
            if (shielded ? surelyByAny[i] : surelyByViolations[i]) {
                bars[i] = Bar.SURELY;
            } else {
                bars[i] = (shielded ? byAny[i] : byViolations[i]) ? Bar.POSSIBLY : Bar.NOT;
            }
        }
        return bars;
    }

    private boolean[] marks(byte trait) {
        boolean[] marks = new boolean[size];
        for (int i = 0; i < size; i++) {
            marks[i] = (traits[i] & trait) != 0;
        }
        return marks;
    }

    private boolean[] possibly(boolean[] strikes) {
        Spans spans = new Spans(2 * size);
        for (int i = 0; i < size; i++) {
            if (strikes[i]) {
                spans.add(flagged[i], flagged[i]);
                spans.add(after[i], by[i]);
            }
        }
        return spans.hold(posted, size, window);
    }

    private boolean[] surely(boolean[] strikes, boolean[] stopped) {
        Spans spans = new Spans(2 * size);
        for (int i = 0; i < size; i++) {
            if (strikes[i] && !stopped[i] && (traits[i] & HANGS) == 0) {
                spans.add(flagged[i], flagged[i]);
                spans.add(by[i], after[i]);
            }
        }
        return spans.hold(posted, size, window);
    }

    /** Bars that begin after one time and end so long after another one. */
    private static final class Spans {
        private final long[] begin;
        private final long[] last;
        private int count;

        Spans(int most) {
            begin = new long[most];
            last = new long[most];
        }

        void add(long from, long until) {
            if (from != Known.NEVER) {
                begin[count] = from;
                last[count++] = until;
            }
        }

        boolean[] hold(long[] times, int n, long window) {
            int[] spans = IntStream.range(0, count).toArray();
            Micros.sort(spans, begin);
            int[] rows = IntStream.range(0, n).toArray();
            Micros.sort(rows, times);
            boolean[] held = new boolean[n];
            long latest = Long.MIN_VALUE;
            int next = 0;
            for (int row : rows) {
                for (; next < count && begin[spans[next]] < times[row]; next++) {
                    latest = Math.max(latest, last[spans[next]]);
                }
                held[row] = next > 0 && times[row] <= Micros.after(latest, window);
            }
            return held;
        }
    }
}
