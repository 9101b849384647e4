// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A local maximum of a smooth function inside a box, by Newton's steps damped where the function is not concave
 * (Levenberg 1944, Marquardt 1963); second derivatives are differences of the slope.
 *
 * <p>Coordinates are logarithms of positive parameters, so that a step of 1 is a factor of e. A search that comes to
 * an end of the box while the function still grows stops there, which is told apart from a maximum inside.
 */
final class LogScaleMaximum {

    private static final int MOST_STEPS = 200;
    private static final double LONGEST_STEP = 1.5;
    /** Steps shorter than this part of a parameter end the search. */
    private static final double PRECISION = 1e-9;

    private static final double DIFFERENCE = 1e-4;
    private static final double MOST_DAMPING = 1e12;

    private final double[] point;
    private final double value;
    private final double[][] information;
    private final int boundary;
    private final boolean converged;

    private LogScaleMaximum(double[] point, double value, double[][] information, int boundary, boolean converged) {
        this.point = point;
        this.value = value;
        this.information = information;
        this.boundary = boundary;
        this.converged = converged;
    }

    /** The parameters found. */
    double[] point() {
        return point.clone();
    }

    /** The function there. */
    double value() {
        return value;
    }

    /** The standard deviation that the curvature gives parameter {@code i}; NaN if some direction has none. */
    double standardError(int i) {
        return SymmetricSystem.of(information, 0).standardError(i);
    }

    /** The parameter that stopped at an end of the box; −1 if none did. */
    int boundary() {
        return boundary;
    }

    /** Whether this is a maximum inside the box, to full precision. */
    boolean converged() {
        return converged;
    }

    /**
     * From one start.
     *
     * @param fixed the parameter that stays as it is; −1 for none
     */
    static LogScaleMaximum of(SmoothFunction function, double[] start, double[] low, double[] high, int fixed) {
        int[] free = IntStream.range(0, start.length).filter(i -> i != fixed).toArray();
        double[] x = start.clone();
        double[] gradient = new double[x.length];
        double value = function.at(x, gradient);
        double damping = 0;
        double[][] information = new double[0][];
        boolean moved = true;
        for (int round = 0; round < MOST_STEPS; round++) {
            if (moved) {
                int end = pushedOut(x, gradient, low, high, free);
                if (end >= 0) {
                    return new LogScaleMaximum(x, value, information, end, false);
                }
                information = information(function, x, free);
            }
            SymmetricSystem system = SymmetricSystem.of(information, damping);
            if (!system.isDefinite()) {
                damping = Math.max(1e-3, 10 * damping);
                moved = false;
                if (damping > MOST_DAMPING) {
                    break;
                }
                continue;
            }
            double[] slope = gradient;
            double[] step =
                    system.solve(Arrays.stream(free).mapToDouble(i -> slope[i]).toArray());
            double length = longest(step);
            double[] to = moved(x, step, free, low, high, Math.min(1, LONGEST_STEP / length));
            double[] next = new double[x.length];
            double there = function.at(to, next);
            moved = there >= value - 1e-11 * (1 + Math.abs(value));
            if (moved) {
                x = to;
                value = there;
                gradient = next;
                if (damping == 0 && length <= PRECISION) {
                    return new LogScaleMaximum(x, value, information, -1, true);
                }
                damping = damping <= 1e-3 ? 0 : damping / 10;
            } else {
                damping = Math.max(1e-3, 10 * damping);
                if (damping > MOST_DAMPING) {
                    break;
                }
            }
        }
        return new LogScaleMaximum(x, value, information, -1, false);
    }

    private static int pushedOut(double[] x, double[] gradient, double[] low, double[] high, int[] free) {
        for (int i : free) {
            if ((x[i] <= low[i] && gradient[i] <= 0) || (x[i] >= high[i] && gradient[i] >= 0)) {
                return i;
            }
        }
        return -1;
    }

    private static double[] moved(double[] x, double[] step, int[] free, double[] low, double[] high, double part) {
        double[] to = x.clone();
        for (int i = 0; i < free.length; i++) {
            to[free[i]] = Math.min(high[free[i]], Math.max(low[free[i]], x[free[i]] + part * step[i]));
        }
        return to;
    }

    /** Minus the second derivatives by the free parameters. */
    private static double[][] information(SmoothFunction function, double[] x, int[] free) {
        double[][] second = new double[free.length][free.length];
        double[] above = new double[x.length];
        double[] below = new double[x.length];
        for (int i = 0; i < free.length; i++) {
            double[] shifted = x.clone();
            shifted[free[i]] = x[free[i]] + DIFFERENCE;
            function.at(shifted, above);
            shifted[free[i]] = x[free[i]] - DIFFERENCE;
            function.at(shifted, below);
            for (int j = 0; j < free.length; j++) {
                second[i][j] = (below[free[j]] - above[free[j]]) / (2 * DIFFERENCE);
            }
        }
        for (int i = 0; i < free.length; i++) {
            for (int j = 0; j < i; j++) {
                second[i][j] = (second[i][j] + second[j][i]) / 2;
                second[j][i] = second[i][j];
            }
        }
        return second;
    }

    private static double longest(double[] step) {
        double longest = 0;
        for (double s : step) {
            longest = Math.max(longest, Math.abs(s));
        }
        return longest;
    }
}
