// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.Collector;
import org.tilik.model.EventKind;
import org.tilik.model.Scope;
import org.tilik.model.table.EpisodeRow;
import org.tilik.model.table.ItemRow;
import org.tilik.model.table.LabelRow;
import org.tilik.model.table.ObservationRow;
import org.tilik.model.table.RemovalCurveRow;
import org.tilik.model.table.RemovalMeasureRow;
import org.tilik.pipeline.classify.Standings;
import org.tilik.pipeline.classify.ThresholdShift;
import org.tilik.pipeline.counts.JobCounts;
import org.tilik.pipeline.strata.Strata;
import org.tilik.pipeline.table.RowType;
import org.tilik.pipeline.table.Table;

/**
 * The topology from items, labels and observations to episodes, curves and measures.
 *
 * <pre>
 *   items, labels ┐
 *                 ├by item→ episodes ─→ strata ─by stratum→ estimate ─→ exact curves
 *   observations ─┘      │                                      └(one task)→ release: curves, measures
 *                        ├─→ referrals, views, coded items … ─→ strata ─by stratum→ estimate ─↑
 *                        └by content→ families ─by stratum→ estimate ──────────────────────────↑
 * </pre>
 *
 * <p>Memory: one item's observations, and for each task the numbers of one stratum (34 bytes for each item up to 20,000
 * items, from there on counts of entries and exits) and what it saw itself of the others; only aggregates meet in one
 * task.
 */
public final class RemovalPipeline {
    /** Columns of observations that episodes need. */
    public static final Set<String> OBSERVATION_COLUMNS = Set.of(
            "item_key",
            "scope",
            "kind",
            "time_lo_utc",
            "time_hi_utc",
            "outcome",
            "is_explicit",
            "is_one_sided",
            "actor",
            "reach",
            "channel",
            "countries",
            "views",
            "reason");

    /** Columns of items that episodes need. */
    public static final Set<String> ITEM_COLUMNS = Set.of(
            "item_key",
            "account_key",
            "kind",
            "posted_at_utc",
            "entered_at_utc",
            "seen_as_stub",
            "keeps_stubs",
            "is_notified",
            "views_last",
            "source_file");

    /** Columns of labels that episodes need. */
    public static final Set<String> LABEL_COLUMNS = Set.of(
            "item_key",
            "tracked_by",
            "is_exact_copy",
            "family_id",
            "language",
            "label",
            "is_followed_from_start",
            "listed_at_utc",
            "is_listed_at_unknown",
            "known_match",
            "score_hateful",
            "score_offensive",
            "score_counter",
            "score_extremist_support");

    private static final Set<String> KINDS = Set.of(
            EventKind.REMOVAL.name(),
            EventKind.REAPPEARANCE.name(),
            EventKind.RECHECK.name(),
            EventKind.REFERRAL.name());
    private static final String COUNTS = EventKind.COUNTS.name();

    private RemovalPipeline() {}

    /**
     * The streams that become tables.
     *
     * @param episodes every episode
     * @param exactCurves curves at every time at which they change; restricted
     * @param curves curves on the grid, for release
     * @param measures for release
     * @param episodeCounts what became of episodes and observations
     * @param itemCounts how many items are tracked
     */
    public record Outputs(
            DataStream<EpisodeRow> episodes,
            DataStream<RemovalCurveRow> exactCurves,
            DataStream<RemovalCurveRow> curves,
            DataStream<RemovalMeasureRow> measures,
            DataStream<Tuple2<String, Long>> episodeCounts,
            DataStream<Tuple2<String, Long>> itemCounts) {}

    /**
     * Adds the job's operators behind these rows.
     *
     * @param selectedOnRemoval names of the inputs that hold only what was removed; a serialisable set
     * @param audit by which the errors of a classifier are corrected
     * @param standings which items would be tracked at other thresholds
     */
    public static Outputs build(
            DataStream<ItemRow> items,
            DataStream<LabelRow> labels,
            DataStream<ObservationRow> observations,
            Coverage coverage,
            Set<String> selectedOnRemoval,
            Strata strata,
            FamilyPlan families,
            AuditPlan audit,
            Standings standings) {
        MeasurePlan plan = families.plan();
        SingleOutputStreamOperator<EpisodeRow> episodes = episodes(
                items,
                labels,
                observations,
                selectedOnRemoval,
                standings,
                new BuildEpisodes(plan.clock(), coverage, strata, plan.runId()));
        SingleOutputStreamOperator<StratumResult> results = estimates(episodes, plan);
        DataStream<StratumResult> others = population(
                        episodes.getSideOutput(BuildEpisodes.REFERRALS),
                        fact -> fact.strata,
                        stratum -> new ReferredItems(plan, stratum),
                        ReferralFact.class,
                        "referrals")
                .union(
                        population(
                                episodes.getSideOutput(BuildEpisodes.PATHS),
                                fact -> fact.strata,
                                stratum -> new VisibleItems(plan, stratum),
                                PathFact.class,
                                "paths"),
                        population(
                                episodes.getSideOutput(BuildEpisodes.VIEWS),
                                fact -> fact.strata,
                                stratum -> new ViewedItems(plan, stratum),
                                ViewFact.class,
                                "views"),
                        population(
                                episodes.getSideOutput(BuildEpisodes.RESTORATIONS),
                                fact -> fact.strata,
                                stratum -> new RestoredItems(plan, stratum),
                                RestorationFact.class,
                                "restorations"),
                        population(
                                accounts(episodes.getSideOutput(BuildEpisodes.ACCOUNTS), observations),
                                account -> account.strata(),
                                stratum -> new AccountItems(plan, stratum),
                                AccountLife.class,
                                "accounts"),
                        population(
                                byAccount(episodes.getSideOutput(BuildEpisodes.SAMPLES)),
                                views -> views.strata(),
                                stratum -> new SampledItems(plan, stratum),
                                SampledViews.class,
                                "sampled-views"),
                        families(items, episodes, families));
        if (plan.tracksByLabel()) {
            for (ThresholdShift shift : ThresholdShift.values()) {
                others = others.union(shifted(episodes.getSideOutput(BuildEpisodes.STANDINGS), plan, shift));
            }
        }
        if (audit.corrects()) {
            others = others.union(audited(episodes, plan, audit));
        }
        SingleOutputStreamOperator<RemovalMeasureRow> release = results.union(others)
                .global()
                .transform(
                        "removal: release rules",
                        RowType.of(Table.REMOVAL_MEASURES),
                        new ReleaseStrata(plan, audit.corrects()))
                .uid("removal-release")
                .setParallelism(1);
        return new Outputs(
                episodes,
                results.getSideOutput(EstimateStratum.EXACT_CURVES),
                release.getSideOutput(ReleaseStrata.CURVES),
                release,
                countEpisodes(episodes),
                countTracked(labels));
    }

    /** The episodes of every tracked item. */
    static SingleOutputStreamOperator<EpisodeRow> episodes(
            DataStream<ItemRow> items,
            DataStream<LabelRow> labels,
            DataStream<ObservationRow> observations,
            Set<String> selectedOnRemoval,
            Standings standings,
            BuildEpisodes build) {
        DataStream<TrackedItem> tracked = items.map(row -> TrackedItem.of(row, selectedOnRemoval))
                .returns(BuildEpisodes.ITEM)
                .uid("removal-items")
                .name("removal: items")
                .union(labels.filter(standings::isFollowed)
                        .uid("removal-tracked")
                        .name("removal: keep what is tracked, or followed beside it")
                        .map(row -> TrackedItem.of(row, standings))
                        .returns(BuildEpisodes.ITEM)
                        .uid("removal-labels")
                        .name("removal: labels"));
        DataStream<ItemObservation> looks = observations
                .filter(RemovalPipeline::isAboutVisibility)
                .uid("removal-visibility")
                .name("removal: keep what is about visibility or views")
                .map(RemovalPipeline::observation)
                .returns(BuildEpisodes.OBSERVATION)
                .uid("removal-observations")
                .name("removal: needed columns");
        return tracked.keyBy(item -> item.itemKey, Types.STRING)
                .connect(looks.union(ofAccounts(items, observations)).keyBy(look -> look.itemKey, Types.STRING))
                .process(build, RowType.of(Table.EPISODES))
                .uid("removal-episodes")
                .name("removal: build episodes");
    }

    /** What became of accounts, told of each of the items that they had posted. */
    private static DataStream<ItemObservation> ofAccounts(
            DataStream<ItemRow> items, DataStream<ObservationRow> observations) {
        DataStream<Tuple3<String, String, Instant>> posted = items.filter(
                        row -> row.accountKey() != null && row.postedAtUtc() != null)
                .uid("removal-items-with-account")
                .name("removal: items whose account is known")
                .map(row -> Tuple3.of(row.accountKey(), row.itemKey(), row.postedAtUtc()))
                .returns(TellItems.ITEM)
                .uid("removal-items-of-accounts")
                .name("removal: items of accounts");
        DataStream<ItemObservation> notices = observations
                .filter(AccountFact::isNoticeOfAll)
                .uid("removal-notices-of-all")
                .name("removal: keep what takes or brings back whole accounts")
                .map(RemovalPipeline::observation)
                .returns(BuildEpisodes.OBSERVATION)
                .uid("removal-notices")
                .name("removal: notices about whole accounts");
        return posted.keyBy(item -> item.f0, Types.STRING)
                .connect(notices.keyBy(notice -> notice.itemKey, Types.STRING))
                .process(new TellItems(), BuildEpisodes.OBSERVATION)
                .uid("removal-tell-items")
                .name("removal: tell items what became of their account");
    }

    /** Whether a cause of disappearance, as episodes name it, is removal; false for null (not gone). */
    public static boolean isRemoval(String cause) {
        return cause != null && Causes.REMOVING.contains(cause);
    }

    /** Whether nobody knows by whom an item was made to disappear; false for null (not gone). */
    public static boolean isUnexplained(String cause) {
        return Causes.UNKNOWN.equals(cause);
    }

    /** What people say who coded some of the measured items. */
    private static DataStream<StratumResult> audited(
            DataStream<EpisodeRow> episodes, MeasurePlan plan, AuditPlan audit) {
        return population(
                episodes.flatMap(new FindAudited(audit))
                        .returns(Types.POJO(AuditFact.class))
                        .uid("removal-audited")
                        .name("removal: keep coded items"),
                fact -> fact.strata,
                stratum -> new CodedItems(plan, audit, stratum),
                AuditFact.class,
                "audited");
    }

    /** What would be measured at other thresholds of label scores. */
    private static DataStream<StratumResult> shifted(
            DataStream<StandingFact> facts, MeasurePlan plan, ThresholdShift shift) {
        return population(
                facts.filter(fact -> fact.concerns(shift))
                        .uid("removal-" + shift.id())
                        .name("removal: items at other thresholds"),
                fact -> fact.strata,
                stratum -> new ShiftedItems(plan, shift, stratum),
                StandingFact.class,
                shift.id());
    }

    /** What the copies of each content say together. */
    private static DataStream<StratumResult> families(
            DataStream<ItemRow> items, SingleOutputStreamOperator<EpisodeRow> episodes, FamilyPlan plan) {
        DataStream<Tuple3<String, Long, Long>> latest = items.transform(
                        "removal: latest postings", LatestPostings.TYPE, new LatestPostings())
                .uid("removal-latest-postings");
        DataStream<FamilyRecord> records = episodes.getSideOutput(BuildEpisodes.COPIES)
                .keyBy(copy -> copy.family, Types.STRING)
                .connect(latest.broadcast(GatherFamilies.BROADCAST))
                .process(new GatherFamilies(plan), GatherFamilies.RECORD)
                .uid("removal-families")
                .name("removal: gather families");
        return population(
                records,
                family -> new String[] {family.stratum},
                stratum -> new FamilyStratum(plan, stratum),
                FamilyRecord.class,
                "families");
    }

    /** The estimates of each stratum of these episodes, with exact curves beside them. */
    public static SingleOutputStreamOperator<StratumResult> estimates(
            DataStream<EpisodeRow> episodes, MeasurePlan plan) {
        return episodes.flatMap(RemovalPipeline::members)
                .returns(Types.POJO(StratumItem.class))
                .uid("removal-strata")
                .name("removal: strata of each item")
                .transform("removal: collect in each task", Types.POJO(StratumPart.class), new CombineItems(plan))
                .uid("removal-combine")
                .keyBy(part -> part.stratum, Types.STRING)
                .process(new EstimateStratum(plan), StratumResult.TYPE)
                .uid("removal-estimate")
                .name("removal: estimate each stratum");
    }

    /** How long accounts were there, from their items and the notices about them. */
    private static DataStream<AccountLife> accounts(
            DataStream<AccountFact> items, DataStream<ObservationRow> observations) {
        return observations
                .filter(AccountFact::isNotice)
                .uid("removal-account-notices")
                .name("removal: keep notices about accounts")
                .map(row -> AccountFact.of(row))
                .returns(Types.POJO(AccountFact.class))
                .uid("removal-account-facts")
                .name("removal: notices about accounts")
                .union(items)
                .keyBy(fact -> fact.accountKey, Types.STRING)
                .process(new ReadAccounts(), Types.POJO(AccountLife.class))
                .uid("removal-accounts")
                .name("removal: read accounts");
    }

    /** Views of one account are not independent: they are added up before they meet others. */
    private static DataStream<SampledViews> byAccount(DataStream<SampledViews> views) {
        return views.keyBy(item -> item.cluster, Types.STRING)
                .reduce(SampledViews::with)
                .uid("removal-views-of-accounts")
                .name("removal: views of accounts");
    }

    /** What a population's members say in the strata that count them. */
    private static <T> DataStream<StratumResult> population(
            DataStream<T> members, StrataOf<T> strata, Population.Factory<T> factory, Class<T> type, String name) {
        return members.flatMap((T member, Collector<Tuple2<String, T>> out) -> {
                    for (String stratum : strata.of(member)) {
                        out.collect(Tuple2.of(stratum, member));
                    }
                })
                .returns(Types.TUPLE(Types.STRING, Types.POJO(type)))
                .uid("removal-strata-" + name)
                .name("removal: strata of " + name)
                .keyBy(member -> member.f0, Types.STRING)
                .process(new EstimatePopulation<>(factory), StratumResult.TYPE)
                .uid("removal-estimate-" + name)
                .name("removal: estimate " + name);
    }

    /** The labels of the strata that count a member. */
    private interface StrataOf<T> extends Serializable {
        String[] of(T member);
    }

    private static DataStream<Tuple2<String, Long>> countEpisodes(SingleOutputStreamOperator<EpisodeRow> episodes) {
        return episodes.map(episode -> Tuple2.of(RemovalCounts.episodes(episode.status()), 1L))
                .returns(JobCounts.TYPE)
                .uid("removal-count-episodes")
                .name("removal: count episodes")
                .union(episodes.getSideOutput(JobCounts.TAG));
    }

    private static DataStream<Tuple2<String, Long>> countTracked(DataStream<LabelRow> labels) {
        return labels.map(row ->
                        Tuple2.of(row.trackedBy() == null ? RemovalCounts.NOT_TRACKED : RemovalCounts.TRACKED, 1L))
                .returns(JobCounts.TYPE)
                .uid("removal-count-tracked")
                .name("removal: count tracked items");
    }

    static boolean isAboutVisibility(ObservationRow row) {
        boolean needed = KINDS.contains(row.kind()) || (COUNTS.equals(row.kind()) && row.views() != null);
        return needed && Scope.ITEM.name().equals(row.scope());
    }

    static ItemObservation observation(ObservationRow row) {
        ItemObservation observation = new ItemObservation();
        observation.itemKey = row.itemKey();
        observation.kind = row.kind();
        observation.timeLo = row.timeLoUtc();
        observation.timeHi = row.timeHiUtc();
        observation.outcome = row.outcome();
        observation.explicit = row.isExplicit();
        observation.oneSided = row.isOneSided();
        observation.actor = row.actor();
        observation.reach = row.reach();
        observation.reason = row.reason();
        observation.channel = row.channel();
        observation.countries = row.countries().toArray(String[]::new);
        observation.views = row.views();
        return observation;
    }

    private static void members(EpisodeRow episode, Collector<StratumItem> out) {
        for (String stratum : episode.strata()) {
            StratumItem item = new StratumItem();
            item.stratum = stratum;
            item.entry = episode.entryHours();
            item.lower = episode.lowerHours();
            item.upper = episode.upperHours() == null ? Double.POSITIVE_INFINITY : episode.upperHours();
            item.cause = episode.cause();
            item.confirmed = episode.isConfirmed();
            item.itemKey = episode.itemKey();
            item.accountKey = episode.accountKey();
            item.familyId = episode.familyId();
            out.collect(item);
        }
    }
}
