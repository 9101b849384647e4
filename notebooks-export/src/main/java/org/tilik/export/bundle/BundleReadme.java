// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.bundle;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.tilik.export.MeasureRow;
import org.tilik.export.RunFolder;
import org.tilik.export.RunRecord;
import org.tilik.export.TableSchema;

/** The first page that somebody reads who is given a bundle. */
final class BundleReadme {
    private final RunFolder bundle;
    private final RunRecord run;
    private final Glossary glossary;

    BundleReadme(RunFolder bundle, Glossary glossary) {
        this.bundle = bundle;
        this.run = bundle.run();
        this.glossary = glossary;
    }

    String page(boolean hasModelCard) {
        StringBuilder page = new StringBuilder();
        page.append("# ").append(Markdown.text(run.title())).append("\n\n");
        page.append("Tables of run `").append(run.runId()).append("` of the study ");
        page.append(Markdown.text(run.study())).append(", made by Tilik ").append(Markdown.text(run.toolVersion()));
        run.finishedAt()
                .ifPresent(time ->
                        page.append(" on ").append(time.atOffset(ZoneOffset.UTC).toLocalDate()));
        page.append(
                ". Every row may be published: none is about a single item, account or text, and groups of fewer than ");
        page.append(run.k()).append(" items or accounts have no numbers.\n\n");
        page.append("Begin with [").append(Bundle.REPORT).append("](").append(Bundle.REPORT);
        page.append("); it opens in any browser without a network.\n\n## What is here\n\n");
        page.append("| file | what it is |\n|---|---|\n");
        line(page, Bundle.REPORT, "the report");
        line(page, Bundle.ANSWERS, "what these data say to the questions of the public record, in three languages");
        line(page, Bundle.TABLES + "/", "the tables as Parquet, the bytes that the run wrote");
        line(page, Bundle.CSV + "/", "the same as CSV: UTF-8, times in UTC, `NA` where a value is absent");
        line(page, Bundle.WORKBOOK, "the same as workbook, after the data dictionary and the metrics");
        line(page, Bundle.SQL, "views for DuckDB");
        line(page, Bundle.NOTEBOOKS + "/", "Jupyter notebooks on these tables (Python with duckdb), not run yet");
        if (bundle.has("removal_curves") && bundle.has("removal_measures")) {
            line(page, Bundle.R_PAGE, "the removal curves in R, and how to compute the measures again");
        }
        line(page, Bundle.DICTIONARY, "what each column and metric means");
        if (hasModelCard) {
            line(page, Bundle.MODEL_CARD, "how often the classifier is wrong, by language");
        }
        line(page, Bundle.DATA_PACKAGE, "description of the tables for programs (Data Package 2)");
        line(page, Bundle.RO_CRATE, "what was made from what (RO-Crate 1.1)");
        line(page, Bundle.RUN, "inputs with digests, options, counts and versions");
        line(page, Bundle.CITATION, "how to cite the data set");
        line(page, Bundle.CHECKSUMS, "digests; `sha256sum -c SHA256SUMS` checks them");
        page.append("\nTables:\n\n| table | rows | one row is |\n|---|---|---|\n");
        for (TableSchema table : glossary.tables()) {
            page.append("| ")
                    .append(table.name())
                    .append(" | ")
                    .append(rows(table))
                    .append(" | ");
            page.append(Markdown.text(table.doc())).append(" |\n");
        }
        page.append(opening());
        page.append("""

                In CSV and workbook, a text that a spreadsheet would calculate (it begins with = + - or @), that reads `NA`, or
                that begins with an apostrophe has an apostrophe before it; control characters and direction marks are written
                as their codes. The Parquet files hold the texts as they are. Lists are joined by semicolons.

                ## How to cite

                A number has a `row_id`. `tilik cite ROW_ID` in this folder gives the sentence, with interval, metric version,
                run, inputs and model; `--bibtex` and `--csl-json` give entries for reference managers. Without the program:
                name the study, the run and the row, as in

                """);
        page.append("> ").append(Markdown.text(run.title())).append(", run ").append(run.runId());
        page.append(example().map(row -> ", row " + row.rowId()).orElse("")).append(" (Tilik ");
        page.append(Markdown.text(run.toolVersion())).append(").\n");
        page.append("""

                ## Reading a number

                `identifiability` = `point`: use `estimate` with `ci_low` and `ci_high`. `bounds`: the data allow every value
                from `bound_low` to `bound_high`, and no single one. `none`: the data say nothing about it. A row with
                `conditional_on_hours` holds for items that were still visible after so many hours. Rows with different `clock`
                are never compared. `suppressed` rows have no numbers, because their group is small.

                Rows of one measure with different `correction_method` are the same number, raw and corrected for the error of
                the classifier. A row of `compliance` holds for one commitment, on the commitment's own clock; with `legal_basis`
                absent it is no test of a law. A row of `policy_changes` is an association about a date; a row of
                `counterfactuals` is a scenario, cited with its low and its high end and its `assumptions`.
                """);
        return page.toString();
    }

    private static void line(StringBuilder page, String file, String meaning) {
        page.append("| `").append(file).append("` | ").append(meaning).append(" |\n");
    }

    private long rows(TableSchema table) {
        return bundle.rows("SELECT count(*) AS n FROM release." + RunFolder.quoted(table.name()))
                .get(0)
                .count("n");
    }

    private String opening() {
        List<TableSchema> tables = glossary.tables();
        String table = bundle.has("removal_measures") || tables.isEmpty()
                ? "removal_measures"
                : tables.get(0).name();
        return """

                ## How to open it

                Inside this folder:

                    duckdb -init tables.sql                                            # then: FROM release.TABLE;
                    pandas.read_csv("csv/TABLE.csv", keep_default_na=False, na_values=["NA"])   # Python
                    pandas.read_parquet("tables/TABLE.parquet")                        # Python with pyarrow
                    read.csv("csv/TABLE.csv")                                          # R
                    arrow::read_parquet("tables/TABLE.parquet")                        # R with arrow

                In Excel or LibreOffice open `tables.xlsx`.
                """.replace("TABLE", table);
    }

    private Optional<MeasureRow> example() {
        return bundle.measures("removal_measures").stream()
                .filter(row -> !row.suppressed() && row.hasNumber())
                .findFirst();
    }
}
