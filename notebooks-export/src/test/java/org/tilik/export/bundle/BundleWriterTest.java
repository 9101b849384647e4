// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tilik.export.SyntheticRun.row;
import static org.tilik.export.SyntheticRun.share;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.datasets.MetricRegistry;
import org.tilik.export.Digest;
import org.tilik.export.ExportError;
import org.tilik.export.RunFolder;
import org.tilik.export.SyntheticRun;

/** When a bundle is written, when it is refused, and that it is whole or not there. */
class BundleWriterTest {
    @TempDir
    private Path temp;

    private SyntheticRun run;
    private Path bundle;

    @BeforeEach
    void aRun() throws IOException, SQLException {
        bundle = temp.resolve("bundle");
        run = SyntheticRun.in(temp.resolve("out"))
                .table("removal_measures", share("gone.share_within", "all", 24, 0.4))
                .table("rejects", row("source_file", "dumps/RC_2024-06.zst", "detail", "cut off"));
    }

    private void export() throws IOException {
        new BundleWriter(MetricRegistry.delivered(), Optional.empty()).write(run.folder(), bundle);
    }

    private void isRefused(String... parts) throws IOException {
        assertThatThrownBy(this::export).isInstanceOf(ExportError.class).hasMessageContainingAll(parts);
        try (Stream<Path> there = Files.list(temp)) {
            assertThat(there.map(path -> path.getFileName().toString())).noneMatch(name -> name.contains("unfinished"));
        }
    }

    private Map<String, String> digests(Path folder) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        for (String file : BundleFiles.in(folder)) {
            digests.put(file, Digest.of(folder.resolve(file)));
        }
        return digests;
    }

    @Test
    void everythingThatTheReadmeNamesIsThere() throws IOException {
        export();

        assertThat(BundleFiles.in(bundle))
                .containsExactlyInAnyOrder(
                        "README.md",
                        "report.html",
                        "answers.csv",
                        "tables/rejects.parquet",
                        "tables/removal_measures.parquet",
                        "csv/rejects.csv",
                        "csv/removal_measures.csv",
                        "tables.xlsx",
                        "tables.sql",
                        "notebooks/01-overview.ipynb",
                        "DATA_DICTIONARY.md",
                        "datapackage.json",
                        "ro-crate-metadata.json",
                        "CITATION.cff",
                        "run.json",
                        "SHA256SUMS");
    }

    @Test
    void theChecksumsAreThoseOfAllOtherFiles() throws IOException {
        export();

        Map<String, String> expected = digests(bundle);
        expected.remove("SHA256SUMS");
        List<String> lines = Files.readAllLines(bundle.resolve("SHA256SUMS"));
        assertThat(lines)
                .containsExactlyElementsOf(expected.entrySet().stream()
                        .map(file -> file.getValue() + "  " + file.getKey())
                        .toList());
    }

    @Test
    void theSameOutputGivesTheSameBytes() throws IOException {
        export();
        Map<String, String> first = digests(bundle);
        Path moved = Files.move(run.folder(), temp.resolve("elsewhere"));
        Path other = temp.resolve("deep/er/other");

        new BundleWriter(MetricRegistry.delivered(), Optional.empty()).write(moved, other);

        assertThat(digests(other)).isEqualTo(first);
    }

    @Test
    void aFixedTimeStandsForAllTimesOfTheRun() throws IOException {
        new BundleWriter(MetricRegistry.delivered(), Optional.of(Instant.parse("2020-02-03T04:05:06Z")))
                .write(run.folder(), bundle);

        for (String file : BundleFiles.in(bundle)) {
            assertThat(Files.readString(bundle.resolve(file), StandardCharsets.ISO_8859_1))
                    .as(file)
                    .doesNotContain("2026-01-02");
        }
        assertThat(Files.readString(bundle.resolve("CITATION.cff"))).contains("date-released: \"2020-02-03\"");
    }

    @Test
    void tablesAreTheBytesThatTheRunWrote() throws IOException {
        export();

        assertThat(bundle.resolve("tables/rejects.parquet"))
                .hasSameBinaryContentAs(
                        run.folder().resolve("release/rejects/_attempt/0123456789abcdef/part-00000.parquet"));
    }

    @Test
    void aTableInSeveralFilesAndAnEmptyOneBecomeOneFileEach() throws IOException, SQLException {
        run.write(
                "release",
                "prevalence",
                List.of(
                        share("prevalence.share", "all", 1, 0.5),
                        share("prevalence.share", "reddit", 1, 0.6),
                        share("prevalence.share", "x", 1, 0.7)),
                2);
        run.write("release", "families", List.of(), 0);

        export();

        try (RunFolder opened = RunFolder.open(bundle)) {
            assertThat(opened.measures("prevalence"))
                    .extracting(row -> row.stratum())
                    .containsExactly("all", "reddit", "x");
            assertThat(opened.rows("FROM release.families")).isEmpty();
        }
        assertThat(Files.readAllLines(bundle.resolve("csv/families.csv"))).hasSize(1);
    }

    @Test
    void theViewsWorkInDuckDbAsPrinted() throws IOException, SQLException {
        export();

        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            // Stands for being started inside the bundle.
            statement.execute("SET file_search_path = '" + bundle + "'");
            statement.execute(Files.readString(bundle.resolve("tables.sql")));
            try (var rows = statement.executeQuery("SELECT estimate FROM release.removal_measures")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getDouble(1)).isEqualTo(0.4);
            }
            statement.execute("FROM release.rejects");
        }
    }

    @Test
    void thePolicyTablesHaveTheirViewsAndTheShareMetItsThreeColumns() throws IOException, SQLException {
        Map<String, Object> met = share("compliance.met_share", "all", 1, 0.4);
        met.putAll(row("commitment", "eu-tco-1h", "estimate", null, "bound_low", 0.3, "bound_high", 0.6));
        run.table("compliance", met);
        for (String empty : List.of("policy_changes", "counterfactuals", "over_removal", "counter_speech")) {
            run.write("release", empty, List.of(), 0);
        }

        export();

        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute("SET file_search_path = '" + bundle + "'");
            statement.execute(Files.readString(bundle.resolve("tables.sql")));
            try (var rows = statement.executeQuery("SELECT met_low, met, met_high FROM release.compliance_met")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getDouble(1)).isEqualTo(0.3);
                assertThat(rows.getObject(2)).isNull();
                assertThat(rows.getDouble(3)).isEqualTo(0.6);
            }
            statement.execute("FROM release.counterfactuals");
        }
        assertThat(Files.readString(bundle.resolve("README.md"))).contains("| counter_speech | 0 |");
        assertThat(Files.readAllLines(bundle.resolve("csv/counterfactuals.csv")))
                .hasSize(1);
    }

    @Test
    void anEarlierBundleIsReplacedAndNothingElse() throws IOException, SQLException {
        export();
        run.table("prevalence", share("prevalence.share", "all", 1, 0.5));
        export();
        assertThat(bundle.resolve("csv/prevalence.csv")).exists();

        Files.writeString(bundle.resolve("my-notes.txt"), "mine");
        isRefused("my-notes.txt", "would be lost");
        Files.delete(bundle.resolve("my-notes.txt"));
        Files.delete(bundle.resolve("run.json"));
        isRefused("is no bundle and not empty");
        assertThat(bundle.resolve("csv/prevalence.csv")).exists();
    }

    @Test
    void aFileInThePlaceOfTheBundleIsNotTouched() throws IOException {
        Files.writeString(bundle, "mine");

        isRefused("is not a folder");

        assertThat(bundle).hasContent("mine");
    }

    @Test
    void noBundleIsPutAmongTheTablesOfTheRun() throws IOException {
        for (String area : List.of("release", "restricted", "work")) {
            bundle = run.folder().resolve(area).resolve("bundle");
            isRefused("lies among the tables of the run");
        }
        bundle = run.folder();
        isRefused("is no bundle and not empty");
    }

    @Test
    void anEarlierBundleStaysWhenTheExportFails() throws IOException {
        export();
        Map<String, String> before = digests(bundle);
        Files.writeString(
                run.folder().resolve("release/rejects/_attempt/0123456789abcdef/part-00000.parquet"), "changed");

        isRefused("rejects");

        assertThat(digests(bundle)).isEqualTo(before);
    }

    @Test
    void anUnfinishedTableIsNamed() throws IOException {
        Files.delete(run.folder().resolve("release/rejects/_SUCCESS"));

        isRefused("[rejects]", "not finished");
    }

    @Test
    void anAttemptThatDidNotEndWellIsNotExported() throws IOException {
        run.run().put("status", "failed");
        run.save();

        isRefused("'failed'", "expected 'done'");
    }

    @Test
    void tablesOfTwoRunsAreNotPutTogether() throws IOException {
        run.run().put("run_id", "ffffffffffffffff");
        run.save();

        isRefused("is of run 0123456789abcdef", "ffffffffffffffff");
    }

    @Test
    void bytesThatWereChangedAfterTheRunAreNotPublished() throws IOException, SQLException {
        Path file = run.folder().resolve("release/rejects/_attempt/0123456789abcdef/part-00000.parquet");
        Path other = temp.resolve("other");
        SyntheticRun.in(other).table("rejects", row("detail", "another"));
        Files.copy(
                other.resolve("release/rejects/_attempt/0123456789abcdef/part-00000.parquet"),
                file,
                StandardCopyOption.REPLACE_EXISTING);

        isRefused("it was changed since");
    }

    @Test
    void aTableThatNobodyDescribedIsNotPublished() throws IOException {
        Path copy = run.folder().resolve("release/secrets");
        Files.createDirectories(copy);
        Files.writeString(copy.resolve("_manifest.json"), "{\"run_id\": \"0123456789abcdef\", \"files\": []}");
        Files.writeString(copy.resolve("_SUCCESS"), "");

        isRefused("release/secrets", "no table that this version of Tilik knows");
    }

    @Test
    void aRestrictedTableThatLiesAmongThoseToBePublishedIsNotPublished() throws IOException, SQLException {
        run.write("release", "items", List.of(row("text", "words of a person")), 1);

        isRefused("release/items", "no table that this version of Tilik knows as one to be published");
    }

    @Test
    void aColumnTooManyIsNotPublished() throws IOException, SQLException {
        Path file = run.folder().resolve("release/rejects/_attempt/0123456789abcdef/part-00000.parquet");
        Path wider = temp.resolve("wider.parquet");
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute("COPY (SELECT *, 'words' AS text FROM '" + file + "') TO '" + wider + "'");
        }
        String manifest = Files.readString(run.folder().resolve("release/rejects/_manifest.json"))
                .replace(Digest.of(file), Digest.of(wider));
        Files.writeString(run.folder().resolve("release/rejects/_manifest.json"), manifest);
        Files.move(wider, file, StandardCopyOption.REPLACE_EXISTING);

        isRefused("has the columns", "text", "Nothing is published whose meaning is not stated");
    }

    @Test
    void aManifestThatLeadsElsewhereIsNotFollowed() throws IOException {
        Files.writeString(
                run.folder().resolve("release/rejects/_manifest.json"),
                "{\"run_id\": \"0123456789abcdef\", \"files\": [{\"path\": \"../../restricted/items/x.parquet\"}]}");

        isRefused("does not lie in its folder");
    }

    @Test
    void aBundleIsNotExportedAgain() throws IOException {
        export();

        assertThatThrownBy(() -> new BundleWriter(MetricRegistry.delivered(), Optional.empty())
                        .write(bundle, temp.resolve("second")))
                .hasMessageContaining("is a bundle already");
    }
}
