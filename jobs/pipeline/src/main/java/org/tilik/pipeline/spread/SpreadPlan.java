// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.tilik.pipeline.removal.MeasurePlan;
import org.tilik.pipeline.strata.Strata;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.Study;

/**
 * What is to be measured of spread, and how it may be published.
 *
 * @param measures levels, deadlines, publication threshold, seed and run, as for removal
 * @param strata groups in which copies and cascades are counted
 * @param sampling share of posts that the source delivered, by name of platform, where it is below 1: totals are then
 *     scaled up, and measures of structure and speed are none
 * @param coordination when shares of one content count as coordinated
 */
public record SpreadPlan(
        MeasurePlan measures, Strata strata, Map<String, Double> sampling, Study.Coordination coordination)
        implements Serializable {
    /** Fixes the shares. */
    public SpreadPlan {
        sampling = Map.copyOf(sampling);
    }

    /** The plan of a run. */
    public static SpreadPlan of(Run run) {
        Study study = run.study();
        Map<String, Double> sampling = new TreeMap<>();
        study.sampling().forEach((platform, share) -> {
            if (share < 1) {
                sampling.put(platform.id(), share);
            }
        });
        return new SpreadPlan(
                MeasurePlan.of(run),
                new Strata(study.strata()),
                sampling,
                study.spread().coordination());
    }

    /** Whether the source of this platform delivered only a sample of posts. */
    public boolean isSampled(String platform) {
        return sampling.containsKey(platform);
    }

    /** Fewest items and fewest accounts of a published row. */
    public int k() {
        return measures.k();
    }

    /** Run that makes the rows. */
    public String runId() {
        return measures.runId();
    }
}
