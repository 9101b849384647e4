// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tilik.model.table.LedgerCountRow;
import org.tilik.pipeline.strata.Stratum;

/**
 * A group of entries of one ledger that is measured together.
 *
 * @param ledger the ledger; ledgers are never pooled, since what they hold and from when they count is not the same
 * @param stratum columns and values
 */
record LedgerStratum(String ledger, Stratum stratum) {
    /** A column by which entries are grouped. */
    enum Column {
        PLATFORM,
        CATEGORY,
        SUBJECT,
        SOURCE_TYPE,
        AUTOMATED;

        String of(LedgerCountRow row) {
            return switch (this) {
                case PLATFORM -> row.platform();
                case CATEGORY -> row.category();
                case SUBJECT -> row.subject();
                case SOURCE_TYPE -> row.sourceType();
                case AUTOMATED -> row.automated();
            };
        }

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The groupings, each beside the whole ledger. */
    private static final List<List<Column>> GROUPINGS = List.of(
            List.of(Column.PLATFORM),
            List.of(Column.CATEGORY),
            List.of(Column.SUBJECT),
            List.of(Column.SOURCE_TYPE),
            List.of(Column.AUTOMATED),
            List.of(Column.PLATFORM, Column.CATEGORY),
            List.of(Column.PLATFORM, Column.SUBJECT),
            List.of(Column.PLATFORM, Column.SOURCE_TYPE),
            List.of(Column.PLATFORM, Column.AUTOMATED),
            List.of(Column.PLATFORM, Column.CATEGORY, Column.SOURCE_TYPE),
            List.of(Column.PLATFORM, Column.CATEGORY, Column.SOURCE_TYPE, Column.AUTOMATED));

    /** The groups that these entries are in. */
    static List<LedgerStratum> of(LedgerCountRow row) {
        List<LedgerStratum> strata =
                GROUPINGS.stream().map(columns -> of(row, columns)).collect(Collectors.toList());
        strata.add(new LedgerStratum(row.ledger(), Stratum.ALL));
        return strata;
    }

    private static LedgerStratum of(LedgerCountRow row, List<Column> columns) {
        return new LedgerStratum(
                row.ledger(),
                new Stratum(
                        columns.stream().map(Column::id).collect(Collectors.joining(",")),
                        columns.stream().map(column -> column.of(row)).collect(Collectors.joining("|"))));
    }

    /** The stratum's value of this column; null where it is over all. */
    String value(Column column) {
        int index = Arrays.asList(stratum.by().split(",", -1)).indexOf(column.id());
        return index < 0 ? null : stratum.value().split("\\|", -1)[index];
    }
}
