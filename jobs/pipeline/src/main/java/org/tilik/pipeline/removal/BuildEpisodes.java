// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.tilik.model.table.EpisodeRow;
import org.tilik.pipeline.classify.Standing;
import org.tilik.pipeline.counts.JobCounts;
import org.tilik.pipeline.removal.EpisodeBuilder.ItemHistory;
import org.tilik.pipeline.strata.Strata;
import org.tilik.pipeline.study.Clock;

/** Gathers what is known of one item and, when all of it is there, makes its episodes. */
final class BuildEpisodes extends KeyedCoProcessFunction<String, TrackedItem, ItemObservation, EpisodeRow> {
    static final TypeInformation<TrackedItem> ITEM = Types.POJO(TrackedItem.class);
    static final TypeInformation<ItemObservation> OBSERVATION = Types.POJO(ItemObservation.class);
    /** Items as copies of their content; none where the clock is not that of posting. */
    static final OutputTag<FamilyCopy> COPIES = new OutputTag<>("copies", GatherFamilies.COPY);
    /** Referrals that are measured. */
    static final OutputTag<ReferralFact> REFERRALS = new OutputTag<>("referrals", Types.POJO(ReferralFact.class));

    /** When measured items were visible. */
    static final OutputTag<PathFact> PATHS = new OutputTag<>("paths", Types.POJO(PathFact.class));
    /** Views of measured items. */
    static final OutputTag<ViewFact> VIEWS = new OutputTag<>("views", Types.POJO(ViewFact.class));
    /** What became of removed items. */
    static final OutputTag<RestorationFact> RESTORATIONS =
            new OutputTag<>("restorations", Types.POJO(RestorationFact.class));
    /** What items say of their accounts. */
    static final OutputTag<AccountFact> ACCOUNTS = new OutputTag<>("accounts", Types.POJO(AccountFact.class));
    /** Views of items whether they are tracked or not. */
    static final OutputTag<SampledViews> SAMPLES = new OutputTag<>("sampled-views", Types.POJO(SampledViews.class));

    /** When tracked items were flagged. */
    static final OutputTag<FlagFact> FLAGS = new OutputTag<>("flags", FlagFact.TYPE);
    /** First spans of what is measured, or would be at other thresholds or for comparison. */
    static final OutputTag<StandingFact> STANDINGS = new OutputTag<>("standings", StandingFact.TYPE);
    /** What became of what somebody was asked or bound to do about items. */
    static final OutputTag<DutyFact> DUTIES = new OutputTag<>("duties", DutyFact.TYPE);

    private static final long serialVersionUID = 1L;

    private final Clock clock;
    private final Coverage coverage;
    private final Strata strata;
    private final String runId;
    private final List<Duty> duties;
    private transient EpisodeBuilder builder;
    private transient TypeSerializer<TrackedItem> itemCopier;
    private transient TypeSerializer<ItemObservation> observationCopier;
    private transient ValueState<TrackedItem> item;
    private transient ListState<ItemObservation> observations;

    BuildEpisodes(Clock clock, Coverage coverage, Strata strata, String runId) {
        this(clock, coverage, strata, runId, List.of());
    }

    /** The same, and says what became of these duties. */
    BuildEpisodes(Clock clock, Coverage coverage, Strata strata, String runId, List<Duty> duties) {
        this.clock = clock;
        this.coverage = coverage;
        this.strata = strata;
        this.runId = runId;
        this.duties = new ArrayList<>(duties);
    }

    @Override
    public void open(OpenContext context) {
        builder = new EpisodeBuilder(clock, coverage, strata, runId, duties);
        // Where objects are reused, what a sorted input hands over is overwritten by the next record.
        itemCopier = getRuntimeContext().createSerializer(ITEM);
        observationCopier = getRuntimeContext().createSerializer(OBSERVATION);
        item = getRuntimeContext().getState(new ValueStateDescriptor<>("item", ITEM));
        observations = getRuntimeContext().getListState(new ListStateDescriptor<>("observations", OBSERVATION));
    }

    @Override
    public void processElement1(TrackedItem value, Context context, Collector<EpisodeRow> out) throws Exception {
        TrackedItem other = item.value();
        item.update(other == null ? itemCopier.copy(value) : other.with(value));
        context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
    }

    @Override
    public void processElement2(ItemObservation value, Context context, Collector<EpisodeRow> out) throws Exception {
        observations.add(observationCopier.copy(value));
        context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<EpisodeRow> out) throws Exception {
        List<ItemObservation> seen = new ArrayList<>();
        observations.get().forEach(seen::add);
        TrackedItem about = item.value();
        SampledViews.of(about).ifPresent(views -> context.output(SAMPLES, views));
        if (about == null || !about.isWhole()) {
            count(context, RemovalCounts.WITHOUT_TRACKED_ITEM, seen.size());
        } else {
            ItemHistory history = builder.build(about, seen);
            history.episodes().forEach(out::collect);
            StandingFact.of(about.standing, history.episodes().get(0))
                    .ifPresent(fact -> context.output(STANDINGS, fact));
            if (clock == Clock.POSTED) {
                FamilyCopy.of(about, history.episodes()).ifPresent(copy -> context.output(COPIES, copy));
            }
            count(context, RemovalCounts.CONTRADICTIONS, history.contradictions());
            count(context, RemovalCounts.UNDATED, history.undated());
            count(context, RemovalCounts.NOT_FOLLOWED, history.notFollowed());
            for (ReferralFact referral : history.referrals()) {
                count(context, RemovalCounts.referrals(referral.status), 1);
                if (EpisodeStatus.MEASURED.id().equals(referral.status)) {
                    context.output(REFERRALS, referral);
                }
            }
            FlagFact flags = FlagFact.of(about.itemKey, seen);
            if (flags.isFlagged()) {
                context.output(FLAGS, flags);
            }
            history.duties().forEach(duty -> context.output(DUTIES, duty));
            history.account().ifPresent(account -> context.output(ACCOUNTS, account));
            history.measured().ifPresent(measured -> {
                measured.path().ifPresent(path -> context.output(PATHS, path));
                measured.views().ifPresent(views -> context.output(VIEWS, views));
                measured.restoration().ifPresent(removed -> context.output(RESTORATIONS, removed));
            });
        }
        if (about != null && about.isBeside()) {
            ItemHistory beside = builder.build(about.asLabelled(), seen);
            StandingFact.of(about.standing, beside.episodes().get(0))
                    .ifPresent(fact -> context.output(STANDINGS, fact));
            beside.duties().stream()
                    .filter(duty -> duty.standing == Standing.NEARLY)
                    .forEach(duty -> context.output(DUTIES, duty));
        }
        item.clear();
        observations.clear();
    }

    private void count(OnTimerContext context, String name, long n) {
        if (n > 0) {
            context.output(JobCounts.TAG, Tuple2.of(name, n));
        }
    }
}
