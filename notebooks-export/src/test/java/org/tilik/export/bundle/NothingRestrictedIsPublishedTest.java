// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tilik.export.SyntheticRun.row;
import static org.tilik.export.SyntheticRun.share;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.datasets.MetricRegistry;
import org.tilik.export.RunFolder;
import org.tilik.export.SyntheticRun;
import org.tilik.export.TableSchema;

/** Marks every restricted value and the key, and looks for the marks in every byte and cell of the bundle. */
class NothingRestrictedIsPublishedTest {
    private static final String MARK = "PLANTED-b7e1";
    private static final String KEY_ID = "c0ffee42";
    private static final List<String> RESTRICTED =
            List.of("items", "observations", "labels", "episodes", "family_members", "coverage", "cascade_edges");

    @TempDir
    private Path temp;

    private Path bundle;

    @BeforeEach
    void exportARunFullOfMarks() throws IOException, SQLException {
        SyntheticRun run = SyntheticRun.in(temp.resolve("out"))
                .table("removal_measures", share("gone.share_within", "all", 24, 0.4))
                .table("removal_curves", row("stratum_by", "all", "stratum", "all", "survival", 0.6))
                .table("spread_timeline", row("stratum_by", "all", "stratum", "all"))
                .table("rejects", row("source_file", "dumps/RC_2024-06.zst"));
        for (String table : RESTRICTED) {
            run.restricted(table, marked(table));
        }
        // The exact curves and all families lie in restricted/ under the names of their published tables.
        run.restricted("removal_curves", marked("removal_curves"));
        run.restricted("families", marked("families"));
        Files.createDirectories(run.folder().resolve("work/captures"));
        Files.writeString(run.folder().resolve("work/captures/text.json"), MARK);
        Files.writeString(run.folder().resolve("study.key"), MARK);
        ObjectNode json = run.run();
        json.put("key_id", KEY_ID);
        json.withObject("/canonical_study/privacy")
                .put("key_id", KEY_ID)
                .put("key_file", "/keys/" + MARK + "/study.key");
        json.withObject("/canonical_study/privacy")
                .putObject("suppression_list")
                .put("name", MARK + ".csv")
                .put("sha256", MARK);
        json.put("error", MARK);
        json.putObject("new_section").put("account", MARK);
        ((ObjectNode) json.at("/inputs/0")).put("name", "/home/" + MARK + "/RC_2024-06.zst");
        run.save();
        bundle = temp.resolve("bundle");
        new BundleWriter(MetricRegistry.delivered(), Optional.empty()).write(run.folder(), bundle);
    }

    private static Map<String, Object> marked(String table) {
        Map<String, Object> row = new HashMap<>();
        for (TableSchema.Column column : TableSchema.find(table).orElseThrow().columns()) {
            switch (column.type()) {
                case TEXT -> row.put(column.name(), MARK + "-" + column.name());
                case TEXTS -> row.put(column.name(), List.of(MARK + "-" + column.name()));
                case INTEGER -> row.put(column.name(), 7_140_025_617L);
                case NUMBER -> row.put(column.name(), 7.140025617e9);
                default -> {
                    // Flags and times are nobody's mark.
                }
            }
        }
        return row;
    }

    @Test
    void noMarkIsInAnyFileOrArchiveOrCell() throws IOException {
        List<String> looked = new ArrayList<>();
        for (String file : BundleFiles.in(bundle)) {
            byte[] bytes = Files.readAllBytes(bundle.resolve(file));
            assertUnmarked(file, bytes);
            if (file.endsWith(".xlsx")) {
                try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(bundle.resolve(file)))) {
                    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                        assertUnmarked(file + "!" + entry.getName(), all(zip));
                    }
                }
            }
            looked.add(file);
        }
        assertThat(looked).contains("tables.xlsx", "run.json", "ro-crate-metadata.json", "report.html");
        try (RunFolder opened = RunFolder.open(bundle)) {
            for (String table : opened.tables().keySet()) {
                List<String> cells = opened.query(
                        "SELECT t::VARCHAR AS cells FROM release." + table + " t", row -> row.text("cells"));
                assertUnmarked(table, cells.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void noColumnOfRowsAboutItemsIsInAnyTable() {
        Set<String> ofItems = new TreeSet<>();
        for (String table : RESTRICTED) {
            TableSchema schema = TableSchema.find(table).orElseThrow();
            assertThat(schema.isRelease()).as(table).isFalse();
            ofItems.addAll(schema.columnNames());
        }
        Set<String> identifying = new TreeSet<>(Set.of(
                "item_key",
                "account_key",
                "parent_key",
                "origin_key",
                "root_key",
                "child_key",
                "text",
                "urls",
                "media_hashes"));
        assertThat(ofItems).containsAll(identifying);
        try (RunFolder opened = RunFolder.open(bundle)) {
            for (String table : opened.tables().keySet()) {
                assertThat(opened.query(
                                "SELECT column_name FROM (DESCRIBE release." + table + ")",
                                row -> row.text("column_name")))
                        .as(table)
                        .isNotEmpty()
                        .doesNotContainAnyElementsOf(identifying);
            }
        }
    }

    @Test
    void anOpenedOutputShowsNoRestrictedTableUnlessAsked() {
        try (RunFolder opened = RunFolder.open(temp.resolve("out"));
                RunFolder asked = RunFolder.openWithRestricted(temp.resolve("out"))) {
            String views = "SELECT count(*) AS n FROM duckdb_views() WHERE schema_name = 'restricted'";
            assertThat(opened.rows(views).get(0).count("n")).isZero();
            assertThat(asked.rows(views).get(0).count("n")).isEqualTo(RESTRICTED.size() + 2L);
        }
    }

    private static void assertUnmarked(String where, byte[] bytes) {
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .as(where)
                .doesNotContain(MARK, KEY_ID, "7140025617", "7.140025617", "study.key");
    }

    private static byte[] all(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        in.transferTo(out);
        return out.toByteArray();
    }
}
