// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

/**
 * Masses on innermost intervals (q, p] that make bracketed data most likely; times in hours.
 *
 * <p>Where inside an interval its mass lies is not identified, so intervals are published as they are, never by a
 * midpoint. After late entry a later part of the curve may be known only conditionally: {@link #mass} is then 0 there
 * and {@link #share} still gives conditional shares.
 */
public final class IntervalFit {

    private final IntervalCells cells;
    private final int[] blockEnd;
    /** Mass of each cell given visibility at the start of its block, and of all later cells of the block. */
    private final double[] mass;

    private final double[] tail;
    private final double[] expectedEvents;
    private final double[] atRisk;
    private final double logLikelihood;
    private final double violation;
    private final int iterations;

    IntervalFit(
            IntervalCells cells,
            int[] blockEnd,
            double[] mass,
            double[] expectedEvents,
            double[] atRisk,
            double logLikelihood,
            double violation,
            int iterations) {
        this.cells = cells;
        this.blockEnd = blockEnd;
        this.mass = mass;
        this.expectedEvents = expectedEvents;
        this.atRisk = atRisk;
        this.logLikelihood = logLikelihood;
        this.violation = violation;
        this.iterations = iterations;
        this.tail = new double[mass.length];
        for (int i = mass.length - 1; i >= 0; i--) {
            tail[i] = mass[i] + (blockEnd[i] == i ? 0 : tail[i + 1]);
        }
    }

    /** Number of innermost intervals. */
    public int size() {
        return mass.length;
    }

    /** Open left end q of interval i; equal to p where the interval is one exact time. */
    public double lower(int i) {
        return cells.left[i];
    }

    /** Closed right end p of interval i; +∞ for items never seen gone. */
    public double upper(int i) {
        return cells.right[i];
    }

    /** Cause of interval i, 1 … K; 0 for the one that ends at +∞. */
    public int cause(int i) {
        return cells.cause[i];
    }

    /** Share of all items that went in interval i. */
    public double mass(int i) {
        return i <= blockEnd[0] ? mass[i] : 0;
    }

    /** Expected number of items at risk just before interval i. */
    public double atRisk(int i) {
        return atRisk[i];
    }

    /** Expected number of items that went in interval i. */
    public double events(int i) {
        return expectedEvents[i];
    }

    /** The log-likelihood at the masses. */
    public double logLikelihood() {
        return logLikelihood;
    }

    /**
     * How far the masses are from the maximum: the largest relative gain in likelihood slope that any interval still
     * offers (Gentleman and Geyer's condition); the log-likelihood is below its maximum by at most items × this.
     */
    public double violation() {
        return violation;
    }

    /** Rounds of the algorithm. */
    public int iterations() {
        return iterations;
    }

    /** Whether the stopping condition was met. */
    public boolean converged() {
        return violation <= IntervalNpmle.TOLERANCE;
    }

    /**
     * Share gone by {@code cause} (0 = any) within (start, deadline], given visible at start.
     *
     * @param countOpen whether an interval around the deadline counts: yes gives the upper bound, no the lower
     */
    double share(double start, double deadline, int cause, boolean countOpen) {
        int first = cells.firstAfter(start);
        if (first >= size() || !(tail[first] > 0)) {
            return Double.NaN;
        }
        double gone = 0;
        for (int i = first; i <= blockEnd[first]; i++) {
            boolean counts = cells.right[i] <= deadline || (countOpen && cells.left[i] < deadline);
            boolean wanted = cells.cause[i] > 0 && (cause == 0 || cause == cells.cause[i]);
            gone += counts && wanted ? mass[i] : 0;
        }
        return Math.min(1, gone / tail[first]);
    }

    /** Share of the items visible at the start of its block that went in interval i. */
    double massInBlock(int i) {
        return mass[i];
    }

    /** The first interval wholly after {@code start}. */
    int firstAfter(double start) {
        return cells.firstAfter(start);
    }

    /** The last interval of the part of the curve that begins at interval {@code first}. */
    int partEnd(int first) {
        return blockEnd[first];
    }

    /** Share of the items visible just before interval {@code first} that went in interval i of the same part. */
    double massGiven(int first, int i) {
        return mass[i] / tail[first];
    }

    /**
     * The last time before {@code deadline} after which nobody who had entered by then was seen alive, although others
     * entered later: what the data say goes no further back. −∞ when there is none.
     */
    double lastDieOutBefore(double deadline) {
        double last = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size() - 1; i = blockEnd[i] + 1) {
            int end = blockEnd[i];
            if (end < size() - 1 && cells.right[end] < deadline) {
                last = cells.right[end];
            }
        }
        return last;
    }

    /** The end of the part of the curve that holds {@code start}, +∞ if it is the last part. */
    double firstDieOutAfter(double start) {
        int first = cells.firstAfter(start);
        return first >= size() || blockEnd[first] == size() - 1
                ? Double.POSITIVE_INFINITY
                : cells.right[blockEnd[first]];
    }
}
