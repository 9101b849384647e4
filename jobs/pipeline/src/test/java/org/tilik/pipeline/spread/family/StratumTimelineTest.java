// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tilik.pipeline.removal.MeasurePlan;
import org.tilik.pipeline.spread.SpreadItem;
import org.tilik.pipeline.spread.SpreadPlan;
import org.tilik.pipeline.strata.Strata;
import org.tilik.pipeline.strata.Stratum;
import org.tilik.pipeline.study.Clock;
import org.tilik.pipeline.study.Study;

class StratumTimelineTest {
    @Test
    void postsSeenOnlyInsideOthersAreNoPartOfWhatASampleDrew() {
        StratumTimeline whole = timeline(Map.of());
        StratumTimeline sampled = timeline(Map.of("twitter", 0.01));

        assertThat(whole.copiesByPlatform()).isEqualTo(Map.of("twitter", 3L));
        assertThat(sampled.copiesByPlatform()).isEqualTo(Map.of("twitter", 1L));
        assertThat(sampled.copies()).isEqualTo(3);
    }

    private static StratumTimeline timeline(Map<String, Double> sampling) {
        Timeline copies = new Timeline("all", 10);
        copies.add(TestCopy.of("delivered", 1).on("twitter").build());
        SpreadItem shared = TestCopy.of("inside a share", 2).on("twitter").build();
        shared.fromEmbedded = true;
        copies.add(shared);
        SpreadItem undated = TestCopy.of("inside a quote", 3).on("twitter").build();
        undated.fromEmbedded = true;
        undated.postedAt = null;
        copies.add(undated);
        SpreadPlan plan = new SpreadPlan(
                new MeasurePlan("study", Clock.POSTED, List.of(1.0), 0.95, 10, 1, null, false, "0123456789abcdef"),
                new Strata(List.of("platform")),
                sampling,
                new Study.Coordination(List.of(60.0), 2, 0.5, false));
        StratumTimeline timeline = new StratumTimeline(plan, Stratum.ofLabel("all"));
        copies.changes().forEach(timeline::add);
        return timeline;
    }
}
