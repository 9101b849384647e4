// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model;

import java.time.Duration;
import java.util.Optional;

/**
 * How long it took from a ledger's clock to the action, in whole minutes: more than {@code loMinutes}, at most {@code
 * hiMinutes}; both are 0 for no time at all.
 *
 * @param loMinutes the delay is longer
 * @param hiMinutes the delay is not longer
 */
public record LedgerDelay(long loMinutes, long hiMinutes) {
    private static final Duration ALMOST_A_MINUTE = Duration.ofMinutes(1).minusNanos(1);
    private static final Duration TWO_DAYS = Duration.ofDays(2);

    /**
     * The delay between two times; empty where the action lies wholly before the clock, so that one of them is wrong.
     *
     * <p>Dates d days apart are more than d - 1 and less than d + 1 days apart. The same date twice is taken as up to two
     * days, since nothing says that both were read off one clock: the date of a content may be its author's.
     */
    public static Optional<LedgerDelay> between(TimeBracket clock, TimeBracket action) {
        Duration lo = Duration.between(clock.hi(), action.lo());
        Duration hi = Duration.between(clock.lo(), action.hi());
        if (hi.isNegative() || (hi.isZero() && !lo.equals(hi))) {
            return Optional.empty();
        }
        if (clock.isDay() && clock.equals(action)) {
            hi = TWO_DAYS;
        }
        // Rounded outwards, so that the delay stays inside. What is exact to the second lies in one minute.
        long most = hi.plus(ALMOST_A_MINUTE).toMinutes();
        long least = lo.equals(hi) ? most - 1 : lo.toMinutes();
        return Optional.of(new LedgerDelay(Math.max(0, least), most));
    }
}
