// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

/** Adds up equal rows, in an order given by their content alone. */
final class RowCollapse {

    private RowCollapse() {}

    static RemovalData of(RemovalData data) {
        RemovalData named = data.withFamilies(Families.canonical(data));
        int[] order = RowOrder.sorted(named.size(), (a, b) -> compare(named, a, b));
        int[] rows = new int[order.length];
        double[] weights = new double[order.length];
        int count = 0;
        for (int row : order) {
            if (count > 0 && compare(named, rows[count - 1], row) == 0) {
                weights[count - 1] += named.weight(row);
            } else {
                rows[count] = row;
                weights[count++] = named.weight(row);
            }
        }
        return named.select(rows, weights, count);
    }

    private static int compare(RemovalData data, int a, int b) {
        int order = Double.compare(data.entry(a), data.entry(b));
        if (order == 0) {
            order = Double.compare(data.lower(a), data.lower(b));
        }
        if (order == 0) {
            order = Double.compare(data.upper(a), data.upper(b));
        }
        if (order == 0) {
            order = Integer.compare(data.cause(a), data.cause(b));
        }
        return order != 0 ? order : Integer.compare(data.family(a), data.family(b));
    }
}
