// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.measure.incident.IncidentRule;
import org.tilik.model.table.IncidentRow;
import org.tilik.pipeline.counts.JobCounts;
import org.tilik.pipeline.execution.BatchJob;
import org.tilik.pipeline.execution.BatchJob.Exchange;
import org.tilik.pipeline.spread.SpreadItem;
import org.tilik.pipeline.spread.family.TestCopy;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableFolder;
import org.tilik.pipeline.table.TableReader;
import org.tilik.pipeline.table.TableSink;

/** From items to the tables of incidents. */
class IncidentPipelineTest {
    private static final int K = 5;
    private static final String RUN = "0123456789abcdef";
    /** Three platforms are watched for these hours. */
    private static final int HOURS = 400;

    @TempDir
    private static Path temp;

    private static Written one;

    /** What a job wrote. */
    private record Written(List<IncidentRow> incidents, List<IncidentRow> published, JobCounts counts) {}

    @BeforeAll
    static void runWithOneTask() throws Exception {
        one = write("one", 1, Set.of());
    }

    private static List<SpreadItem> items() {
        List<SpreadItem> items = new ArrayList<>();
        for (String platform : List.of("reddit", "telegram", "twitter")) {
            for (double hour : new double[] {0.5, HOURS - 0.5}) {
                SpreadItem other =
                        TestCopy.of(platform + hour, hour).on(platform).build();
                other.trackedBy = null;
                other.familyId = null;
                items.add(other);
            }
        }
        // What somebody quoted may be older than the archive.
        SpreadItem quoted = TestCopy.of("quoted", -5000).build();
        quoted.fromEmbedded = true;
        quoted.trackedBy = null;
        quoted.familyId = null;
        items.add(quoted);
        items.addAll(planted("planted", 6, 1));
        items.addAll(planted("with two others", 2, 1));
        items.addAll(planted("of two accounts", 0, 2));
        for (int i = 0; i < 130; i++) {
            items.add(TestCopy.of("steady " + i, 1 + 3 * i).in("steady").build());
        }
        for (int i = 0; i < 30; i++) {
            items.add(TestCopy.of("early " + i, 1 + 0.01 * i).in("early").build());
        }
        items.add(TestCopy.of("emerging 1", 200.2).in("emerging").build());
        items.add(TestCopy.of("emerging 2", 203.9).in("emerging").on("telegram").build());
        items.add(TestCopy.of("emerging 3", 220).in("emerging").on("twitter").build());
        SpreadItem untimed = TestCopy.of("emerging 4", 0).in("emerging").build();
        untimed.postedAt = null;
        items.add(untimed);
        return items;
    }

    /**
     * A few copies two days apart, then eight an hour on one platform for three hours from hour 300 on, of which every second is
     * removed, then a few on another.
     */
    private static List<SpreadItem> planted(String family, int before, int accounts) {
        List<SpreadItem> items = new ArrayList<>();
        for (int i = 0; i < before; i++) {
            items.add(TestCopy.of(family + " before " + i, 20 + 40 * i)
                    .in(family)
                    .there(390)
                    .build());
        }
        for (int i = 0; i < 24; i++) {
            double posted = 300.05 + Math.floorDiv(i, 8) + 0.01 * i;
            TestCopy copy = TestCopy.of(family + " " + i, posted).in(family);
            if (accounts > 1) {
                copy.by("account " + i % accounts);
            }
            items.add((i % 2 == 0 ? copy.removed(posted + 1, posted + 2) : copy.there(390)).build());
        }
        items.add(TestCopy.of(family + " on telegram", 303.5)
                .in(family)
                .on("telegram")
                .by("account 0")
                .gone(304, 305)
                .build());
        return items;
    }

    private static Written write(String name, int parallelism, Set<String> sampled) throws Exception {
        StreamExecutionEnvironment env = BatchJob.environment(parallelism, Exchange.STORED);
        List<SpreadItem> items = items();
        Collections.shuffle(items, new Random(parallelism));
        DataStream<SpreadItem> stream = env.fromData(SpreadItem.TYPE, items.toArray(SpreadItem[]::new));
        IncidentPipeline.Outputs outputs =
                IncidentPipeline.build(stream.rebalance(), new IncidentPlan(IncidentRule.USUAL, sampled, K, RUN));
        String output = "file:" + temp.resolve(name);
        TableFolder complete = new TableFolder(output + "/complete", RUN, 1);
        TableFolder published = new TableFolder(output + "/published", RUN, 1);
        TableSink.write(outputs.incidents(), Table.INCIDENTS, complete, "complete");
        TableSink.write(outputs.published(), Table.INCIDENTS, published, "published");
        JobCounts.collect("incidents", RUN, JobCounts.file(output, "incidents"), outputs.counts());
        BatchJob.execute(env, name);
        return new Written(
                sorted(TableReader.read(Table.INCIDENTS, complete.root())),
                sorted(TableReader.read(Table.INCIDENTS, published.root())),
                JobCounts.read(JobCounts.file(output, "incidents")));
    }

    private static List<IncidentRow> sorted(List<IncidentRow> rows) {
        return rows.stream()
                .sorted(Comparator.comparing(IncidentRow::familyId).thenComparing(IncidentRow::openedAt))
                .toList();
    }

    private static Instant hour(long hour) {
        return Instant.EPOCH.plus(hour, ChronoUnit.HOURS);
    }

    private static IncidentRow of(List<IncidentRow> rows, String family) {
        List<IncidentRow> found =
                rows.stream().filter(row -> row.familyId().equals(family)).toList();
        assertThat(found).as(family).hasSize(1);
        return found.get(0);
    }

    @Test
    void aPlantedBurstIsOneIncidentWithItsHoursPlatformsAndWhatBecameOfItsCopies() {
        IncidentRow row = of(one.incidents(), "planted");

        assertThat(row.incidentId()).matches("[0-9a-f]{16}");
        assertThat(row.status()).isEqualTo("closed");
        assertThat(row.triggers()).containsExactly("burst");
        assertThat(row.begunHourUtc()).isEqualTo(hour(300));
        // Eight copies are fewer than ten.
        assertThat(row.openedAt()).isEqualTo(hour(301));
        assertThat(row.lastAlarmHourUtc()).isEqualTo(hour(303));
        assertThat(row.closedAt()).isEqualTo(hour(327));
        assertThat(row.asOfHourUtc()).isEqualTo(hour(HOURS - 1));
        assertThat(row.nPlatforms()).isEqualTo(2);
        assertThat(row.platforms()).containsExactly("reddit", "telegram");
        assertThat(row.platformFirstHours())
                .containsExactly(hour(300).toString(), hour(303).toString());
        assertThat(row.nCopies()).isEqualTo(25);
        assertThat(row.nAccounts()).isEqualTo(25);
        assertThat(row.peakCopiesPerHour()).isEqualTo(8);
        assertThat(row.peakHourUtc()).isEqualTo(hour(300));
        assertThat(row.visibleCopies()).isEqualTo(12);
        assertThat(row.removedShare()).isCloseTo(12 / 25.0, within(1e-12));
        assertThat(row.goneShare()).isCloseTo(13 / 25.0, within(1e-12));
        assertThat(row.surprise()).isGreaterThan(6);
        assertThat(row.runId()).isEqualTo(RUN);
    }

    @Test
    void whatIsCopiedSteadilyOrWasThereWhenTheArchiveBeganIsNoIncident() {
        assertThat(one.incidents())
                .extracting(IncidentRow::familyId)
                .containsExactly("emerging", "of two accounts", "planted", "with two others");
    }

    @Test
    void firstCopiesOnThreePlatformsAreAnIncidentOfWhoseVisibilityNobodyKnows() {
        IncidentRow row = of(one.incidents(), "emerging");

        assertThat(row.triggers()).containsExactly("emergence");
        assertThat(row.begunHourUtc()).isEqualTo(hour(200));
        assertThat(row.openedAt()).isEqualTo(hour(220));
        assertThat(row.surprise()).isNull();
        assertThat(row.nCopies()).isEqualTo(3);
        assertThat(row.visibleCopies()).isNull();
        assertThat(row.visibleCopiesLow()).isZero();
        assertThat(row.visibleCopiesHigh()).isEqualTo(3);
    }

    @Test
    void onlyLargeIncidentsArePublishedFromWhichNothingSmallerCanBeTold() {
        IncidentRow row = of(one.published(), "planted");

        assertThat(one.published()).hasSize(1);
        assertThat(row.nPlatforms()).isEqualTo(2);
        assertThat(row.platforms()).containsExactly("reddit");
        assertThat(row.platformFirstHours()).containsExactly(hour(300).toString());
        assertThat(row.nCopies()).isEqualTo(25);
    }

    @Test
    void everyCopyIsCounted() {
        assertThat(one.counts().count("families")).isEqualTo(6);
        assertThat(one.counts().count("copies")).isEqualTo(31 + 27 + 25 + 130 + 30 + 4);
        assertThat(one.counts().count("copies.untimed")).isEqualTo(1);
        assertThat(one.counts().count("incidents.closed")).isEqualTo(4);
        assertThat(one.counts().count("incidents.open")).isZero();
        assertThat(one.counts().count("incidents.published")).isEqualTo(1);
    }

    @Test
    void parallelismAndOrderDoNotChangeTheTables() throws Exception {
        Written two = write("two", 2, Set.of());

        assertThat(two.incidents()).isEqualTo(one.incidents());
        assertThat(two.published()).isEqualTo(one.published());
        assertThat(two.counts()).isEqualTo(one.counts());
    }

    @Test
    void ofASampleNoPeakIsStated() throws Exception {
        Written sampled = write("sampled", 1, Set.of("telegram"));

        assertThat(of(sampled.incidents(), "planted").peakCopiesPerHour()).isNull();
        assertThat(of(sampled.incidents(), "planted").nCopies()).isEqualTo(25);
    }
}
