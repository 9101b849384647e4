// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tilik.measure.incident.IncidentRule;
import org.tilik.measure.policy.audit.CodedClass;
import org.tilik.model.Platform;
import org.tilik.model.Pseudonymiser;
import org.tilik.model.table.FamilyMemberRow;
import org.tilik.model.table.ItemRow;
import org.tilik.model.table.LabelRow;
import org.tilik.model.table.ObservationRow;
import org.tilik.pipeline.execution.BatchJob;
import org.tilik.pipeline.execution.BatchJob.Exchange;
import org.tilik.pipeline.study.Clock;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.Study;
import org.tilik.pipeline.table.RowType;
import org.tilik.pipeline.table.SmallTable;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableSink;

/**
 * Posts that a classifier calls hateful, in two languages: 85 of 100 are so in English, 40 in Indonesian, and of the others
 * two in three are harmless, one counters hate. Of hateful posts 60 of 100 are removed within 20 hours, of others 5, whatever
 * the language; every fourth removed one returns. 150 posts of each language are drawn and coded. Every second post is
 * answered by a counter reply after two hours.
 */
public final class CodedWorld {
    /** Share of hateful posts removed within 24 hours. */
    public static final double HATEFUL_REMOVED = 0.6;
    /** The same of others. */
    public static final double OTHERS_REMOVED = 0.05;

    /** Posts, replies apart. */
    public static final int POSTS = 1_600;

    private static final String RUN = "0123456789abcdef";
    private static final Instant START = Instant.parse("2024-06-03T00:00:00Z");
    private static final double[] HATEFUL = {0.85, 0.4};
    private static final int DRAWN = 150;
    private static final int FOLLOWED_HOURS = 200;

    private final Instant start;
    private int removedPosts;
    private int removedHateful;
    private final List<ItemRow> items = new ArrayList<>();
    private final List<LabelRow> labels = new ArrayList<>();
    private final List<ObservationRow> observations = new ArrayList<>();
    private final List<String> audit = new ArrayList<>();

    /** The world of this seed. */
    public CodedWorld(long seed) {
        this(seed, POSTS, START);
    }

    /** The world of this seed, of so many posts, of which the first is posted then and each ten minutes after the last. */
    public CodedWorld(long seed, int posts, Instant start) {
        this.start = start;
        SplittableRandom random = new SplittableRandom(seed);
        audit.add("item_key,text,label,coder,inclusion_probability,stratum");
        int[] drawn = new int[2];
        for (int i = 0; i < posts; i++) {
            int language = i % 2;
            boolean hateful = random.nextDouble() < HATEFUL[language];
            CodedClass truth =
                    hateful ? CodedClass.HATEFUL : random.nextInt(3) == 0 ? CodedClass.COUNTER : CodedClass.NONE;
            post(i, language, truth, random);
            // Drawn one after the other with the probability that is left, so that it is a simple sample.
            int left = (posts - i + 1) / 2;
            if (random.nextInt(left) < DRAWN - drawn[language]) {
                drawn[language]++;
                audit.add(
                        key("post " + i) + ",words," + truth.id() + ",ann," + DRAWN / (posts / 2.0) + ",s" + language);
            }
        }
    }

    private void post(int i, int language, CodedClass truth, SplittableRandom random) {
        Instant posted = start.plusSeconds(600L * i);
        String name = "post " + i;
        items.add(item(name, i, posted, "POST", null));
        labels.add(label(name, language, "label", "hateful", 0.9, 0.05));
        double removed = truth == CodedClass.HATEFUL ? HATEFUL_REMOVED : OTHERS_REMOVED;
        if (random.nextDouble() < removed) {
            Instant at = posted.plusSeconds(3_600 + random.nextInt(19 * 3_600));
            observations.add(observation(name, "REMOVAL", at, null, "PLATFORM"));
            removedPosts++;
            removedHateful += truth == CodedClass.HATEFUL ? 1 : 0;
            if (i % 4 < 2 && random.nextBoolean()) {
                observations.add(observation(name, "REAPPEARANCE", at.plusSeconds(36_000), null, null));
            }
        } else {
            observations.add(observation(name, "RECHECK", posted.plusSeconds(3_600L * FOLLOWED_HOURS), "ALIVE", null));
        }
        if (i % 4 < 2) {
            String reply = "reply " + i;
            items.add(item(reply, i + 13, posted.plusSeconds(7_200), "REPLY", key(name)));
            labels.add(label(reply, language, null, "counter", 0.01, 0.9));
        }
    }

    /** Of the removed posts of this world, the share that is hateful. */
    public double precision() {
        return removedHateful / (double) removedPosts;
    }

    /** A run whose tables hold this world; the study names the audit if asked. */
    public Run write(Path folder, String output, boolean audited) throws IOException {
        Files.write(folder.resolve("audit.csv"), audit);
        return write(folder, output, audited ? "audit.csv" : null, items, labels, observations);
    }

    /** A run of a study that tracks what is hateful by a score of one half and more, whose tables hold these rows. */
    static Run write(
            Path folder,
            String output,
            String audit,
            List<ItemRow> items,
            List<LabelRow> labels,
            List<ObservationRow> observations)
            throws IOException {
        Study study = new Study(
                "coded-world",
                "A test",
                List.of(),
                Study.Window.ALL,
                Map.of(),
                Map.of(),
                new Study.Track(false, Map.of("hateful", 0.5), List.of()),
                List.of("platform", "language"),
                List.of(1.0, 24.0),
                Clock.POSTED,
                0.95,
                "model-1",
                audit,
                List.of(),
                "default",
                Study.Spread.USUAL,
                IncidentRule.USUAL,
                new Study.Privacy(null, 10, false, null),
                0.05,
                7);
        Run run = new Run(
                study,
                folder.resolve("study.yaml").toString(),
                List.of(),
                folder.resolve(output).toString(),
                Run.captures(folder.resolve(output).toString()),
                RUN,
                "model-1",
                "00000000",
                4);
        StreamExecutionEnvironment env = BatchJob.environment(1, Exchange.STORED);
        TableSink.write(
                env.fromData(RowType.of(Table.ITEMS), items.toArray(ItemRow[]::new)),
                Table.ITEMS,
                run.folder(Table.ITEMS));
        TableSink.write(
                env.fromData(RowType.of(Table.LABELS), labels.toArray(LabelRow[]::new)),
                Table.LABELS,
                run.folder(Table.LABELS));
        TableSink.write(
                env.fromData(RowType.of(Table.OBSERVATIONS), observations.toArray(ObservationRow[]::new)),
                Table.OBSERVATIONS,
                run.folder(Table.OBSERVATIONS));
        TableSink.write(
                env.fromData(RowType.of(Table.FAMILY_MEMBERS), new FamilyMemberRow[] {member()}),
                Table.FAMILY_MEMBERS,
                run.folder(Table.FAMILY_MEMBERS));
        BatchJob.execute(env, "coded world");
        SmallTable.write(Table.COVERAGE, run.folder(Table.COVERAGE), List.of());
        SmallTable.write(Table.LEDGER_COUNTS, run.folder(Table.LEDGER_COUNTS), List.of());
        return run;
    }

    /** An environment for the jobs of such a run. */
    public static StreamExecutionEnvironment environment(int parallelism) {
        return BatchJob.environment(parallelism, Exchange.STORED);
    }

    static String key(String name) {
        return new Pseudonymiser("test key".getBytes(StandardCharsets.UTF_8)).pseudonym(Platform.REDDIT, name);
    }

    static ItemRow item(String name, int account, Instant posted, String kind, String parent) {
        return new ItemRow(
                "reddit",
                "2024-06",
                key(name),
                key("account " + account % 97),
                kind,
                posted,
                posted,
                posted,
                posted,
                parent,
                null,
                parent,
                null,
                "words",
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                true,
                false,
                false,
                "RS.zst",
                null,
                1,
                RUN);
    }

    static LabelRow label(String name, int language, String trackedBy, String label, double hateful, double counter) {
        return new LabelRow(
                "reddit",
                "2024-06",
                key(name),
                trackedBy,
                null,
                null,
                false,
                null,
                language == 0 ? "en" : "id",
                0.9,
                label,
                hateful,
                0.1,
                counter,
                0.01,
                true,
                null,
                false,
                List.of(),
                "model-1",
                RUN);
    }

    static ObservationRow observation(String name, String kind, Instant at, String outcome, String actor) {
        return new ObservationRow(
                "reddit", "2024-06", key(name), "ITEM", kind, at, at, at, null, outcome, true, false, actor, null,
                List.of(), null, null, null, null, null, null, null, "RS.zst", null, 1, RUN);
    }

    /** A family of two, so that there is a table of them. */
    private static FamilyMemberRow member() {
        return new FamilyMemberRow("reddit", "2024-06", key("family"), key("nobody"), "text", "variant", RUN);
    }
}
