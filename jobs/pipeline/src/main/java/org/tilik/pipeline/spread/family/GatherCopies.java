// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.family;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple4;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.tilik.model.table.FamilyRow;
import org.tilik.model.table.PlatformJumpRow;
import org.tilik.model.table.SpreadTimelineRow;
import org.tilik.pipeline.removal.SightingEnds;
import org.tilik.pipeline.spread.SpreadItem;
import org.tilik.pipeline.spread.SpreadPlan;
import org.tilik.pipeline.table.RowType;
import org.tilik.pipeline.table.Table;

/**
 * Brings the copies of one content together and says what they were over time; batch mode only, where families come one
 * after the other, so that plain fields hold one at a time, and what is broadcast comes before everything else.
 */
final class GatherCopies
        extends KeyedBroadcastProcessFunction<String, SpreadItem, Tuple4<String, Long, Long, Long>, FamilyRow> {
    /** Flink asks for the state that it broadcasts into; the ends are kept in a field, the same in every task. */
    static final MapStateDescriptor<String, Long> BROADCAST =
            new MapStateDescriptor<>("spread-sighting-ends", Types.STRING, Types.LONG);

    /** Families that may be published one by one. */
    static final OutputTag<FamilyRow> PUBLISHED = new OutputTag<>("published-families", RowType.of(Table.FAMILIES));
    /** All others. */
    static final OutputTag<SmallFamilies> SMALL = new OutputTag<>("small-families", SmallFamilies.TYPE);

    static final OutputTag<PlatformJumpRow> JUMPS = new OutputTag<>("jumps", RowType.of(Table.PLATFORM_JUMPS));
    static final OutputTag<PlatformJumpRow> PUBLISHED_JUMPS =
            new OutputTag<>("published-jumps", RowType.of(Table.PLATFORM_JUMPS));
    static final OutputTag<SpreadTimelineRow> TIMELINE =
            new OutputTag<>("family-timeline", RowType.of(Table.SPREAD_TIMELINE));
    static final OutputTag<SpreadTimelineRow> PUBLISHED_TIMELINE =
            new OutputTag<>("published-family-timeline", RowType.of(Table.SPREAD_TIMELINE));
    /** What families say in the measures. */
    static final OutputTag<FamilyFact> FACTS = new OutputTag<>("family-facts", FamilyFact.TYPE);

    private static final long serialVersionUID = 1L;

    private final SpreadPlan plan;
    private final Instant until;
    private final TreeMap<String, Instant> begins;
    private transient SightingEnds ends;
    private transient FamilyRows rows;
    private transient FamilyFacts facts;
    private transient JumpRows jumps;
    private transient FamilyStory story;

    /**
     * For a run.
     *
     * @param until end of the study's window, null for none
     * @param begins when the push stream of a platform began to be watched, by platform, where that is known
     */
    GatherCopies(SpreadPlan plan, Instant until, Map<String, Instant> begins) {
        this.plan = plan;
        this.until = until;
        this.begins = new TreeMap<>(begins);
    }

    @Override
    public void open(OpenContext context) {
        ends = new SightingEnds(plan.k(), until);
        rows = new FamilyRows(plan);
        jumps = new JumpRows(plan, begins);
        facts = new FamilyFacts(plan);
    }

    @Override
    public void processBroadcastElement(
            Tuple4<String, Long, Long, Long> latest, Context context, Collector<FamilyRow> out) {
        ends.add(latest.f0, latest.f2, latest.f3);
    }

    @Override
    public void processElement(SpreadItem item, ReadOnlyContext context, Collector<FamilyRow> out) {
        if (story == null) {
            story = new FamilyStory(plan, contentOf(item));
            context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
        } else if (!story.familyId().equals(contentOf(item))) {
            throw new IllegalStateException("Copies of the families " + story.familyId() + " and " + contentOf(item)
                    + " came mixed; the spread job must run in batch mode.");
        }
        story.add(item);
    }

    /** Id of the family, or the item's own key where it is the only copy. */
    static String contentOf(SpreadItem item) {
        return item.familyId == null ? item.itemKey : item.familyId;
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<FamilyRow> out) {
        FamilyStory family = story;
        story = null;
        facts.of(family, ends).ifPresent(fact -> context.output(FACTS, fact));
        if (family.copies() < 2) {
            return;
        }
        FamilyRow row = rows.complete(family, ends);
        out.collect(row);
        boolean large = family.copies() >= plan.k() && family.accounts() >= plan.k();
        if (large) {
            context.output(PUBLISHED, FamilyRows.published(row, family.reach()));
        } else {
            context.output(SMALL, SmallFamilies.of(family));
        }
        emitTimeline(family, large, context);
        for (JumpRows.Jump jump : jumps.jumps(family)) {
            PlatformJumpRow complete = jump.row(family.familyId(), plan.runId());
            context.output(JUMPS, complete);
            if (large && jump.isLarge(plan.k())) {
                context.output(PUBLISHED_JUMPS, JumpRows.published(complete));
            }
            context.output(FACTS, facts.of(family, jump));
        }
    }

    private void emitTimeline(FamilyStory family, boolean large, OnTimerContext context) {
        for (Bucket bucket : Bucket.values()) {
            for (TimelineStep step : family.timeline().steps(bucket)) {
                context.output(TIMELINE, step.ofFamily(family.familyId(), bucket, plan.runId()));
            }
            if (large) {
                for (TimelineStep step : family.timeline().stepsForRelease(bucket, plan.k())) {
                    context.output(PUBLISHED_TIMELINE, step.ofFamily(family.familyId(), bucket, plan.runId()));
                }
            }
        }
    }
}
