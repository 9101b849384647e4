// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.fourcat;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.tilik.formats.JsonHead;
import org.tilik.formats.Signature;
import org.tilik.formats.csv.CsvColumns;

/** Tells the tables of 4CAT by the columns that it gives all of them. */
public final class FourcatSignature implements Signature {
    @Override
    public Optional<String> ofJson(JsonHead head) {
        return head.isList() ? Optional.empty() : of(head::has);
    }

    @Override
    public Optional<String> ofHeader(CsvColumns columns) {
        return of(columns::has);
    }

    private static Optional<String> of(Predicate<String> columns) {
        if (all(columns, "num", "resto", "board", "com", "time")) {
            return Optional.of("columns num, resto, board, com, time of an export of 4CAT");
        }
        if (all(columns, "timestamp_deleted") && (columns.test("id_seq") || columns.test("board"))) {
            return Optional.of("column timestamp_deleted of 4CAT's table of deletions");
        }
        return all(columns, "id", "thread_id", "body", "timestamp") && columns.test("author")
                ? Optional.of("columns id, thread_id, author, body, timestamp of 4CAT")
                : Optional.empty();
    }

    private static boolean all(Predicate<String> columns, String... names) {
        return Arrays.stream(names).allMatch(columns);
    }
}
