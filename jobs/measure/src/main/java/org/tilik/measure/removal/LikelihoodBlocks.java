// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts the likelihood of bracketed data into independent blocks of time, and sorts the observations into them; done
 * once, it serves every reweighting of the rows that leaves the blocks as they are.
 *
 * <p>With late entry a risk set can die out: everyone who entered before some cell may lie in it or before it. Then
 * the likelihood is largest with survival 0 after that cell, and whoever enters later says something only about what
 * follows, conditional on being visible there. Each block is maximised on its own, with survival 1 at its start.
 * Without such a gap there is one block. By cause the cuts are the same, between cells that do not overlap, so that
 * survival over all causes dies out at the same times.
 */
final class LikelihoodBlocks {
    private static final int CENSORED = -1;
    private static final int ONE_SLOT = -2;

    private final RemovalData data;
    private final IntervalCells cells;
    /** Place of the first cell after the entry of each row, and of the first cell the row can lie in. */
    private final int[] entryPlace;

    private final int[] firstPlace;
    /** Last place of the block of each place. */
    private final int[] blockEnd;
    /** Slots are ordered by block, cause and time. */
    private final int[] slotOf;

    private final int[] lastSlotOfCause;
    /** Runs of more than one slot, as keys in ascending order, and the run of each row or why it has none. */
    private final long[] keys;

    private final int[] wayOfRow;

    LikelihoodBlocks(RemovalData data, IntervalCells cells) {
        this.data = data;
        this.cells = cells;
        this.entryPlace = new int[data.size()];
        this.firstPlace = new int[data.size()];
        for (int i = 0; i < data.size(); i++) {
            entryPlace[i] = cells.firstAfter(data.entry(i));
            firstPlace[i] = data.isCensored(i) ? cells.firstAfter(data.lower(i)) : runStart(i);
        }
        this.blockEnd = blockEnds();
        this.slotOf = new int[cells.size()];
        this.lastSlotOfCause = new int[cells.size()];
        assignSlots();
        this.wayOfRow = new int[data.size()];
        this.keys = runs();
    }

    /** What the rows with these weights (0 = the row is absent) say, added up. */
    Tally tally(double[] weights) {
        Tally tally = new Tally(cells.size(), keys.length);
        for (int i = 0; i < weights.length; i++) {
            double weight = weights[i];
            if (weight > 0) {
                int first = firstPlace[i];
                tally.entered[entryPlace[i]]++;
                tally.left[first]++;
                tally.entering[entryPlace[i]] += weight;
                int way = wayOfRow[i];
                if (way >= 0) {
                    tally.run[way] += weight;
                } else if (way == CENSORED) {
                    tally.censored[first] += weight;
                } else {
                    tally.point[slotOf[first]] += weight;
                }
            }
        }
        return tally;
    }

    /** Rows added up by what they say; by place, the points by slot. */
    static final class Tally {
        /** Numbers of rows that came under observation just before a place, and that may have left from it on. */
        private final int[] entered;

        private final int[] left;
        private final double[] entering;
        private final double[] censored;
        private final double[] point;
        private final double[] run;

        private Tally(int cells, int runs) {
            this.entered = new int[cells + 1];
            this.left = new int[cells + 1];
            this.entering = new double[cells + 1];
            this.censored = new double[cells + 1];
            this.point = new double[cells];
            this.run = new double[runs];
        }
    }

    /**
     * Whether the blocks are also those of the rows that were added up: somebody is at risk at every place, and the risk
     * set dies out nowhere but at the ends of the blocks.
     */
    boolean holdFor(Tally tally) {
        int atRisk = 0;
        for (int r = 0; r < cells.size(); r++) {
            atRisk += tally.entered[r];
            if (atRisk == 0) {
                return false;
            }
            atRisk -= tally.left[r];
            if (atRisk == 0 && blockEnd[r] != r) {
                return false;
            }
        }
        return true;
    }

    /**
     * The innermost intervals of the rows with these weights that hold each place, as left and right ends, for data
     * without causes: a sample has fewer ends than the data, so that each of its intervals may hold several cells and
     * reach beyond them.
     */
    double[][] innermost(double[] weights) {
        double[] left = new double[cells.size()];
        double[] right = new double[cells.size()];
        Arrays.fill(left, Double.NEGATIVE_INFINITY);
        Arrays.fill(right, Double.POSITIVE_INFINITY);
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                if (firstPlace[i] < cells.size()) {
                    left[firstPlace[i]] = Math.max(left[firstPlace[i]], data.lower(i));
                }
                if (!data.isCensored(i)) {
                    right[runEnd(i)] = Math.min(right[runEnd(i)], data.upper(i));
                }
                if (entryPlace[i] > 0) {
                    right[entryPlace[i] - 1] = Math.min(right[entryPlace[i] - 1], data.entry(i));
                }
            }
        }
        for (int r = 1; r < cells.size(); r++) {
            left[r] = Math.max(left[r], left[r - 1]);
        }
        for (int r = cells.size() - 2; r >= 0; r--) {
            right[r] = Math.min(right[r], right[r + 1]);
        }
        return new double[][] {left, right};
    }

    private int cause(int row) {
        return Math.max(0, data.cause(row) - 1);
    }

    private int runStart(int row) {
        int k = cause(row);
        return cells.position[k][cells.ofCause[k].firstOf(data, row)];
    }

    private int runEnd(int row) {
        int k = cause(row);
        return cells.position[k][cells.ofCause[k].lastOf(data, row)];
    }

    private int[] blockEnds() {
        int[] surviving = new int[cells.size() + 1];
        for (int i = 0; i < data.size(); i++) {
            surviving[entryPlace[i]]++;
            surviving[firstPlace[i]]--;
        }
        boolean[] cut = new boolean[cells.size()];
        int running = 0;
        double reached = Double.NEGATIVE_INFINITY;
        for (int r = 0; r < cells.size(); r++) {
            running += surviving[r];
            reached = Math.max(reached, cells.right[r]);
            cut[r] = running == 0 && cells.beginsAfter(r + 1, reached);
        }
        int[] ends = new int[cells.size()];
        int end = cells.size() - 1;
        for (int r = cells.size() - 1; r >= 0; r--) {
            end = cut[r] ? r : end;
            ends[r] = end;
        }
        return ends;
    }

    private void assignSlots() {
        int causes = cells.ofCause.length;
        int[] next = new int[causes + 1];
        int slot = 0;
        for (int start = 0; start < cells.size(); start = blockEnd[start] + 1) {
            int end = blockEnd[start];
            for (int k = 0; k < causes; k++) {
                int first = next[k];
                while (next[k] < cells.position[k].length && cells.position[k][next[k]] <= end) {
                    slotOf[cells.position[k][next[k]++]] = slot++;
                }
                for (int i = first; i < next[k]; i++) {
                    lastSlotOfCause[cells.position[k][i]] = slot - 1;
                }
            }
            if (cells.cause[end] == 0) {
                slotOf[end] = slot++;
            }
        }
    }

    /** Finds the runs of all rows; rows that can lie in the same cells share one. */
    private long[] runs() {
        long[] found = new long[data.size()];
        int count = 0;
        for (int i = 0; i < data.size(); i++) {
            if (!data.isCensored(i) && key(i) >= 0) {
                found[count++] = key(i);
            }
        }
        long[] distinct = distinct(found, count);
        for (int i = 0; i < data.size(); i++) {
            wayOfRow[i] = data.isCensored(i) ? CENSORED : key(i) < 0 ? ONE_SLOT : Arrays.binarySearch(distinct, key(i));
        }
        return distinct;
    }

    /** The run of slots of a row as one number, −1 if it is a single slot. */
    private long key(int row) {
        int from = slotOf[firstPlace[row]];
        int to = Math.min(slotOf[runEnd(row)], lastSlotOfCause[firstPlace[row]]);
        return from == to ? -1 : ((long) from << 32) | to;
    }

    private static long[] distinct(long[] keys, int count) {
        Arrays.sort(keys, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (kept == 0 || keys[i] != keys[kept - 1]) {
                keys[kept++] = keys[i];
            }
        }
        return Arrays.copyOf(keys, kept);
    }

    /** One likelihood for each block, in the order of time, of the rows that were added up. */
    List<IntervalLikelihood> likelihoods(Tally tally) {
        List<IntervalLikelihood> blocks = new ArrayList<>();
        int run = 0;
        for (int start = 0; start < cells.size(); start = blockEnd[start] + 1) {
            int end = blockEnd[start] + 1;
            int firstRun = run;
            while (run < keys.length && (int) (keys[run] >>> 32) < end) {
                run++;
            }
            int[] from = new int[run - firstRun];
            int[] to = new int[run - firstRun];
            double[] weight = new double[run - firstRun];
            int present = 0;
            for (int i = firstRun; i < run; i++) {
                if (tally.run[i] > 0) {
                    from[present] = (int) (keys[i] >>> 32) - start;
                    to[present] = (int) keys[i] - start;
                    weight[present++] = tally.run[i];
                }
            }
            blocks.add(new IntervalLikelihood(
                    places(start, end),
                    causeStarts(start, end),
                    tailSlot(start, end),
                    Arrays.copyOfRange(tally.point, start, end),
                    Arrays.copyOf(from, present),
                    Arrays.copyOf(to, present),
                    Arrays.copyOf(weight, present),
                    Arrays.copyOfRange(tally.censored, start, end),
                    Arrays.copyOfRange(tally.entering, start, end)));
        }
        return blocks;
    }

    private int[] places(int start, int end) {
        int[] place = new int[end - start];
        for (int cell = start; cell < end; cell++) {
            place[slotOf[cell] - start] = cell - start;
        }
        return place;
    }

    private int[] causeStarts(int start, int end) {
        int[] causeOfSlot = new int[end - start];
        for (int cell = start; cell < end; cell++) {
            causeOfSlot[slotOf[cell] - start] = cells.cause[cell];
        }
        int[] starts = new int[cells.ofCause.length + 1];
        int count = 0;
        int slots = tailSlot(start, end) < 0 ? causeOfSlot.length : causeOfSlot.length - 1;
        for (int slot = 0; slot < slots; slot++) {
            if (slot == 0 || causeOfSlot[slot] != causeOfSlot[slot - 1]) {
                starts[count++] = slot;
            }
        }
        starts[count++] = slots;
        return Arrays.copyOf(starts, count);
    }

    /** The tail is the last slot of the last block. */
    private int tailSlot(int start, int end) {
        return cells.cause[end - 1] == 0 ? end - 1 - start : -1;
    }
}
