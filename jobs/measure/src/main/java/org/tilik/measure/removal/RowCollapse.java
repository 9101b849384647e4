// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

/** Rows with equal ones added up, in an order given by their content alone, and where each row went. */
final class RowCollapse {

    final RemovalData data;
    private final int[] collapsedRow;

    private RowCollapse(RemovalData data, int[] collapsedRow) {
        this.data = data;
        this.collapsedRow = collapsedRow;
    }

    static RowCollapse of(RemovalData data) {
        int[] order = RowOrder.sorted(data.size(), (a, b) -> compare(data, a, b));
        int[] rows = new int[order.length];
        double[] weights = new double[order.length];
        int[] collapsedRow = new int[order.length];
        int count = 0;
        for (int row : order) {
            if (count > 0 && compare(data, rows[count - 1], row) == 0) {
                weights[count - 1] += data.weight(row);
            } else {
                rows[count] = row;
                weights[count++] = data.weight(row);
            }
            collapsedRow[row] = count - 1;
        }
        return new RowCollapse(data.select(rows, weights, count), collapsedRow);
    }

    /** Other weights of the rows, added up likewise. */
    double[] collapsed(double[] weights) {
        double[] sums = new double[data.size()];
        for (int i = 0; i < weights.length; i++) {
            sums[collapsedRow[i]] += weights[i];
        }
        return sums;
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
