// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A small CSV of reference results; where it comes from is in SOURCE.txt beside it. */
record References(List<String> columns, List<String[]> rows) {

    static References read(String path) {
        try (InputStream in = References.class.getResourceAsStream(path)) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return new References(
                    Arrays.asList(lines.get(0).split(",", -1)),
                    lines.stream().skip(1).map(line -> line.split(",", -1)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    int size() {
        return rows.size();
    }

    double number(int row, String column) {
        return parse(rows.get(row)[columns.indexOf(column)]);
    }

    double[] column(String column) {
        return rows.stream()
                .mapToDouble(row -> parse(row[columns.indexOf(column)]))
                .toArray();
    }

    /** The value of a key in a key,value table. */
    double value(String key) {
        return values(key)[0];
    }

    /** The numbers of a key in a key,value table, separated by bars or semicolons. */
    double[] values(String key) {
        String[] found =
                rows.stream().filter(row -> row[0].equals(key)).findFirst().orElseThrow();
        return Arrays.stream(found[1].split("[|;]"))
                .mapToDouble(References::parse)
                .toArray();
    }

    private static double parse(String text) {
        return text.equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
    }

    /** Equality to a relative precision. */
    static void assertClose(String what, double actual, double expected, double relative) {
        if (Double.isInfinite(expected)) {
            assertThat(actual).as(what).isEqualTo(expected);
        } else {
            assertThat(Math.abs(actual - expected))
                    .as("%s: %s, expected %s", what, actual, expected)
                    .isLessThanOrEqualTo(relative * Math.abs(expected));
        }
    }
}
