// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.datasets.Schemas;
import org.tilik.formats.policy.Jurisdictions;
import org.tilik.formats.policy.Memberships;
import org.tilik.formats.policy.PolicyTimeline;
import org.tilik.model.table.CounterfactualRow;
import org.tilik.pipeline.execution.BatchJob;
import org.tilik.pipeline.execution.BatchJob.Exchange;
import org.tilik.pipeline.policy.PolicyItem;
import org.tilik.pipeline.policy.PolicyPlan;
import org.tilik.pipeline.removal.MeasurePlan;
import org.tilik.pipeline.spread.SpreadItem;
import org.tilik.pipeline.spread.family.TestCopy;
import org.tilik.pipeline.strata.Strata;
import org.tilik.pipeline.study.Clock;
import org.tilik.pipeline.study.StudyPolicy;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableFolder;
import org.tilik.pipeline.table.TableReader;
import org.tilik.pipeline.table.TableSink;

/** From items to the rows of release/counterfactuals; a few items worked out by hand under each rule. */
class CounterfactualsPipelineTest {
    private static final String RUN = "0123456789abcdef";
    private static final Instant BEGIN = Instant.EPOCH;
    private static final Instant LIST = Instant.parse("1970-01-02T00:00:00Z");
    private static final Map<String, Double> WHOLE = Map.of();

    @TempDir
    private static Path temp;

    private static List<CounterfactualRow> rows;

    @BeforeAll
    static void runWithOneTask() throws Exception {
        rows = run("one", 1, plan(1, WHOLE), items());
    }

    /**
     * One family with a strike, shares, an edited copy, a copy elsewhere and a protected item; four items alone.
     *
     * <pre>
     * hour   0    1.5    3.2    5     6     7     8     9      12    14    30       30
     *        r0   r1     r2     r3    r4    p1    s1    p2     p3    p4    r5       t1
     *        A    of r0  of r0  A     of r3 prot. A     Q      Q     A     edited   telegram
     *        reported at 2, removed in (3, 4]     alone reported at 10
     * </pre>
     */
    private static List<PolicyItem> items() {
        List<PolicyItem> items = new ArrayList<>();
        items.add(reported(item(TestCopy.of(key(0), 0).by("A").removed(3, 4)), 2));
        items.add(item(share(TestCopy.of(key(1), 1.5).by("B"), 0)));
        items.add(item(share(TestCopy.of(key(2), 3.2).by("C"), 0)));
        items.add(item(TestCopy.of(key(3), 5).by("A").viewed(10, 20)));
        items.add(item(share(TestCopy.of(key(4), 6).by("D"), 3)));
        items.add(item(TestCopy.of(key(5), 30).by("E").saying("edited")));
        items.add(item(TestCopy.of(key(6), 30).by("T").on("telegram")));
        items.add(item(alone(TestCopy.of(key(7), 8).by("A"))));
        items.add(safe(item(TestCopy.of(key(8), 7).by("P")), "none"));
        items.add(reported(safe(item(alone(TestCopy.of(key(9), 9).by("Q"))), "counter"), 10));
        items.add(safe(item(alone(TestCopy.of(key(10), 12).by("Q"))), "none"));
        items.add(safe(item(alone(TestCopy.of(key(13), 14).by("A"))), "none"));
        PolicyItem offensive = safe(item(alone(TestCopy.of(key(11), 13).by("R"))), "offensive");
        items.add(offensive);
        PolicyItem undated = item(TestCopy.of(key(12), 13).by("R"));
        undated.item.postedAt = null;
        items.add(undated);
        return items;
    }

    private static String key(int number) {
        return String.format("%032x", number + 1);
    }

    private static TestCopy share(TestCopy copy, int of) {
        SpreadItem item = copy.share().build();
        item.originKey = key(of);
        return copy;
    }

    private static TestCopy alone(TestCopy copy) {
        copy.build().familyId = null;
        return copy;
    }

    private static PolicyItem item(TestCopy copy) {
        PolicyItem item = new PolicyItem();
        item.item = copy.trackedBy("known").build();
        item.item.variantKey = item.item.variantKey == null ? "same" : item.item.variantKey;
        item.itemKey = item.item.itemKey;
        return item;
    }

    private static PolicyItem reported(PolicyItem item, long hour) {
        item.reportedAt = TimeUnit.HOURS.toMicros(hour);
        return item;
    }

    private static PolicyItem safe(PolicyItem item, String label) {
        item.item.trackedBy = null;
        item.item.label = label;
        return item;
    }

    private static PolicyPlan plan(int k, Map<String, Double> sampling) throws Exception {
        String timeline =
                "event_id,on,precision,until,kind,jurisdiction,instrument,title,deadline_hours,clock,platforms,"
                        + "by_signature,measure,legal_basis,exclude_from,exclude_until,anticipation_weeks,checked,source\n"
                        + "a-list,1970-01-02,day,,rule,global,a-list,A shared list begins,,,,false,scenario.shared_hash_list,,,,,"
                        + "yes,test\n"
                        + "later-list,1971-01-02,day,,rule,global,a-list,Another one after the window,,,,false,"
                        + "scenario.shared_hash_list,,,,,yes,test\n";
        return new PolicyPlan(
                new MeasurePlan("study", Clock.POSTED, List.of(1.0, 24.0), 0.95, k, 20190315, "research", true, RUN),
                new Strata(List.of("platform")),
                sampling,
                new StudyPolicy(
                        PolicyTimeline.read(
                                new ByteArrayInputStream(timeline.getBytes(StandardCharsets.UTF_8)), "timeline.csv"),
                        Memberships.read(shipped("membership.csv"), "membership.csv"),
                        Jurisdictions.read(shipped("jurisdictions.csv"), "jurisdictions.csv")),
                BEGIN,
                Instant.parse("1970-03-01T00:00:00Z"));
    }

    private static InputStream shipped(String file) {
        return Schemas.class.getResourceAsStream("/org/tilik/datasets/policy/" + file);
    }

    private static List<CounterfactualRow> run(String name, int parallelism, PolicyPlan plan, List<PolicyItem> items)
            throws Exception {
        StreamExecutionEnvironment env = BatchJob.environment(parallelism, Exchange.STORED);
        Counterfactuals.Outputs outputs = Counterfactuals.build(
                env.fromData(PolicyItem.TYPE, items.toArray(PolicyItem[]::new)).rebalance(), plan);
        TableFolder folder = new TableFolder("file:" + temp.resolve(name), RUN, 1);
        TableSink.write(outputs.release(), Table.COUNTERFACTUALS, folder);
        BatchJob.execute(env, name);
        return TableReader.read(Table.COUNTERFACTUALS, folder.root());
    }

    private static CounterfactualRow row(
            String scenario, Number parameter, Instant from, String match, String stratum) {
        return row(rows, scenario, parameter, from, match, stratum);
    }

    private static CounterfactualRow row(
            List<CounterfactualRow> rows,
            String scenario,
            Number parameter,
            Instant from,
            String match,
            String stratum) {
        List<CounterfactualRow> found = rows.stream()
                .filter(row -> row.scenario().equals(scenario)
                        && Objects.equals(row.parameterHours(), parameter)
                        && Objects.equals(row.fromUtc(), from)
                        && Objects.equals(row.match(), match)
                        && row.stratum().equals(stratum))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static void assertAverted(CounterfactualRow row, long low, long high, long protectedRemoved) {
        assertThat(row.identifiability()).isEqualTo("bounds");
        assertThat(row.copiesAvertedScenarioLow()).as(row.toString()).isEqualTo(low);
        assertThat(row.copiesAvertedScenarioHigh()).as(row.toString()).isEqualTo(high);
        assertThat(row.protectedRemoved()).as(row.toString()).isEqualTo(protectedRemoved);
    }

    @Test
    void everyRowIsAboutTheSameCopies() {
        assertThat(rows).hasSize(3 * 9);
        assertThat(rows.stream().filter(row -> row.stratum().equals("all"))).allSatisfy(row -> {
            assertThat(row.copiesObserved()).isEqualTo(8);
            assertThat(row.protectedObserved()).isEqualTo(4);
            assertThat(row.copiesWithoutKnownSource()).isEqualTo(5);
            assertThat(row.viewsObservedLower()).isEqualTo(10);
            assertThat(row.correctionMethod()).isEqualTo("classifier, not corrected");
            assertThat(row.assumptions()).startsWith("Scenario. ");
            assertThat(row.suppressed()).isFalse();
        });
        assertThat(rows.stream().map(CounterfactualRow::rowId).distinct()).hasSize(rows.size());
    }

    /** A is struck at 2: r3, s1 and p4 are not posted, r4 finds r1; the report of what Q said at 9 is no strike. */
    @Test
    void oneStrike() {
        CounterfactualRow all = row("one_strike", 720.0, null, null, "all");

        assertAverted(all, 2, 3, 1);
        assertThat(all.viewsAvertedScenarioLow()).isEqualTo(10);
        assertThat(all.viewsAvertedScenarioHigh()).isNull();
    }

    /** What reddit holds goes at 3: r2 finds nothing; r3, r4 and r5 are later, their source unknown or up. */
    @Test
    void removalWithinAnHour() {
        assertAverted(row("removal_within", 1.0, null, null, "all"), 1, 4, 2);
    }

    @Test
    void removalWithinADay() {
        assertAverted(row("removal_within", 24.0, null, null, "all"), 0, 1, 2);
    }

    /** Known at 2: the uploads r3 and t1 surely; the shares r2 and r4 perhaps; the edited r5 by a near hash. */
    @Test
    void aSharedListFromTheBegin() {
        assertAverted(row("shared_hash_list", null, BEGIN, "exact", "all"), 2, 4, 1);
        assertAverted(row("shared_hash_list", null, BEGIN, "near", "all"), 3, 5, 1);
    }

    /** On the list from hour 24 if the report of hour 2 was brought into it. */
    @Test
    void aSharedListFromAnEventOfTheTimeline() {
        assertAverted(row("shared_hash_list", null, LIST, "exact", "all"), 0, 1, 0);
        assertAverted(row("shared_hash_list", null, LIST, "near", "all"), 0, 2, 0);
    }

    /** As the list, but each platform by itself. */
    @Test
    void aBlockAtUpload() {
        assertAverted(row("upload_block", null, null, "exact", "all"), 1, 3, 1);
        assertAverted(row("upload_block", null, null, "near", "all"), 2, 4, 1);
        assertAverted(row("upload_block", null, null, "near", "reddit"), 2, 4, 1);
    }

    @Test
    void whereNothingWasFlaggedOrRemovedThereIsNoScenario() {
        assertThat(row("upload_block", null, null, "exact", "telegram").identifiability())
                .isEqualTo("none");
        assertThat(row("upload_block", null, null, "exact", "telegram").copiesAvertedScenarioHigh())
                .isNull();
        // Another platform's flag reaches it through the list.
        assertAverted(row("shared_hash_list", null, BEGIN, "exact", "telegram"), 1, 1, 0);
    }

    @Test
    void aSampleCarriesNoScenario() throws Exception {
        List<CounterfactualRow> sampled = run("sampled", 2, plan(1, Map.of("telegram", 0.1)), items());

        assertThat(sampled.stream().filter(row -> !row.stratum().equals("reddit")))
                .allSatisfy(row -> {
                    assertThat(row.identifiability()).isEqualTo("none");
                    assertThat(row.copiesAvertedScenarioLow()).isNull();
                    assertThat(row.protectedRemoved()).isNull();
                });
        assertAverted(row(sampled, "upload_block", null, null, "near", "reddit"), 2, 4, 1);
    }

    @Test
    void smallStrataAreHeldBackAndTheOnesThatWouldGiveThemAway() throws Exception {
        List<CounterfactualRow> few = run("few", 2, plan(2, WHOLE), items());

        assertThat(few).hasSize(rows.size());
        assertThat(few.stream().filter(CounterfactualRow::suppressed).map(CounterfactualRow::stratum))
                .hasSize(2 * 9)
                .containsOnly("telegram", "reddit");
        assertThat(few.stream()
                        .filter(CounterfactualRow::suppressed)
                        .filter(row -> row.copiesObserved() != null
                                || row.copiesWithoutKnownSource() != null
                                || row.protectedObserved() != null
                                || row.identifiability() != null))
                .isEmpty();
    }

    @Test
    void rowsDependNeitherOnParallelismNorOnTheOrderOfItems() throws Exception {
        List<PolicyItem> shuffled = items();
        Collections.shuffle(shuffled, new Random(1));

        assertThat(lines(run("three", 3, plan(1, WHOLE), shuffled))).isEqualTo(lines(rows));
    }

    /** Sixty contents, of which half have a second copy about an hour later and a quarter a third. */
    @Test
    void theClosedFormStandsBesideRemovalWithinADeadline() throws Exception {
        List<PolicyItem> items = new ArrayList<>(items());
        for (int i = 0; i < 60; i++) {
            String family = "family " + i;
            items.add(item(TestCopy.of(key(100 + 3 * i), 40 + i).in(family)));
            if (i % 2 == 0) {
                items.add(
                        item(TestCopy.of(key(101 + 3 * i), 40.5 + i + 0.01 * i).in(family)));
            }
            if (i % 4 == 0) {
                items.add(item(TestCopy.of(key(102 + 3 * i), 42 + i + 0.02 * i).in(family)));
            }
        }
        List<CounterfactualRow> fitted = run("fitted", 2, plan(1, WHOLE), items);
        Double hour = row(fitted, "removal_within", 1.0, null, null, "reddit").closedFormAvertedShare();
        Double day = row(fitted, "removal_within", 24.0, null, null, "reddit").closedFormAvertedShare();

        assertThat(hour).isBetween(0.1, 0.9);
        assertThat(day).isCloseTo(Math.pow(hour, 24), Offset.offset(1e-9));
        assertThat(row(fitted, "upload_block", null, null, "near", "reddit").closedFormAvertedShare())
                .isNull();
        assertThat(row("removal_within", 1.0, null, null, "reddit").closedFormAvertedShare())
                .as("too few copies to fit")
                .isNull();
    }

    private static Set<String> lines(List<CounterfactualRow> rows) {
        return rows.stream().map(CounterfactualRow::toString).collect(Collectors.toCollection(TreeSet::new));
    }
}
