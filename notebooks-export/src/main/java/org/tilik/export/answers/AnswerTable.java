// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.answers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tilik.export.TableSchema;
import org.tilik.export.TableSchema.Column;

/** Answers as a table: its columns, and its cells. */
public final class AnswerTable {
    private static final String NONE = "none";
    private static final String OF_ROW = "As in the row named.";

    /** The columns, described as those of release tables are. */
    public static final TableSchema SCHEMA = new TableSchema(
            "answers",
            "One row per number that answers a question of the public record, or per question that the data cannot answer.",
            "bundle",
            List.of("question_id", "metric_id", "row_id"),
            1,
            List.of(
                    new Column("question_id", TableSchema.Type.TEXT, false, "Which question: subject and date.", NONE),
                    new Column(
                            "table",
                            TableSchema.Type.TEXT,
                            true,
                            "Release table of the row; absent where no row answers.",
                            NONE),
                    new Column("row_id", TableSchema.Type.TEXT, true, "The row; absent where no row answers.", NONE),
                    new Column("metric_id", TableSchema.Type.TEXT, false, "Metric that answers, or that would.", NONE),
                    new Column("estimate", TableSchema.Type.NUMBER, true, OF_ROW, "that of the row"),
                    new Column("ci_low", TableSchema.Type.NUMBER, true, OF_ROW, "that of the row"),
                    new Column("ci_high", TableSchema.Type.NUMBER, true, OF_ROW, "that of the row"),
                    new Column(
                            "bound_low",
                            TableSchema.Type.NUMBER,
                            true,
                            "As in the row named; of a scenario the copies averted in the low one.",
                            "that of the row"),
                    new Column(
                            "bound_high",
                            TableSchema.Type.NUMBER,
                            true,
                            "As in the row named; of a scenario the copies averted in the high one.",
                            "that of the row"),
                    new Column(
                            "n_items",
                            TableSchema.Type.INTEGER,
                            true,
                            "As in the row named; of a scenario the copies that it looks at.",
                            "1"),
                    new Column("clock", TableSchema.Type.TEXT, true, OF_ROW, NONE),
                    new Column(
                            "identifiability",
                            TableSchema.Type.TEXT,
                            false,
                            "point, bounds, or none where the data cannot say; the reading says why.",
                            NONE),
                    new Column(
                            "reading_en", TableSchema.Type.TEXT, false, "The answer in a sentence, in English.", NONE),
                    new Column("reading_fr", TableSchema.Type.TEXT, false, "The same in French.", NONE),
                    new Column("reading_id", TableSchema.Type.TEXT, false, "The same in Indonesian.", NONE)));

    private AnswerTable() {}

    /** The cells of an answer, in the order of the columns. */
    public static List<Object> cells(Answer answer) {
        List<Object> cells = new ArrayList<>(Arrays.asList(
                answer.question().id(),
                answer.table(),
                answer.rowId(),
                answer.metricId(),
                answer.estimate(),
                answer.ciLow(),
                answer.ciHigh(),
                answer.boundLow(),
                answer.boundHigh(),
                answer.nItems(),
                answer.clock(),
                answer.identifiability()));
        for (String language : List.of("en", "fr", "id")) {
            cells.add(answer.readings().get(language));
        }
        return cells;
    }
}
