// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tilik.export.RunFolder;
import org.tilik.export.answers.Answers;

/**
 * The report of a run: one page that opens offline in any browser, in three languages, with figures, their tables, and a
 * sentence to cite for each number. It holds rows of release tables and what run.json says, and nothing else.
 */
public final class ReportPage {

    /** Writes the page to this file; the same tables give the same bytes. */
    public void write(RunFolder run, Path file) throws IOException {
        String title = VisibleText.of(run.run().title());
        String page = PageParts.page(title, ReportData.of(run.run().json(), Answers.of(run), PageTables.read(run)));
        Files.writeString(file, page, StandardCharsets.UTF_8);
    }
}
