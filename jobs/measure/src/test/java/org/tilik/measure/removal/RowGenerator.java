// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random removal data on a coarse grid of hours, so that ties of every kind are common. */
final class RowGenerator {

    /** One item row; censored rows have cause 0 and upper +∞. */
    record Row(double entry, double lower, double upper, int cause, double weight, int family) {}

    private RowGenerator() {}

    /** Exact and censored rows, late entries included. */
    static Arbitrary<List<Row>> exact() {
        return rows(Arbitraries.of(0), Arbitraries.of(0, 1, 2, 3, 4));
    }

    /** Exact, censored and bracketed rows without late entry. */
    static Arbitrary<List<Row>> brackets() {
        return rows(Arbitraries.of(0, 1, 2, 4, 8), Arbitraries.of(0));
    }

    /** Rows of every kind. */
    static Arbitrary<List<Row>> any() {
        return rows(Arbitraries.of(0, 1, 2, 4, 8), Arbitraries.of(0, 1, 2, 3, 4));
    }

    private static Arbitrary<List<Row>> rows(Arbitrary<Integer> widths, Arbitrary<Integer> entries) {
        Arbitrary<Integer> kinds = Arbitraries.integers().between(0, 3);
        Arbitrary<Row> row = Combinators.combine(
                        entries,
                        Arbitraries.integers().between(0, 12),
                        widths,
                        kinds,
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(-1, 5))
                .as(RowGenerator::row);
        return row.list().ofMinSize(1).ofMaxSize(40);
    }

    private static Row row(int entry, int after, int width, int kind, int weight, int family) {
        double lower = entry + after + (width == 0 ? 1 : 0);
        boolean censored = kind == 0;
        double upper = censored ? Double.POSITIVE_INFINITY : lower + width;
        return new Row(entry, lower, upper, censored ? 0 : 1 + kind % 2, weight, family);
    }

    /** Data with causes "platform" and "author". */
    static RemovalData data(List<Row> rows) {
        RemovalDataBuilder data = RemovalData.builder(List.of("platform", "author"));
        for (Row row : rows) {
            data.add(row.entry(), row.lower(), row.upper(), row.cause(), row.weight(), row.family());
        }
        return data.build();
    }
}
