// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.measure;

import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.tilik.measure.spread.compare.SampledTotal;
import org.tilik.model.table.SpreadMeasureRow;
import org.tilik.pipeline.spread.SpreadPlan;
import org.tilik.pipeline.spread.family.StratumTimeline;
import org.tilik.pipeline.strata.Stratum;

/** How many copies a stratum has, and how many came within an hour. */
final class CopyMeasures {
    static final String TOTAL = "copies.total";
    static final String PEAK = "copies.peak_per_hour";

    private final SpreadPlan plan;
    private final SpreadRow maker;

    CopyMeasures(SpreadPlan plan, Stratum stratum) {
        this.plan = plan;
        this.maker = new SpreadRow(plan.measures(), stratum);
    }

    List<SpreadMeasureRow> rows(StratumTimeline timeline) {
        boolean sampled = timeline.copiesByPlatform().keySet().stream().anyMatch(plan::isSampled);
        SpreadCounts counts = new SpreadCounts(timeline.copies(), null, null, Double.NaN);
        SpreadKey total = SpreadKey.of(TOTAL);
        SpreadMeasureRow row = sampled
                ? maker.of(total, scaledUp(timeline.copiesByPlatform()), drawn(timeline), SpreadRow.HORVITZ_THOMPSON)
                : maker.of(total, SpreadFigures.point((double) timeline.copies()), counts);
        SpreadFigures peak = sampled ? SpreadFigures.none() : SpreadFigures.point((double) timeline.peak());
        return List.of(row, maker.of(new SpreadKey(PEAK, SpreadKey.ONE, null, null, null, 1.0), peak, counts));
    }

    private static SpreadCounts drawn(StratumTimeline timeline) {
        long copies = timeline.copiesByPlatform().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return new SpreadCounts(copies, null, null, Double.NaN);
    }

    /** One platform by its binomial interval; several by the variance of their sum, never below the copies that are there. */
    private SpreadFigures scaledUp(Map<String, Long> copies) {
        double level = plan.measures().confLevel();
        double total = 0;
        double variance = 0;
        double there = 0;
        SampledTotal last = null;
        for (Map.Entry<String, Long> platform : copies.entrySet()) {
            last = SampledTotal.of(platform.getValue(), plan.sampling().getOrDefault(platform.getKey(), 1.0), level);
            total += last.total();
            variance += last.standardError() * last.standardError();
            there += (double) platform.getValue();
        }
        if (copies.size() == 1 && last != null) {
            return SpreadFigures.point(total, last.ciLow(), last.ciHigh(), "binomial_inversion");
        }
        double margin = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2) * Math.sqrt(variance);
        return SpreadFigures.point(total, Math.max(there, total - margin), total + margin, "normal_plain");
    }
}
