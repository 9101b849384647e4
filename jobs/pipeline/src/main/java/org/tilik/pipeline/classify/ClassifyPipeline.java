// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import org.apache.flink.api.common.operators.Order;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.Collector;
import org.tilik.measure.spread.variants.Similarity;
import org.tilik.model.table.FamilyMemberRow;
import org.tilik.model.table.ItemRow;
import org.tilik.model.table.LabelRow;
import org.tilik.model.table.PrevalenceRow;
import org.tilik.pipeline.counts.JobCounts;
import org.tilik.pipeline.table.RowType;
import org.tilik.pipeline.table.Table;

/**
 * The topology from items to labels, families and prevalence.
 *
 * <pre>
 *   items ─prepare→ ┬by words→ score ┐               ┌(sums)→ prevalence
 *                   ├(no words)──────┴─→ postings ──┴→ contents, items
 *                   └shingles→ {@link NearTexts} ─→ similar
 *
 *   contents, similar ─by content→ collapse ─→ shared ┐
 *   items ────────────────────────────────────────────┴by item→ gather ─(alone)→ labels
 *   gather ┬ties, similar─(one task)→ components ┐
 *          └by content────────────────────────────┴→ assign ┬by component→ close ─→ labels, family_members
 *                                                           └by component→ sizes of families
 * </pre>
 *
 * <p>Texts cross one exchange, on their way to being scored, and their shingles those of {@link NearTexts}; after that items
 * travel without them. Groups of any size are sorted outside the heap and gone through one part at a time. Only ties between
 * contents meet in one task ({@link DisjointContents}), and different images ({@link NearImages}).
 */
public final class ClassifyPipeline {
    private final ClassifyPlan plan;
    private final KnownMatcherSource known;
    private final StudyOrganisations organisations;
    private final ClassifierSource classifier;

    /**
     * A pipeline.
     *
     * @param classifier scores texts; not opened where the plan names no model
     */
    public ClassifyPipeline(
            ClassifyPlan plan,
            KnownMatcherSource known,
            StudyOrganisations organisations,
            ClassifierSource classifier) {
        this.plan = plan;
        this.known = known;
        this.organisations = organisations;
        this.classifier = classifier;
    }

    /**
     * The streams that become tables.
     *
     * @param labels one row for every item
     * @param members rows of families
     * @param prevalence for release
     * @param counts what became of texts and items
     */
    public record Outputs(
            DataStream<LabelRow> labels,
            DataStream<FamilyMemberRow> members,
            DataStream<PrevalenceRow> prevalence,
            DataStream<Tuple2<String, Long>> counts) {}

    /** Adds the job's operators behind these rows. */
    public Outputs build(DataStream<ItemRow> rows) {
        SingleOutputStreamOperator<Posting> prepared = rows.process(
                        new PrepareItems(known, organisations, plan), Posting.TYPE)
                .uid("classify-prepare")
                .name("classify: prepare items");
        Branches branches = new Branches(plan);
        branches.add(prepared.getSideOutput(PrepareItems.UNSCORED), "unscored");
        DataStream<Tuple2<String, Long>> texts = plan.modelId() == null ? null : score(prepared, branches);
        NearTexts.Found near = NearTexts.among(prepared.getSideOutput(PrepareItems.TEXTS));
        DataStream<FamilyPart> similar = near.ties()
                .flatMap(ClassifyPipeline::tellBoth)
                .returns(FamilyPart.TYPE)
                .uid("classify-similar")
                .name("classify: similar texts");
        SingleOutputStreamOperator<FamilyPart> shared = Grouped.sorted(
                        branches.contents.union(similar), "classify-by-content", "classify: sort by content")
                .transform("classify: contents of several items", FamilyPart.TYPE, new CollapseContents())
                .uid("classify-collapse");
        SingleOutputStreamOperator<FamilyPart> gathered = Grouped.sorted(
                        branches.items.union(shared), "classify-by-item", "classify: sort by item")
                .transform("classify: contents of each item", FamilyPart.TYPE, new GatherContents())
                .uid("classify-gather");
        SingleOutputStreamOperator<FamilyPart> assigned = assigned(gathered, components(gathered, shared, near.ties()));
        SingleOutputStreamOperator<LabelRow> inFamilies = Grouped.sorted(
                        assigned, "classify-by-component", "classify: sort by component")
                .transform("classify: close families", RowType.of(Table.LABELS), new CloseFamilies())
                .uid("classify-close");
        DataStream<LabelRow> labels =
                gathered.getSideOutput(GatherContents.ALONE).union(inFamilies);
        DataStream<Tuple2<String, Long>> counts = labels.flatMap(ClassifyCounts::count)
                .returns(JobCounts.TYPE)
                .uid("classify-count-items")
                .name("classify: count items")
                .union(near.counts(), inFamilies.getSideOutput(JobCounts.TAG), sizes(assigned));
        SingleOutputStreamOperator<PrevalenceRow> prevalence = prevalence(branches.sums);
        DataStream<Tuple2<String, Long>> all = counts.union(prevalence.getSideOutput(JobCounts.TAG));
        return new Outputs(
                labels,
                inFamilies.getSideOutput(CloseFamilies.MEMBERS),
                prevalence,
                texts == null ? all : all.union(texts));
    }

    /** Scores the texts; what is counted doing so. */
    private DataStream<Tuple2<String, Long>> score(DataStream<Posting> prepared, Branches branches) {
        SingleOutputStreamOperator<Posting> scored = Grouped.sorted(
                        prepared, "classify-by-words", "classify: sort by words")
                .process(new ScoreTexts(classifier, plan), Posting.TYPE)
                .uid("classify-score")
                .name("classify: score texts");
        branches.add(scored, "scored");
        return scored.getSideOutput(JobCounts.TAG);
    }

    /** What becomes of postings, scored or not; each stream is taken apart where it comes from, before it is stored. */
    private static final class Branches {
        private final ClassifyPlan plan;
        private DataStream<FamilyPart> contents;
        private DataStream<FamilyPart> items;
        private DataStream<PrevalenceStratum> sums;

        Branches(ClassifyPlan plan) {
            this.plan = plan;
        }

        void add(DataStream<Posting> postings, String which) {
            DataStream<FamilyPart> moreContents = postings.flatMap(ClassifyPipeline::split)
                    .returns(FamilyPart.TYPE)
                    .uid("classify-contents-" + which)
                    .name("classify: contents, " + which);
            DataStream<FamilyPart> moreItems = postings.map(FamilyPart::item)
                    .returns(FamilyPart.TYPE)
                    .uid("classify-items-" + which)
                    .name("classify: items, " + which);
            DataStream<PrevalenceStratum> moreSums = postings.transform(
                            "classify: count labels, " + which, PrevalenceStratum.TYPE, new CountPrevalence(plan))
                    .uid("classify-count-labels-" + which);
            contents = contents == null ? moreContents : contents.union(moreContents);
            items = items == null ? moreItems : items.union(moreItems);
            sums = sums == null ? moreSums : sums.union(moreSums);
        }
    }

    private static void tellBoth(Tuple3<String, String, Double> tie, Collector<FamilyPart> out) {
        Similarity similarity = Similarity.STANDARD.holds(tie.f2) ? Similarity.STANDARD : Similarity.LOOSE;
        out.collect(FamilyPart.near(tie.f0, similarity));
        out.collect(FamilyPart.near(tie.f1, similarity));
    }

    private static void split(Posting posting, Collector<FamilyPart> out) {
        boolean tracked = Labelling.isTrackedByItself(posting.label);
        for (String code : posting.contents) {
            out.collect(FamilyPart.content(posting, code));
            if (tracked && Content.parse(code).isExact()) {
                out.collect(FamilyPart.tracked(Content.parse(code).key()));
            }
        }
    }

    private static DataStream<FamilyPart> components(
            SingleOutputStreamOperator<FamilyPart> gathered,
            SingleOutputStreamOperator<FamilyPart> shared,
            DataStream<Tuple3<String, String, Double>> similarTexts) {
        DataStream<Tuple3<String, String, Double>> similarImages = shared.getSideOutput(CollapseContents.IMAGES)
                .global()
                .transform("classify: similar images", GatherContents.TIE, new FindSimilarImages())
                .uid("classify-images")
                .setParallelism(1);
        return gathered.getSideOutput(GatherContents.TIES)
                .union(similarImages, similarTexts)
                .global()
                .transform("classify: join contents", FamilyPart.TYPE, new JoinContents())
                .uid("classify-join")
                .setParallelism(1);
    }

    private static SingleOutputStreamOperator<FamilyPart> assigned(
            DataStream<FamilyPart> members, DataStream<FamilyPart> components) {
        return Grouped.sorted(members.union(components), "classify-members", "classify: sort members by content")
                .transform("classify: assign components", FamilyPart.TYPE, new AssignComponents())
                .uid("classify-assign");
    }

    /** How many families of which size there would be under other rules for similar texts. */
    private static DataStream<Tuple2<String, Long>> sizes(SingleOutputStreamOperator<FamilyPart> assigned) {
        SingleOutputStreamOperator<Tuple2<String, Long>> counted = assigned.getSideOutput(AssignComponents.SIZES)
                .partitionCustom(
                        (hash, tasks) -> Math.floorMod(hash, tasks),
                        (KeySelector<Tuple2<String, Long>, Integer>) size -> size.f0.hashCode())
                .fullWindowPartition()
                .sortPartition("f0", Order.ASCENDING)
                .uid("classify-sizes")
                .name("classify: sort sizes of families")
                .transform("classify: count families", JobCounts.TYPE, new CountFamilies())
                .uid("classify-count-families");
        return counted.union(counted.getSideOutput(CountFamilies.LARGEST)
                .global()
                .transform("classify: largest families", JobCounts.TYPE, new LargestFamilies())
                .uid("classify-largest-families")
                .setParallelism(1));
    }

    private SingleOutputStreamOperator<PrevalenceRow> prevalence(DataStream<PrevalenceStratum> counted) {
        return counted.global()
                .transform("classify: prevalence", RowType.of(Table.PREVALENCE), new PublishPrevalence(plan))
                .uid("classify-prevalence")
                .setParallelism(1);
    }
}
