// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.bundle;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * Text that came from dumps and lists, made harmless for programs that show or calculate: nothing is hidden, turned
 * around or carried out.
 */
final class InertText {
    private static final String MISSING = "NA";
    /** What spreadsheets take for the beginning of a formula, in narrow and in wide letters. */
    private static final String FORMULA_SIGNS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private static final String GUARD = "'";

    private InertText() {}

    /**
     * As the cell of a table: with an apostrophe before what a spreadsheet would calculate, before what would be read
     * as missing, and before an apostrophe itself, so that each guard can be told and taken off.
     */
    static String cell(String raw) {
        String text = visible(raw);
        OptionalInt begin = text.chars()
                .filter(sign -> !Character.isWhitespace(sign) && !Character.isSpaceChar(sign))
                .findFirst();
        boolean isFormula = begin.isPresent() && FORMULA_SIGNS.indexOf(begin.getAsInt()) >= 0;
        return isFormula || text.startsWith(GUARD) || text.equals(MISSING) ? GUARD + text : text;
    }

    /** With control characters, direction marks, invisible characters and halves of pairs written as their codes. */
    static String visible(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        raw.codePoints().forEach(point -> {
            if (isVisible(point)) {
                text.appendCodePoint(point);
            } else {
                text.append(String.format(Locale.ROOT, point > Character.MAX_VALUE ? "\\u{%x}" : "\\u%04x", point));
            }
        });
        return text.toString();
    }

    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            // Joiners shape Persian, Indic and emoji text; without them words read wrong.
            case Character.FORMAT -> point == 0x200C || point == 0x200D;
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
