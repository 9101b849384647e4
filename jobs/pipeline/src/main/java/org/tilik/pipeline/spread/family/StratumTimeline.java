// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.family;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tilik.model.table.SpreadTimelineRow;
import org.tilik.pipeline.spread.SpreadPlan;
import org.tilik.pipeline.strata.Stratum;

/** How many copies of a stratum there were when, from what changed within each hour. */
public final class StratumTimeline {
    private final SpreadPlan plan;
    private final Stratum stratum;
    private final Timeline timeline;
    private final SortedMap<String, Long> byPlatform = new TreeMap<>();

    /** Without copies. */
    public StratumTimeline(SpreadPlan plan, Stratum stratum) {
        this.plan = plan;
        this.stratum = stratum;
        this.timeline = new Timeline(stratum.label(), plan.k());
    }

    /** Adds what changed within an hour on a platform. */
    public void add(HourlyChange change) {
        timeline.add(change);
        byPlatform.merge(
                change.platform, plan.isSampled(change.platform) ? change.delivered : change.posted, Long::sum);
    }

    /** Copies, those of unknown time among them. */
    public long copies() {
        return timeline.copies();
    }

    /**
     * Copies by platform; of a platform of which the source delivered a sample, those that it drew: posts seen only inside
     * others are there because somebody shared them, and no share of their kind was drawn.
     */
    public SortedMap<String, Long> copiesByPlatform() {
        return byPlatform;
    }

    /** Whether at least k known accounts posted them. */
    public boolean hasEnoughAccounts() {
        return timeline.hasEnoughAccounts();
    }

    /** Most copies posted within one hour of the clock. */
    public long peak() {
        return timeline.peak();
    }

    /** Every hour and day in which something changed. */
    public List<SpreadTimelineRow> complete() {
        List<SpreadTimelineRow> rows = new ArrayList<>();
        for (Bucket bucket : Bucket.values()) {
            timeline.steps(bucket).forEach(step -> rows.add(step.ofStratum(stratum, bucket, plan.runId())));
        }
        return rows;
    }

    /** The same as it may be published, if the stratum may. */
    public List<SpreadTimelineRow> published() {
        List<SpreadTimelineRow> rows = new ArrayList<>();
        for (Bucket bucket : Bucket.values()) {
            timeline.stepsForRelease(bucket, plan.k())
                    .forEach(step -> rows.add(step.ofStratum(stratum, bucket, plan.runId())));
        }
        return rows;
    }
}
