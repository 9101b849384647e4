// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.coordination;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** CSV of reference results; where they come from is in SOURCE.txt beside them. */
record Tables(List<String> columns, List<String[]> rows) {

    static Tables read(String name) {
        try (InputStream in = Tables.class.getResourceAsStream("coordinated_sharing/" + name)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    static Tables read(InputStream in) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> columns = Arrays.asList(reader.readLine().split(",", -1));
            return new Tables(
                    columns, reader.lines().map(line -> line.split(",", -1)).toList());
        }
    }

    String text(int row, String column) {
        return rows.get(row)[columns.indexOf(column)];
    }

    double number(int row, String column) {
        return Double.parseDouble(text(row, column));
    }

    /** Shares with times in whole seconds. */
    List<Share> shares() {
        int object = columns.indexOf("object_id");
        int item = columns.indexOf("content_id");
        int account = columns.indexOf("account_id");
        int time = columns.indexOf("timestamp_share");
        return rows.stream()
                .map(row -> new Share(row[object], row[item], row[account], 1_000_000 * Long.parseLong(row[time])))
                .toList();
    }
}
