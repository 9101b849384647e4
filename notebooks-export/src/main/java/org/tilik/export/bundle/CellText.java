// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.bundle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.stream.Collectors;
import org.tilik.export.Row;
import org.tilik.export.TableSchema.Column;

/** A value of a table as the text of a CSV cell. */
final class CellText {
    /** Stands for a value that is unknown or does not apply. */
    static final String MISSING = "NA";
    /** Stands between the texts of a list. */
    static final String LIST_SEPARATOR = ";";

    private static final int LONGEST_PLAIN = 15;

    private CellText() {}

    static String of(Row row, Column column) {
        String name = column.name();
        return switch (column.type()) {
            case TEXT -> orMissing(row.text(name) == null ? null : InertText.cell(row.text(name)));
            case INTEGER -> orMissing(row.count(name));
            case NUMBER -> orMissing(row.number(name) == null ? null : number(row.number(name)));
            case FLAG -> Boolean.toString(row.flag(name));
            case TIME -> orMissing(row.time(name) == null ? null : time(row.time(name)));
            case TEXTS ->
                InertText.cell(row.texts(name).stream()
                        .map(text -> text.replace(LIST_SEPARATOR, ","))
                        .collect(Collectors.joining(LIST_SEPARATOR)));
        };
    }

    /** The shortest digits that give the same number again, without an exponent where that is short. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return MISSING;
        }
        BigDecimal digits = BigDecimal.valueOf(value).stripTrailingZeros();
        String plain = digits.toPlainString();
        return plain.length() - plain.indexOf('.') <= LONGEST_PLAIN + digits.precision() ? plain : digits.toString();
    }

    /** ISO 8601 in UTC. */
    static String time(Instant time) {
        return time.toString();
    }

    private static String orMissing(Object value) {
        return value == null ? MISSING : value.toString();
    }
}
