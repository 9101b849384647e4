// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.util.Arrays;

/** A growing column of numbers. */
final class Column {
    private double[] values = new double[16];
    private int size;

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.toIntExact(Math.min(size * 3L / 2, Integer.MAX_VALUE - 8L)));
        }
        values[size++] = value;
    }

    /** The numbers added so far. */
    double[] values() {
        return Arrays.copyOf(values, size);
    }
}
