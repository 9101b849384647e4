// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.scenario;

import java.io.Serializable;
import java.time.Duration;

/**
 * A rule that a replay puts in force; all comparisons with the time of posting are strict, a deadline includes its end.
 *
 * <p>"Content" is a variant or a family, as the rule's {@link Match} says. Brackets of removal give an earliest and a latest
 * time at which something was known; {@code scenario_high} uses the earliest, {@code scenario_low} the latest.
 */
public sealed interface ScenarioRule {

    /**
     * An account may not post for a while after a strike: a flag or a removal of something it had posted before that breaks
     * the rules. Facebook's rule for live video of 14 May 2019, with its 30 days as an example.
     *
     * @param window how long it may not
     */
    record OneStrike(Duration window) implements ScenarioRule, Serializable {
        /** Refuses a window that is not above 0. */
        public OneStrike {
            refuseUnlessPositive("window of one strike", window);
        }
    }

    /**
     * A platform takes down what it holds of a family within a deadline of the first flag of the family there, as late as
     * the rule allows; what is flagged later goes within the deadline of its own flag.
     *
     * @param deadline how long after the first flag
     */
    record RemovalWithin(Duration deadline) implements ScenarioRule {
        /** Refuses a deadline that is not above 0. */
        public RemovalWithin {
            refuseUnlessPositive("deadline of removal", deadline);
        }
    }

    /**
     * Platforms refuse content that any of them had flagged, from one day on.
     *
     * <p>Content enters at its first flag on a platform that takes part. What was flagged before the list began is on it
     * from its beginning: surely what a list had already, possibly what was only reported.
     *
     * @param fromMicros when the list began
     * @param match what it recognises
     * @param participants who takes part
     */
    record SharedHashList(long fromMicros, Match match, Participants participants) implements ScenarioRule {}

    /**
     * A platform refuses content that it had flagged or removed itself.
     *
     * @param match what it recognises
     */
    record UploadBlock(Match match) implements ScenarioRule {}

    private static void refuseUnlessPositive(String what, Duration given) {
        if (given.isZero() || given.isNegative()) {
            throw new IllegalArgumentException("The " + what + " is " + given + ", expected more than 0.");
        }
    }
}
