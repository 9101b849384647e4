// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.cascade;

import java.io.Serializable;
import java.util.Set;
import javax.annotation.Nullable;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.Study;
import org.tilik.pipeline.study.Study.ParentRule;

/**
 * How cascades are to be built beside what the records say.
 *
 * @param rules the ways asked for
 * @param windowMicros by time, how much earlier the parent can be
 * @param followers lists of who follows whom; null where nobody asks for them
 */
public record Reconstructions(Set<ParentRule> rules, long windowMicros, @Nullable FollowerSource followers)
        implements Serializable {
    private static final double MICROS_PER_HOUR = 3.6e9;

    /** Nothing but what the records say. */
    public static final Reconstructions NONE = new Reconstructions(Set.of(), 1, null);

    /** Fixes the rules. */
    public Reconstructions {
        rules = Set.copyOf(rules);
    }

    /** What the study of a run asks for. */
    public static Reconstructions of(Run run) {
        Study.Spread spread = run.study().spread();
        return new Reconstructions(
                spread.parents(),
                Math.round(spread.inferenceHours() * MICROS_PER_HOUR),
                spread.parents().contains(ParentRule.FOLLOWERS) ? StudyFollowers.of(run) : null);
    }

    boolean asksFor(ParentRule rule) {
        return rules.contains(rule);
    }
}
