// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tilik.export.SyntheticRun.row;
import static org.tilik.export.SyntheticRun.share;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.export.RunFolder;
import org.tilik.export.SyntheticRun;

class NotebookPageTest {
    private static final Pattern SQL = Pattern.compile("(?s)duckdb\\.sql\\(\"\"\"(.*?)\"\"\"\\)");

    @TempDir
    private Path temp;

    @Test
    void cellsOfMissingTablesAreLeftOutWithTheWordsBeforeThem() {
        NotebookPage page = NotebookPage.parse("x", """
                # Title

                ```python
                always
                ```

                ## Of rejects

                ```python needs=rejects
                rejects

                more
                ```

                The end.
                """);

        assertThat(page.cellsFor(Set.of("rejects")))
                .extracting(NotebookPage.Cell::text)
                .containsExactly("# Title", "always", "## Of rejects", "rejects\n\nmore", "The end.");
        assertThat(page.cellsFor(Set.of()))
                .extracting(NotebookPage.Cell::text)
                .containsExactly("# Title", "always", "The end.");
    }

    @Test
    void aNotebookAboutAMissingTableIsNotMade() {
        assertThat(NotebookPage.named("02-spread").cellsFor(Set.of("rejects", "families")))
                .isEmpty();
        assertThat(NotebookPage.named("02-spread").cellsFor(Set.of("spread_measures")))
                .hasSize(2);
    }

    @Test
    void theDocumentIsOfNotebookFormat() {
        JsonNode notebook = Notebook.of(NotebookPage.named("01-overview").cellsFor(Set.of("removal_measures")));

        assertThat(notebook.path("nbformat").asInt()).isEqualTo(4);
        assertThat(notebook.path("nbformat_minor").asInt()).isEqualTo(5);
        Set<String> ids = new HashSet<>();
        for (JsonNode cell : notebook.path("cells")) {
            assertThat(ids.add(cell.path("id").asText())).isTrue();
            assertThat(cell.path("metadata").isObject()).isTrue();
            assertThat(cell.path("source").isArray()).isTrue();
            boolean isCode = cell.path("cell_type").asText().equals("code");
            assertThat(cell.has("outputs")).isEqualTo(isCode);
            assertThat(cell.has("execution_count")).isEqualTo(isCode);
        }
        assertThat(notebook.at("/cells/1/source/0").asText()).isEqualTo("import os\n");
    }

    private static Map<String, Object> policy(String metric, String column, String value) {
        Map<String, Object> row = share(metric, "all", 24, 0.1);
        row.put(column, value);
        return row;
    }

    @Test
    void everyQueryRunsOnTheTablesAsTheirSchemasHaveThem() throws IOException, SQLException {
        Map<String, Object> labelled = share("prevalence.share", "all", 1, 0.1);
        labelled.put("label", "hateful");
        labelled.put("correction_method", "classifier, not corrected");
        Map<String, Object> corrected = new HashMap<>(labelled);
        corrected.put("correction_method", "dsl");
        SyntheticRun run = SyntheticRun.in(temp)
                .table("removal_measures", share("gone.share_within", "all", 24, 0.4))
                .table("removal_curves", row("stratum_by", "all", "stratum", "all", "t_hours", 24.0, "survival", 0.6))
                .table("prevalence", labelled, corrected)
                .table("rejects", row("reason", "encoding"))
                .table("spread_measures", share("cascade.size", "all", 1, 3))
                .table("spread_timeline", row("stratum_by", "all", "bucket", "day"))
                .table("families", row("size_class", "10-99", "n_copies", 12L))
                .table("platform_jumps", row("platform_from", "x", "platform_to", "reddit"))
                .table("compliance", policy("compliance.met_share", "period", "all"))
                .table("policy_changes", policy("policy.level_change", "intervention", "dsa-2023"))
                .table("counterfactuals", row("scenario", "one_strike"))
                .table("over_removal", policy("over_removal.removed_share_within", "item_class", "counter"))
                .table("counter_speech", policy("counter_speech.reach_ratio", "unit_kind", "all"));
        List<String> queries = new ArrayList<>();
        try (RunFolder opened = RunFolder.open(run.folder())) {
            for (String name : NotebookPage.NAMES) {
                for (NotebookPage.Cell cell :
                        NotebookPage.named(name).cellsFor(opened.tables().keySet())) {
                    Matcher query = SQL.matcher(cell.text());
                    while (query.find()) {
                        queries.add(query.group(1));
                        assertThat(opened.rows(query.group(1)))
                                .as(query.group(1))
                                .hasSize(1);
                    }
                }
            }
        }
        assertThat(queries).hasSizeGreaterThanOrEqualTo(10);
    }
}
