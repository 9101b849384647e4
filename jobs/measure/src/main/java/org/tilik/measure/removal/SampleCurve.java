// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

/** The curve of one sample, read at quantiles and at times. */
interface SampleCurve {

    /** The time by which the share p of items visible at start had gone, as (q, p]; +∞ when not reached. */
    double[] quantile(double start, double p);

    /** Share still visible at ascending times, of items visible at start. */
    double[] survivalAt(double start, double[] times);

    /** The quantile of a curve that does not fall so far. */
    static double[] notReached() {
        return new double[] {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    }
}
