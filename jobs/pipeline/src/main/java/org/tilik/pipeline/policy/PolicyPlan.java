// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy;

import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.tilik.pipeline.removal.MeasurePlan;
import org.tilik.pipeline.strata.Strata;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.Study;
import org.tilik.pipeline.study.StudyPolicy;

/**
 * What is to be measured for policy, and how it may be published.
 *
 * @param measures levels, deadlines, publication threshold, seed and run, as for removal
 * @param strata groups in which items are counted
 * @param sampling share of posts that the source delivered, by name of platform, where it is below 1
 * @param policy events, memberships, jurisdictions
 * @param from items posted from then on are measured; null for no limit
 * @param until items posted before are measured; null for no limit
 */
public record PolicyPlan(
        MeasurePlan measures,
        Strata strata,
        Map<String, Double> sampling,
        StudyPolicy policy,
        Instant from,
        Instant until)
        implements Serializable {
    /** {@code correction_method} of rows in which no error is corrected. */
    public static final String UNCORRECTED = "none";
    /** {@code correction_method} of rows about items that a classifier selected, whose errors nothing corrects. */
    public static final String CLASSIFIER_TRACKED = "classifier-tracked items";

    /** Fixes the shares. */
    public PolicyPlan {
        sampling = new TreeMap<>(sampling);
    }

    /** The plan of a run. */
    public static PolicyPlan of(Run run) {
        Study study = run.study();
        Map<String, Double> sampling = new TreeMap<>();
        study.sampling().forEach((platform, share) -> {
            if (share < 1) {
                sampling.put(platform.id(), share);
            }
        });
        return new PolicyPlan(
                MeasurePlan.of(run),
                new Strata(study.strata()),
                sampling,
                StudyPolicy.of(run),
                study.window().from(),
                study.window().until());
    }

    /** How rows name that nothing was corrected: what a classifier selected it selected with errors. */
    public String uncorrected() {
        return measures.tracksByLabel() ? CLASSIFIER_TRACKED : UNCORRECTED;
    }

    /** Whether the source of this platform delivered only a sample of posts. */
    public boolean isSampled(String platform) {
        return sampling.containsKey(platform);
    }

    /** Fewest items and fewest accounts of a published row. */
    public int k() {
        return measures.k();
    }
}
