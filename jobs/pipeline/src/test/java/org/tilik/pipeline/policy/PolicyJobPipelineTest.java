// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.model.table.PolicyChangeRow;
import org.tilik.pipeline.classify.ClassifyJob;
import org.tilik.pipeline.classify.StudyLists;
import org.tilik.pipeline.counts.JobCounts;
import org.tilik.pipeline.execution.BatchJob;
import org.tilik.pipeline.execution.BatchJob.Exchange;
import org.tilik.pipeline.ingest.IngestJob;
import org.tilik.pipeline.models.ModelPlace;
import org.tilik.pipeline.study.PseudonymKey;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.RunFactory;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableReader;

/** From a dump of fictional comments and a timeline of one's own to release/policy_changes. */
@Tag("slow")
class PolicyJobPipelineTest {
    /** A Monday. */
    private static final Instant START = Instant.parse("2023-01-02T00:00:00Z");

    private static final int WEEKS = 40;
    private static final int A_WEEK = 30;
    private static final int CHANGED = 20;
    private static final long SEEN_AFTER_HOURS = 48;

    @TempDir
    static Path temp;

    private static JobCounts counts;
    private static List<PolicyChangeRow> rows;

    @BeforeAll
    static void decodeClassifyAndMeasure() throws Exception {
        writeStudy();
        String study = temp.resolve("study.yaml").toString();
        Run run = new RunFactory(ModelPlace::idOf)
                .create(study, temp.resolve("out").toString());
        PseudonymKey key = PseudonymKey.of(run.study(), study);
        new IngestJob(run, key::open, Set.of(), 2).run(false);
        new ClassifyJob(run, StudyLists.of(run, key::open), null).run(BatchJob.environment(2, Exchange.STORED));
        counts = new PolicyJob(run).run(BatchJob.environment(2, Exchange.STORED));
        rows = TableReader.read(
                Table.POLICY_CHANGES, run.folder(Table.POLICY_CHANGES).root());
    }

    /** Each comment is captured two days after it was posted, as it is or as a stub; more are stubs from week 20 on. */
    private static void writeStudy() throws IOException {
        Random random = new Random(7);
        StringBuilder dump = new StringBuilder();
        for (int i = 0; i < WEEKS * A_WEEK; i++) {
            Instant posted = START.plus(i / A_WEEK * 7L, ChronoUnit.DAYS).plus(i % A_WEEK * 5L, ChronoUnit.HOURS);
            boolean removed = random.nextDouble() < (i / A_WEEK < CHANGED ? 0.3 : 0.7);
            dump.append(String.format(
                    Locale.ROOT,
                    "{\"id\":\"sim%05d\",\"created_utc\":%d,\"retrieved_on\":%d,\"body\":\"%s\",\"link_id\":\"t3_simaa\","
                            + "\"parent_id\":\"t3_simaa\",\"author\":\"sim_author_%d\",\"subreddit\":\"simulated\"}%n",
                    i,
                    posted.getEpochSecond(),
                    posted.plus(SEEN_AFTER_HOURS, ChronoUnit.HOURS).getEpochSecond(),
                    removed ? "[removed]" : "a fictional comment, number " + i,
                    i % 60));
        }
        Files.writeString(temp.resolve("RC.json"), dump);
        Files.writeString(temp.resolve("my.key"), "fictional secret\n");
        Files.writeString(temp.resolve("timeline.csv"), """
                event_id,on,precision,until,kind,jurisdiction,instrument,title,deadline_hours,clock,platforms,by_signature,measure,legal_basis,exclude_from,exclude_until,anticipation_weeks,checked,source
                a-rule,%s,day,,rule,global,,A fictional rule,,,,false,,,,,,yes,fiction
                a-law,2031-01-01,day,,law,global,,A fictional law,,,,false,,,,,,yes,fiction
                """.formatted(
                        START.plus(7L * CHANGED, ChronoUnit.DAYS).toString().substring(0, 10)));
        Files.writeString(temp.resolve("study.yaml"), """
                study: s
                inputs: [{path: RC.json}]
                track: {all: true}
                model: none
                strata: [platform]
                deadlines_hours: [%d]
                policy_timeline: timeline.csv
                privacy: {key_file: my.key}
                """.formatted(SEEN_AFTER_HOURS));
    }

    @Test
    void theChangeOfTheDumpIsThatOfTheTable() {
        PolicyChangeRow level = rows.stream()
                .filter(row -> row.stratum().equals("reddit")
                        && row.outcomeMetricId().equals("gone.share_within")
                        && row.metricId().equals("policy.level_change")
                        && row.correctionMethod().equals("none"))
                .findFirst()
                .orElseThrow();
        assertThat(level.identifiability()).isEqualTo("point");
        assertThat(level.estimate()).isCloseTo(0.4, within(0.15));
        assertThat(level.ciLow()).isGreaterThan(0);
        assertThat(level.intervention()).isEqualTo("a-rule");
        // The first and the last week may be parts, and of week 19 some comments were still followed on the day.
        assertThat(level.nWeeksBefore()).isEqualTo(CHANGED - 2);
        assertThat(level.nWeeksAfter()).isEqualTo(WEEKS - CHANGED - 1);
        assertThat(level.suppressed()).isFalse();
        assertThat(counts.count("interventions.inside")).isEqualTo(1);
        assertThat(counts.count("interventions.outside")).isEqualTo(1);
        assertThat(counts.count("items")).isEqualTo(WEEKS * A_WEEK);
    }
}
