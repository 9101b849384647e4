// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tilik.export.MeasureRow;
import org.tilik.export.RunFolder;

/** The report of a run: a page without scripts or links to elsewhere, with the pooled numbers of removal as a table. */
public final class ReportPage {

    /** Writes the page to this file. */
    public void write(RunFolder run, Path file) throws IOException {
        StringBuilder page =
                new StringBuilder("""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <title>""").append(text(run.run().title())).append("</title>\n</head>\n<body>\n<main>\n");
        page.append("<h1>").append(text(run.run().title())).append("</h1>\n");
        page.append("<p>Run ").append(text(run.run().runId())).append("</p>\n");
        page.append("<table>\n<caption>All tracked posts, replies and quotes</caption>\n<tr>");
        for (String heading : new String[] {
            "metric",
            "deadline (h)",
            "clock",
            "estimate",
            "low bound",
            "high bound",
            "interval from",
            "to",
            "unit",
            "items"
        }) {
            page.append("<th scope=\"col\">").append(heading).append("</th>");
        }
        page.append("</tr>\n");
        run.measures("removal_measures").stream()
                .filter(row -> row.stratumBy().equals("all") && !row.suppressed())
                .forEach(row -> page.append(tableRow(row)));
        page.append("</table>\n</main>\n</body>\n</html>\n");
        Files.writeString(file, page, StandardCharsets.UTF_8);
    }

    private static String tableRow(MeasureRow row) {
        StringBuilder line = new StringBuilder("<tr>");
        for (Object cell : new Object[] {
            row.metricId(),
            row.deadlineHours(),
            row.clock(),
            row.estimate(),
            row.boundLow(),
            row.boundHigh(),
            row.ciLow(),
            row.ciHigh(),
            row.unit(),
            row.nItems()
        }) {
            line.append("<td>")
                    .append(cell == null ? "" : text(cell.toString()))
                    .append("</td>");
        }
        return line.append("</tr>\n").toString();
    }

    private static String text(String raw) {
        return raw.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
