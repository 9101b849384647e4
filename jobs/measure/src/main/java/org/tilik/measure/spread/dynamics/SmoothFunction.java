// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

/** A function of several numbers with its slope. */
interface SmoothFunction {

    /** The value at {@code x}; its slope is written to {@code gradient}. */
    double at(double[] x, double[] gradient);
}
