// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tilik.datasets.MetricRegistry;
import org.tilik.export.answers.Answer;
import org.tilik.export.answers.AnswerTable;
import org.tilik.export.words.Messages;

/** The data of the page: the run's facts, rows of release tables, what the metrics mean, and the words. */
final class ReportData {
    private static final String METRIC_ID = "metric_id";

    private ReportData() {}

    /** All of it, as the page's scripts read it. */
    static ObjectNode of(JsonNode run, List<Answer> answers, Map<PageTable, ColumnTable> tables) throws IOException {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.set("run", RunFacts.of(run));
        ObjectNode contents = data.putObject("tables");
        contents.set(AnswerTable.SCHEMA.name(), answers(answers).json());
        Set<String> metrics = new TreeSet<>();
        for (PageTable table : PageTable.values()) {
            if (tables.containsKey(table)) {
                ColumnTable rows = tables.get(table);
                contents.set(table.table(), rows.json());
                int metric = rows.columns().indexOf(METRIC_ID);
                if (metric >= 0) {
                    rows.rows().forEach(row -> metrics.add((String) row.get(metric)));
                }
            }
        }
        data.set("metrics", MetricNotes.of(MetricRegistry.delivered(), metrics));
        data.set("model_errors", ModelErrorRows.of(run));
        data.set("messages", Messages.all());
        return data;
    }

    private static ColumnTable answers(List<Answer> answers) {
        return new ColumnTable(
                AnswerTable.SCHEMA.columnNames(),
                answers.stream()
                        .map(answer -> AnswerTable.cells(answer).stream()
                                .map(cell -> cell instanceof String text ? VisibleText.of(text) : cell)
                                .toList())
                        .toList(),
                0);
    }
}
