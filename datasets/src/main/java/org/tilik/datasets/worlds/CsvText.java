// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

import java.util.List;

/** CSV as RFC 4180 has it, but with LF at line ends. */
public final class CsvText {
    private CsvText() {}

    /** A row with its line end; null cells stay empty. */
    public static String row(List<String> cells) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                row.append(',');
            }
            row.append(quoted(cells.get(i)));
        }
        return row.append('\n').toString();
    }

    private static String quoted(String cell) {
        if (cell == null) {
            return "";
        }
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
