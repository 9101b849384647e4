// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tilik.datasets.generate.TruthItem;
import org.tilik.pipeline.table.TableManifest;
import org.tilik.pipeline.table.TableReader;

class SimulateCommandTest {
    @TempDir
    Path temp;

    private CommandRun simulate(String folder, String... more) {
        String[] args = {
            "simulate", "--items", "300", "--out", temp.resolve(folder).toString()
        };
        String[] all = Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return CommandRun.of(all);
    }

    private org.apache.flink.core.fs.Path truth(String folder, String table) {
        return new org.apache.flink.core.fs.Path(
                "file:" + temp.resolve(folder).resolve("truth").resolve(table));
    }

    @Test
    void dumpsAndTheTruthAboutThemAreWritten() throws IOException {
        CommandRun run = simulate("world");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        List<TruthItem> items = TableReader.read(TruthTables.ITEMS, truth("world", "truth_items"));
        assertThat(items).hasSize(300);
        JsonNode summary = new ObjectMapper()
                .readTree(temp.resolve("world/truth/TRUTH.json").toFile());
        assertThat(summary.at("/dispositions/items").asLong())
                .isEqualTo(items.stream()
                        .filter(item -> item.inWindow() && item.seen().equals("delivered"))
                        .count());
        assertThat(TableManifest.read(truth("world", "truth_events")).rows())
                .isEqualTo(summary.at("/dispositions/records_read").asLong());
        for (String table : List.of("truth_rejects", "truth_families", "truth_cascades", "truth_measures")) {
            assertThat(TableManifest.read(truth("world", table)).rows())
                    .as(table)
                    .isPositive();
        }
        assertThat(TableManifest.read(truth("world", "truth_episodes")).rows())
                .isEqualTo(summary.at("/expected_episodes/rows").asLong());
    }

    @Test
    void whatIsWrittenCanBePlanned() {
        simulate("world");

        CommandRun plan = CommandRun.of(
                "plan",
                temp.resolve("world/study.yaml").toString(),
                "--output",
                temp.resolve("out").toString());

        assertThat(plan.err()).isEmpty();
        assertThat(plan.code()).isZero();
        assertThat(plan.out()).contains("reddit (zstd,").contains("twitter_v1").contains("recheck (plain text,");
        assertThat(plan.out()).doesNotContain("NOT RECOGNISED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pushshift", "arctic_shift"})
    void theStyleOfTheArchiveCanBeChosen(String style) throws IOException {
        assertThat(simulate("one", "--style", style, "--seed", "5").code()).isZero();
        assertThat(simulate("two", "--style", style, "--seed", "5").code()).isZero();

        assertThat(Files.readAllBytes(temp.resolve("one/RC_2024-06.zst")))
                .isEqualTo(Files.readAllBytes(temp.resolve("two/RC_2024-06.zst")));
        assertThat(TableManifest.read(truth("one", "truth_items")).files().get(0).sha256)
                .isEqualTo(
                        TableManifest.read(truth("two", "truth_items")).files().get(0).sha256);
    }

    @Test
    void platformsSamplingGapsAndPackingCanBeChosen() throws IOException {
        CommandRun run = simulate(
                "stream", "--platforms", "twitter", "--sampling", "0.01", "--gaps", "3", "--packing", "tar_gz");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(temp.resolve("stream/twitter-stream-2024-06-01.tar.gz")).exists();
        assertThat(temp.resolve("stream/RC_2024-06.zst")).doesNotExist();
        assertThat(Files.readString(temp.resolve("stream/study.yaml")))
                .contains("sampling: {twitter: 0.01}", "coverage: {twitter: 2024-06-03T00:00:00Z}");
    }

    @Test
    void oneWorldIsWrittenInSeveralFormats() throws IOException {
        CommandRun run = simulate("formats", "--formats", "jetstream,telethon,crowdtangle");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(Files.readAllLines(temp.resolve("formats/items.csv"))).hasSize(301);
        CommandRun plan = CommandRun.of(
                "plan",
                temp.resolve("formats/study.yaml").toString(),
                "--output",
                temp.resolve("out").toString());
        assertThat(plan.err()).isEmpty();
        assertThat(plan.out()).contains("jetstream", "bluesky_labels", "telethon", "crowdtangle", "recheck");
        assertThat(plan.out()).doesNotContain("NOT RECOGNISED");
    }

    @Test
    void whatPlatformsRemovedIsStatedInLedgersWithOrWithoutDumps() throws IOException {
        CommandRun both = simulate("stated", "--formats", "fourcat,cdx,warc,dsa_sor,lumen,tco");
        CommandRun alone = simulate("alone", "--formats", "tco");

        assertThat(both.err() + alone.err()).isEmpty();
        assertThat(Files.readString(temp.resolve("stated/items.csv")))
                .startsWith("number,kind,about,account,posted_at,gone_at,end,restored_at,fourcat_id,cdx_id,warc_id,"
                        + "dsa_sor_id,lumen_id,tco_id\n");
        assertThat(temp.resolve("alone/tco/orders.csv")).hasSameTextualContentAs(temp.resolve("stated/tco/orders.csv"));
        CommandRun plan = CommandRun.of(
                "plan",
                temp.resolve("stated/study.yaml").toString(),
                "--output",
                temp.resolve("out").toString());
        assertThat(plan.err()).isEmpty();
        assertThat(plan.out()).contains("fourcat", "cdx", "warc", "dsa_sor", "lumen", "tco");
        assertThat(plan.out()).doesNotContain("NOT RECOGNISED");
    }

    @Test
    void aFormatThatNobodyWritesIsNamedWithThoseThatThereAre() {
        CommandRun run = simulate("none", "--formats", "gopher");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("--formats is gopher; expected one of reddit,", "warc, dsa_sor, lumen, tco.");
    }

    @Test
    void twoFormatsOfOnePlatformAreRefused() {
        CommandRun run = simulate("twice", "--formats", "telethon,tgdataset");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("second format of telegram");
    }

    @Test
    void optionsOfTheMonthAreRefusedBesideFormats() {
        CommandRun run = simulate("both", "--formats", "gab", "--gaps", "1");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("--gaps says nothing about --formats");
    }
}
