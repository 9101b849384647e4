// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

/**
 * All (innermost interval, cause) pairs that can carry mass, in the order of time: the unknowns of the likelihood.
 *
 * <p>The last one may be (q, +∞), for items never seen gone; it has no cause (0). Cells of different causes may
 * overlap, but no entry and no last sighting lies inside a cell, so "after entry" and "after last seen" are always
 * whole tails of this order.
 */
final class IntervalCells {

    final double[] left;
    final double[] right;
    /** 1 … K, or 0 for the tail. */
    final int[] cause;
    /** Intervals of each cause, and where each of them stands in the order of all. */
    final InnermostIntervals[] ofCause;

    final int[][] position;

    private IntervalCells(InnermostIntervals[] ofCause, double tail) {
        this.ofCause = ofCause;
        this.position = new int[ofCause.length][];
        int cells = Double.isNaN(tail) ? 0 : 1;
        for (InnermostIntervals intervals : ofCause) {
            cells += intervals.size();
        }
        left = new double[cells];
        right = new double[cells];
        cause = new int[cells];
        order();
        if (!Double.isNaN(tail)) {
            left[cells - 1] = tail;
            right[cells - 1] = Double.POSITIVE_INFINITY;
        }
    }

    /** Cells of K causes, or of one nameless cause when the data name none. */
    static IntervalCells of(RemovalData data) {
        int causes = data.causeNames().size();
        InnermostIntervals[] ofCause = new InnermostIntervals[Math.max(1, causes)];
        for (int k = 0; k < ofCause.length; k++) {
            ofCause[k] = InnermostIntervals.of(data, causes == 0 ? 0 : k + 1);
        }
        return new IntervalCells(ofCause, tailStart(data));
    }

    /** The last sighting of a censored item, if nothing was seen to go after it; NaN otherwise. */
    private static double tailStart(RemovalData data) {
        double lastSeen = Double.NEGATIVE_INFINITY;
        double lastGone = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < data.size(); i++) {
            if (data.isCensored(i)) {
                lastSeen = Math.max(lastSeen, data.lower(i));
            } else {
                lastGone = Math.max(lastGone, data.upper(i));
            }
        }
        return lastSeen > Double.NEGATIVE_INFINITY && lastSeen >= lastGone ? lastSeen : Double.NaN;
    }

    /** Merges the causes by left end; at one left end the exact time comes first, being before the open interval. */
    private void order() {
        int[] next = new int[ofCause.length];
        for (int k = 0; k < next.length; k++) {
            position[k] = new int[ofCause[k].size()];
        }
        for (int cell = 0; ; cell++) {
            int first = -1;
            for (int k = 0; k < next.length; k++) {
                if (next[k] < ofCause[k].size() && (first < 0 || precedes(k, next[k], first, next[first]))) {
                    first = k;
                }
            }
            if (first < 0) {
                return;
            }
            int index = next[first]++;
            position[first][index] = cell;
            left[cell] = ofCause[first].left[index];
            right[cell] = ofCause[first].right[index];
            cause[cell] = first + 1;
        }
    }

    private boolean precedes(int a, int i, int b, int j) {
        InnermostIntervals first = ofCause[a];
        InnermostIntervals second = ofCause[b];
        return first.left[i] < second.left[j] || (first.left[i] == second.left[j] && first.right[i] < second.right[j]);
    }

    int size() {
        return left.length;
    }

    /** Whether a cell, and so every later one, lies wholly after {@code t}; true past the last cell. */
    boolean beginsAfter(int cell, double t) {
        return cell == size() || left[cell] > t || (left[cell] == t && right[cell] > t);
    }

    /** The first cell that lies wholly after {@code t}, the size when none does. */
    int firstAfter(double t) {
        int i = SortedTimes.countBefore(left, t);
        while (i < left.length && left[i] == t && right[i] == t) {
            i++;
        }
        return i;
    }
}
