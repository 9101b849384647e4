// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

/**
 * The quantile at p of B resampled numbers: the p (B + 1)-th smallest, interpolated between neighbours.
 *
 * <p>Davison and Hinkley, Bootstrap Methods and their Application, 1997, doi:10.1017/CBO9780511802843, section 5.2. With few
 * samples other rules leave percentile intervals too short: of 200 samples the one with p (B − 1) leaves out 3.0 % at an
 * end where 2.5 % are meant.
 */
final class SampleQuantile {

    private SampleQuantile() {}

    /** Of numbers in ascending order, at least one; infinite where it lies next to an infinite one. */
    static double of(double[] sorted, double p) {
        double position = Math.min(sorted.length - 1.0, Math.max(0, p * (sorted.length + 1) - 1));
        int below = (int) Math.floor(position);
        int above = Math.min(sorted.length - 1, below + 1);
        double share = position - below;
        return share == 0 ? sorted[below] : sorted[below] * (1 - share) + sorted[above] * share;
    }
}
