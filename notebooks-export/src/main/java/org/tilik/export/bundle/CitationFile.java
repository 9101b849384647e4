// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.bundle;

import java.time.ZoneOffset;
import org.tilik.export.RunRecord;

/** Says how the bundle is cited, in the Citation File Format 1.2.0. */
final class CitationFile {
    private CitationFile() {}

    static String of(RunRecord run) {
        StringBuilder cff = new StringBuilder("cff-version: 1.2.0\n");
        line(
                cff,
                "message",
                "Please cite this data set with the run id, and each number of it with its row id"
                        + " (tilik cite ROW_ID). Put the authors of the study in place of the name below.");
        line(cff, "title", run.title());
        cff.append("type: dataset\nauthors:\n  - name: ")
                .append(quoted("Authors of the study " + run.study()))
                .append('\n');
        line(cff, "version", run.runId());
        run.finishedAt()
                .ifPresent(time -> line(
                        cff,
                        "date-released",
                        time.atOffset(ZoneOffset.UTC).toLocalDate().toString()));
        cff.append("identifiers:\n  - type: other\n    value: ")
                .append(quoted("tilik-run:" + run.runId()))
                .append("\n    description: ")
                .append(quoted("Run id: stands for the study, its inputs and the version of the program"))
                .append('\n');
        cff.append("references:\n  - type: software\n    title: Tilik\n    version: ")
                .append(quoted(run.toolVersion()))
                .append("\n    authors:\n      - name: Tilik contributors\n    license: GPL-3.0-or-later\n");
        return cff.toString();
    }

    private static void line(StringBuilder cff, String key, String value) {
        cff.append(key).append(": ").append(quoted(value)).append('\n');
    }

    /** A YAML text in double quotes. */
    private static String quoted(String raw) {
        return '"' + InertText.visible(raw).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
