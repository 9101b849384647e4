// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

/**
 * A sum of weighted logarithms. Probabilities that count once or twice, as most do among distinct brackets, are
 * multiplied and their logarithm is taken once for many: that is several times as fast and no less precise.
 */
final class LogSum {

    /** Far enough from the smallest normal number that one more factor cannot be lost. */
    private static final double SMALL = 0x1p-500;

    private static final double FEWEST_SQUARE = 0x1p-200;

    private double sum;
    private double product = 1;

    /** Adds {@code weight} times the logarithm of {@code value}. */
    void add(double weight, double value) {
        if (value > FEWEST_SQUARE && value <= 1 && weight == 1) {
            product *= value;
        } else if (value > FEWEST_SQUARE && value <= 1 && weight == 2) {
            product *= value * value;
        } else {
            sum += weight * Math.log(value);
            return;
        }
        if (product < SMALL) {
            sum += Math.log(product);
            product = 1;
        }
    }

    double total() {
        return sum + Math.log(product);
    }
}
