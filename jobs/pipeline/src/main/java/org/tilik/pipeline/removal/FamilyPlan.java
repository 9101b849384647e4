// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.Study;

/**
 * How families are measured.
 *
 * @param plan plan of the run
 * @param until items posted from then on are in no table; null for no such limit
 * @param sampled platforms whose source delivered a sample of posts, of whose families the next and the last copy are not
 *     known
 * @param byPlatform whether families are measured on each platform, too
 */
public record FamilyPlan(MeasurePlan plan, Instant until, Set<String> sampled, boolean byPlatform)
        implements Serializable {
    private static final String PLATFORM = "platform";

    /** Fixes the platforms. */
    public FamilyPlan {
        sampled = Set.copyOf(sampled);
    }

    /** The plan of a run. */
    public static FamilyPlan of(Run run) {
        Study study = run.study();
        Set<String> sampled = new TreeSet<>();
        study.sampling().entrySet().stream()
                .filter(platform -> platform.getValue() < 1)
                .map(Map.Entry::getKey)
                .forEach(platform -> sampled.add(platform.id()));
        return new FamilyPlan(
                MeasurePlan.of(run),
                study.window().until(),
                sampled,
                study.strata().contains(PLATFORM));
    }
}
