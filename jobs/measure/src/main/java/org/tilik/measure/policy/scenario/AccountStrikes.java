// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.scenario;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * When one account would have been barred under one strike, from all that it posted on a platform, in whatever families;
 * items come in order of posting.
 *
 * <pre>
 * strike     a flag at f, or a removal in (L, R], of a violating item of the account; not before that item was posted
 * posted p   surely barred    some f: f < p ≤ f + W,  or some (L, R]: R < p and p ≤ L + W
 *            possibly barred  some f: the same,       or some (L, R]: L < p and p ≤ R + W
 * </pre>
 *
 * <p>Strikes on items that the rule might itself have stopped (an item posted while possibly barred, or one that hangs on
 * another copy, which may have been stopped) make the bar possible, never sure. While an account is barred it posts nothing,
 * be it violating or protected; flags and removals of what violates nothing are no strikes.
 *
 * <p>Keeps strikes that are still to come, about 80 bytes each, and nothing of other items; O(n log n). Items of one time may
 * come in any order.
 */
public final class AccountStrikes {
    private final long window;
    private final Strikes possible = new Strikes();
    private final Strikes sure = new Strikes();
    private long now = Long.MIN_VALUE;

    /** Of an account that has not posted yet, with bars of this length. */
    public AccountStrikes(Duration window) {
        this.window = Micros.of(window);
    }

    /**
     * Whether the account was barred when it posted its next item, whose own strikes count from then on.
     *
     * @param hangsOnAnother whether it is known to repeat another copy
     */
    public Bar post(long postedAt, Known known, Standing standing, boolean hangsOnAnother) {
        if (postedAt < now) {
            throw new IllegalArgumentException("An item posted at " + postedAt + " microseconds comes after one of "
                    + now + "; expected items of an account in order of posting.");
        }
        now = postedAt;
        boolean surelyBarred = sure.bars(postedAt);
        boolean possiblyBarred = possible.bars(postedAt);
        if (standing == Standing.VIOLATING) {
            add(known, !possiblyBarred && !hangsOnAnother);
        }
        return surelyBarred ? Bar.SURELY : possiblyBarred ? Bar.POSSIBLY : Bar.NOT;
    }

    /** Of an item, nothing is known before it is there; a list that had its content before is no strike until then. */
    private void add(Known known, boolean isSure) {
        long flag = Math.max(now, known.flaggedAt());
        long after = Math.max(now, known.removedAfter());
        long by = Math.max(now, known.removedBy());
        possible.add(flag, flag);
        possible.add(after, by);
        if (isSure) {
            sure.add(flag, flag);
            sure.add(by, after);
        }
    }

    /** Bars that begin after one time and end a window after another one. */
    private final class Strikes {
        private final PriorityQueue<long[]> coming = new PriorityQueue<>(Comparator.comparingLong(strike -> strike[0]));
        private boolean isAny;
        private long latest;

        void add(long beginsAfter, long endsWindowAfter) {
            if (beginsAfter != Known.NEVER) {
                coming.add(new long[] {beginsAfter, endsWindowAfter});
            }
        }

        boolean bars(long posted) {
            while (!coming.isEmpty() && coming.peek()[0] < posted) {
                long end = coming.poll()[1];
                latest = isAny ? Math.max(latest, end) : end;
                isAny = true;
            }
            return isAny && posted <= Micros.after(latest, window);
        }
    }
}
