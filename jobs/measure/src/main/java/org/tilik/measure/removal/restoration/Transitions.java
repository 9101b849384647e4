// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.restoration;

import java.util.Arrays;
import org.tilik.measure.removal.RowOrder;

/**
 * The stays of items in the states visible and gone until a deadline, all changes put at one end of their brackets, in
 * order of time.
 */
final class Transitions {
    /** Shares below this are rounding errors. */
    private static final double NOTHING = 1e-12;

    private static final int VISIBLE = 0;
    private static final int GONE = 1;

    /** What happens at a time, in the order in which it is taken: who leaves was there, who comes is there from then. */
    private static final byte CHANGE = 0;

    private static final byte CENSOR = 1;
    private static final byte ENTER = 2;

    private final double deadline;
    /** Items watched from the start, all of them visible then; they have no beginning among the times. */
    private final int[] fromStart;
    /** One for each beginning and each end of a stay, ends after the deadline left out. */
    private final double[] time;

    private final int[] item;
    private final byte[] state;
    private final byte[] kind;

    /**
     * Where changes are put in their brackets.
     *
     * @param most whether those around the deadline make for the most visible items there, or for the fewest
     * @param goesLate whether the other items went at the end of their brackets, or at once after the beginning
     * @param comesLate whether they came back at the end
     */
    record Placement(boolean most, boolean goesLate, boolean comesLate) {
        double timeOf(double low, double high, boolean goes, double deadline) {
            boolean around = low < deadline && deadline < high;
            boolean late = around ? goes == most : goes ? goesLate : comesLate;
            return late || low == high ? high : Math.nextUp(low);
        }
    }

    /**
     * The share visible at the deadline.
     *
     * @param share the share; NaN where a change rests on too few watched items
     * @param visibleWatched whether enough visible items are still watched at the deadline, if any are left
     * @param goneWatched the same of gone items
     */
    record Occupation(double share, boolean visibleWatched, boolean goneWatched) {}

    Transitions(VisiblePaths paths, double deadline, Placement placement) {
        this.deadline = deadline;
        int most = 0;
        for (int i = 0; i < paths.size(); i++) {
            most += 2 * (paths.changes(i) + 1);
        }
        double[] times = new double[most];
        int[] items = new int[most];
        byte[] states = new byte[most];
        byte[] kinds = new byte[most];
        int next = 0;
        int starts = 0;
        int[] started = new int[paths.size()];
        for (int i = 0; i < paths.size(); i++) {
            double from = paths.entry(i);
            for (int c = 0; c <= paths.changes(i) && from <= deadline; c++) {
                boolean last = c == paths.changes(i);
                byte in = (byte) (c % 2 == 0 ? VISIBLE : GONE);
                double until = last
                        ? paths.end(i)
                        : placement.timeOf(paths.low(i, c), paths.high(i, c), in == VISIBLE, deadline);
                // A stay that was over when the item came under observation is not watched.
                if (until > Math.max(from, paths.entry(i))) {
                    if (from == Double.NEGATIVE_INFINITY) {
                        started[starts++] = i;
                    } else {
                        times[next] = Math.max(from, paths.entry(i));
                        items[next] = i;
                        states[next] = in;
                        kinds[next++] = ENTER;
                    }
                    if (until <= deadline) {
                        times[next] = until;
                        items[next] = i;
                        states[next] = in;
                        kinds[next++] = last ? CENSOR : CHANGE;
                    }
                }
                from = until;
            }
        }
        int[] order = RowOrder.sorted(
                next,
                (a, b) -> times[a] != times[b] ? Double.compare(times[a], times[b]) : Byte.compare(kinds[a], kinds[b]));
        fromStart = Arrays.copyOf(started, starts);
        time = new double[next];
        item = new int[next];
        state = new byte[next];
        kind = new byte[next];
        for (int i = 0; i < next; i++) {
            time[i] = times[order[i]];
            item[i] = items[order[i]];
            state[i] = states[order[i]];
            kind[i] = kinds[order[i]];
        }
    }

    /**
     * The share visible at the deadline with each item counted so often.
     *
     * @param least fewest items, followed without censoring, that those watched in a state must be worth: watched items
     *     over the share in that state (Peto's effective number); 0 = any suffice
     */
    Occupation occupation(double[] times, double least) {
        double[] atRisk = new double[2];
        for (int i : fromStart) {
            atRisk[VISIBLE] += times[i];
        }
        double[] watched = atRisk.clone();
        double p = 1;
        boolean thin = false;
        int j = 0;
        while (j < time.length) {
            double now = time[j];
            double visible = atRisk[VISIBLE];
            double gone = atRisk[GONE];
            double went = 0;
            double came = 0;
            for (; j < time.length && time[j] == now && kind[j] != ENTER; j++) {
                double weight = times[item[j]];
                went += kind[j] == CHANGE && state[j] == VISIBLE ? weight : 0;
                came += kind[j] == CHANGE && state[j] == GONE ? weight : 0;
                atRisk[state[j]] -= weight;
            }
            thin |= went > 0 && visible < least * p;
            thin |= came > 0 && gone < least * (1 - p);
            double goes = went > 0 ? p * went / visible : 0;
            double comes = came > 0 ? (1 - p) * came / gone : 0;
            p = Math.min(1, Math.max(0, p - goes + comes));
            for (; j < time.length && time[j] == now && kind[j] == ENTER; j++) {
                atRisk[state[j]] += times[item[j]];
            }
            // Who leaves at the deadline was watched there, and who comes then is.
            boolean atDeadline = now == deadline;
            watched[VISIBLE] = atDeadline ? Math.max(visible, atRisk[VISIBLE]) : atRisk[VISIBLE];
            watched[GONE] = atDeadline ? Math.max(gone, atRisk[GONE]) : atRisk[GONE];
        }
        return new Occupation(
                thin ? Double.NaN : p, suffices(watched[VISIBLE], p, least), suffices(watched[GONE], 1 - p, least));
    }

    private static boolean suffices(double watched, double share, double least) {
        return share <= NOTHING || (watched > 0 && watched >= least * share);
    }
}
