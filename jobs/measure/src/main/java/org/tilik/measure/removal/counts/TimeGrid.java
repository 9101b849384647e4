// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.counts;

import java.util.ArrayList;
import java.util.List;

/**
 * The declared resolution of times: cells (…, b], whose ends b are whole seconds, given in hours.
 *
 * <p>What happens in a cell is told by its end, and what was known at its start holds from its start on:
 *
 * <pre>
 * went at T         the end of its cell                 T ≤ D stays T ≤ D for every D that ends a cell
 * bracket (L, R]    (start of L's cell, end of R's]     widens, and lies around the same D as before
 * last seen at c    the start of its cell               visible until then is still true
 * entry at e        the end of its cell                 nothing is claimed about the time before the entry
 * </pre>
 *
 * <p>A time on the end of a cell stays where it is. So the risk set (entry, exit] shrinks to whole cells, an item that
 * entered and left within one cell has no follow-up at this resolution, and an item that went in a cell is at risk
 * there if it entered before that cell. The hazard of a cell is overstated by at most the share of its risk set that
 * was last seen alive inside it.
 */
public final class TimeGrid {

    private static final double SECONDS_AN_HOUR = 3600;
    /** Times closer than this many seconds to the end of a cell lie on it: hours as numbers are not exact. */
    private static final double SLACK = 1e-6;
    /** Stands for an entry before every time. */
    static final int NONE = -1;
    /** Boundaries fit into 24 bits, with room for the one after. */
    private static final int MOST_CELLS = (1 << 24) - 3;

    private final List<Span> spans;

    /** Cells of {@code width} seconds from {@code start} seconds on. */
    private record Span(long start, long width, int firstCell) {}

    private TimeGrid(List<Span> spans) {
        this.spans = spans;
    }

    /** Cells of so many seconds throughout. */
    public static TimeGrid ofSeconds(int seconds) {
        if (seconds < 1) {
            throw new IllegalArgumentException("A cell of time is " + seconds + " seconds wide, expected 1 or more.");
        }
        return new TimeGrid(List.of(new Span(0, seconds, 0)));
    }

    /**
     * Cells that grow with the time, for large data: 1 s up to 1 h, 10 s up to 6 h, 1 min up to 24 h, 5 min up to 72 h,
     * 15 min up to 7 days, 1 h up to 30 days, 6 h thereafter; some 8,000 for the first month. Beyond the first seconds a
     * cell is narrower than 0.9 % of its time.
     */
    public static TimeGrid graded() {
        long[] starts = {0, 3_600, 21_600, 86_400, 259_200, 604_800, 2_592_000};
        long[] widths = {1, 10, 60, 300, 900, 3_600, 21_600};
        List<Span> spans = new ArrayList<>();
        int cells = 0;
        for (int i = 0; i < starts.length; i++) {
            cells += i == 0 ? 0 : (int) ((starts[i] - starts[i - 1]) / widths[i - 1]);
            spans.add(new Span(starts[i], widths[i], cells));
        }
        return new TimeGrid(List.copyOf(spans));
    }

    /** The number of the boundary at or before {@code hours}, from 0 at the origin. */
    int atOrBefore(double hours) {
        int boundary = boundary(hours);
        return seconds(boundary + 1) - hours * SECONDS_AN_HOUR < SLACK ? boundary + 1 : boundary;
    }

    /** The number of the boundary at or after {@code hours}. */
    int atOrAfter(double hours) {
        int before = atOrBefore(hours);
        return hours * SECONDS_AN_HOUR - seconds(before) < SLACK ? before : before + 1;
    }

    private int boundary(double hours) {
        double seconds = hours * SECONDS_AN_HOUR;
        if (!(seconds >= 0)) {
            throw new IllegalArgumentException(
                    "A time is " + hours + " hours, expected 0 or more: counts begin at the origin of the clock.");
        }
        int i = spans.size() - 1;
        while (spans.get(i).start > seconds) {
            i--;
        }
        Span span = spans.get(i);
        double boundary = span.firstCell + Math.floor((seconds - span.start) / span.width);
        if (boundary >= MOST_CELLS) {
            throw new IllegalArgumentException("A time of " + hours + " hours needs more than " + MOST_CELLS
                    + " cells of time; take a coarser resolution.");
        }
        return (int) boundary;
    }

    private long seconds(int boundary) {
        int i = spans.size() - 1;
        while (spans.get(i).firstCell > boundary) {
            i--;
        }
        Span span = spans.get(i);
        return span.start + (boundary - span.firstCell) * span.width;
    }

    /** The time of a boundary, hours; −∞ for {@link #NONE}. */
    double hours(int boundary) {
        return boundary == NONE ? Double.NEGATIVE_INFINITY : seconds(boundary) / SECONDS_AN_HOUR;
    }

    /** Whether {@code hours} ends a cell, so that shares within that deadline lose nothing. */
    public boolean has(double hours) {
        return atOrBefore(hours) == atOrAfter(hours);
    }

    /** Refuses deadlines inside a cell: on which side of them an item went would be lost. */
    public void requireAll(List<Double> deadlines) {
        for (double deadline : deadlines) {
            if (!has(deadline)) {
                throw new IllegalArgumentException("The deadline of " + deadline + " hours lies between "
                        + hours(atOrBefore(deadline)) + " and " + hours(atOrAfter(deadline))
                        + " hours, where the resolution of the counts knows nothing; take a finer resolution.");
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimeGrid grid && spans.equals(grid.spans);
    }

    @Override
    public int hashCode() {
        return spans.hashCode();
    }

    @Override
    public String toString() {
        return "TimeGrid" + spans;
    }
}
