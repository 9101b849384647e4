// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.cite;

import java.time.ZoneOffset;

/** A citation as BibTeX entry. */
public final class BibTex {
    private BibTex() {}

    /** The entry. */
    public static String of(Citation citation) {
        StringBuilder entry = new StringBuilder("@misc{tilik-")
                .append(citation.run().runId())
                .append('-')
                .append(citation.rowId())
                .append(",\n");
        field(entry, "author", "{" + text(citation.authors()) + "}");
        field(
                entry,
                "title",
                "{" + text(citation.title() + ". " + citation.run().title()) + "}");
        citation.run()
                .finishedAt()
                .ifPresent(time -> field(
                        entry,
                        "year",
                        String.valueOf(time.atOffset(ZoneOffset.UTC).getYear())));
        field(
                entry,
                "howpublished",
                text("Data set, run " + citation.run().runId() + ", row " + citation.rowId() + ", Tilik "
                        + citation.run().toolVersion()));
        field(entry, "note", text(citation.sentence()));
        return entry.append("}").toString();
    }

    private static void field(StringBuilder entry, String name, String value) {
        entry.append("  ").append(name).append(" = {").append(value).append("},\n");
    }

    /** Without what LaTeX would carry out. */
    static String text(String raw) {
        StringBuilder text = new StringBuilder();
        raw.codePoints()
                .forEach(point -> text.append(
                        switch (point) {
                            case '\\' -> "\\textbackslash{}";
                            case '{' -> "\\{";
                            case '}' -> "\\}";
                            case '~' -> "\\textasciitilde{}";
                            case '^' -> "\\textasciicircum{}";
                            case '#', '$', '%', '&', '_' -> "\\" + Character.toString(point);
                            default -> Character.isISOControl(point) ? " " : Character.toString(point);
                        }));
        return text.toString();
    }
}
