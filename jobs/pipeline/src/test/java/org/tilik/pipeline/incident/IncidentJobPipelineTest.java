// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.model.table.IncidentRow;
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
import org.tilik.pipeline.table.TableDigest;
import org.tilik.pipeline.table.TableReader;

/** From a dump of fictional comments to the tables of incidents. */
class IncidentJobPipelineTest {
    private static final Instant START = Instant.parse("2023-01-02T00:00:00Z");
    private static final int HOURS = 20 * 24;
    private static final int BURST_FROM = 12 * 24;
    private static final int BURST_HOURS = 3;
    private static final int BURST_EACH = 20;
    private static final String COPIED = "fictional words of a fictional group that somebody copies again and again";

    @TempDir
    static Path temp;

    private static Run run;
    private static JobCounts counts;
    private static List<IncidentRow> incidents;
    private static List<IncidentRow> published;

    @BeforeAll
    static void decodeClassifyAndFind() throws Exception {
        writeStudy();
        String study = temp.resolve("study.yaml").toString();
        run = new RunFactory(ModelPlace::idOf).create(study, temp.resolve("out").toString());
        PseudonymKey key = PseudonymKey.of(run.study(), study);
        new IngestJob(run, key::open, Set.of(), 2).run(false);
        new ClassifyJob(run, StudyLists.of(run, key::open), null).run(BatchJob.environment(2, Exchange.STORED));
        counts = new IncidentJob(run).run(BatchJob.environment(2, Exchange.STORED));
        incidents =
                TableReader.read(Table.INCIDENTS, IncidentJob.restricted(run).root());
        published =
                TableReader.read(Table.INCIDENTS, run.folder(Table.INCIDENTS).root());
    }

    /** One comment an hour, each its own but for one a day; then twenty an hour that are all the same. */
    private static void writeStudy() throws IOException {
        StringBuilder dump = new StringBuilder();
        int id = 0;
        for (int hour = 0; hour < HOURS; hour++) {
            boolean isBurst = hour >= BURST_FROM && hour < BURST_FROM + BURST_HOURS;
            for (int i = 0; i < (isBurst ? BURST_EACH : 1); i++) {
                Instant posted = START.plus(hour, ChronoUnit.HOURS).plus(i, ChronoUnit.MINUTES);
                boolean isCopy = isBurst || hour % 24 == 5;
                dump.append(String.format(
                        Locale.ROOT,
                        "{\"id\":\"sim%05d\",\"created_utc\":%d,\"retrieved_on\":%d,\"body\":\"%s\",\"link_id\":\"t3_simaa\","
                                + "\"parent_id\":\"t3_simaa\",\"author\":\"sim_author_%d\",\"subreddit\":\"simulated\"}%n",
                        id,
                        posted.getEpochSecond(),
                        posted.plus(2, ChronoUnit.DAYS).getEpochSecond(),
                        isCopy ? COPIED : "number " + id + " of comments about gardens",
                        id % 90));
                id++;
            }
        }
        Files.writeString(temp.resolve("RC.json"), dump);
        Files.writeString(temp.resolve("my.key"), "fictional secret\n");
        Files.writeString(temp.resolve("study.yaml"), """
                study: s
                inputs: [{path: RC.json}]
                track: {all: true}
                model: none
                incidents: {quiet_hours: 12}
                privacy: {key_file: my.key}
                """);
    }

    @Test
    void theBurstOfTheDumpIsTheIncidentOfTheTables() {
        assertThat(incidents).hasSize(1);
        IncidentRow row = incidents.get(0);
        Instant burst = START.plus(BURST_FROM, ChronoUnit.HOURS);
        assertThat(row.triggers()).containsExactly("burst");
        assertThat(row.openedAt()).isEqualTo(burst);
        assertThat(row.begunHourUtc()).isEqualTo(burst);
        // The daily copy of the fifth hour falls into the window of the burst.
        assertThat(row.lastAlarmHourUtc()).isEqualTo(burst.plus(5, ChronoUnit.HOURS));
        assertThat(row.closedAt()).isEqualTo(burst.plus(17, ChronoUnit.HOURS));
        assertThat(row.nCopies()).isEqualTo(BURST_HOURS * BURST_EACH + 1);
        assertThat(row.nAccounts()).isEqualTo(BURST_HOURS * BURST_EACH + 1);
        assertThat(row.peakCopiesPerHour()).isEqualTo(BURST_EACH);
        assertThat(row.platforms()).containsExactly("reddit");
        assertThat(row.visibleCopies()).isEqualTo(BURST_HOURS * BURST_EACH + 1);
        assertThat(row.removedShare()).isCloseTo(0, within(1e-12));
        assertThat(row.runId()).isEqualTo(run.runId());
        assertThat(published).isEqualTo(incidents);
        assertThat(counts.count("families")).isEqualTo(1);
        assertThat(counts.count("incidents.closed")).isEqualTo(1);
    }

    @Test
    void anotherParallelismWritesTheSameTables() throws Exception {
        TableDigest complete =
                TableDigest.of(Table.INCIDENTS, IncidentJob.restricted(run).root());
        TableDigest release =
                TableDigest.of(Table.INCIDENTS, run.folder(Table.INCIDENTS).root());

        JobCounts again = new IncidentJob(run).run(BatchJob.environment(1, Exchange.STORED));

        assertThat(again).isEqualTo(counts);
        assertThat(TableDigest.of(Table.INCIDENTS, IncidentJob.restricted(run).root()))
                .isEqualTo(complete);
        assertThat(TableDigest.of(Table.INCIDENTS, run.folder(Table.INCIDENTS).root()))
                .isEqualTo(release);
    }
}
