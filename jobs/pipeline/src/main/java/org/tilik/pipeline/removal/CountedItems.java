// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tilik.measure.removal.counts.RiskCounter;
import org.tilik.measure.removal.counts.RiskCounts;
import org.tilik.measure.removal.counts.RiskSum;
import org.tilik.measure.removal.counts.TimeGrid;

/**
 * Items of a large stratum as counts on two grids of time, a fine one for exact times and a coarse one for brackets,
 * apart for those whose disappearance is confirmed. Only when all items are in is it known which grid they need.
 */
final class CountedItems {
    private static final List<TimeGrid> GRIDS = List.of(TimeGrid.graded(), TimeGrid.gradedForBrackets());
    private static final int FINE = 0;
    private static final int COARSE = 1;

    private static final int CONFIRMED = 0;
    private static final int UNCONFIRMED_GONE = 1;
    private static final int UNCONFIRMED_CENSORED = 2;
    private static final int CLASSES = 3;

    private final List<Counts> counts = new ArrayList<>();

    CountedItems() {
        for (TimeGrid grid : GRIDS) {
            for (int c = 0; c < CLASSES; c++) {
                counts.add(new Counts(grid));
            }
        }
    }

    /** Whether both grids know these times, in hours. */
    static boolean know(double[] hours) {
        return Arrays.stream(hours).allMatch(time -> GRIDS.stream().allMatch(grid -> grid.has(time)));
    }

    void add(double entry, double lower, double upper, int cause, boolean confirmed, long unit, boolean inFamily) {
        for (int grid = 0; grid < GRIDS.size(); grid++) {
            of(grid, confirmed ? CONFIRMED : UNCONFIRMED_GONE).counter.add(entry, lower, upper, cause, unit, inFamily);
            if (!confirmed) {
                of(grid, UNCONFIRMED_CENSORED).counter.add(entry, lower, Double.POSITIVE_INFINITY, 0, unit, inFamily);
            }
        }
    }

    private Counts of(int grid, int itemClass) {
        return counts.get(grid * CLASSES + itemClass);
    }

    RiskCounts asSeen() {
        return all(UNCONFIRMED_GONE);
    }

    RiskCounts unconfirmedCensored() {
        return all(UNCONFIRMED_CENSORED);
    }

    private RiskCounts all(int unconfirmed) {
        RiskCounts coarse =
                of(COARSE, CONFIRMED).total().merge(of(COARSE, unconfirmed).total());
        return coarse.hasBrackets()
                ? coarse
                : of(FINE, CONFIRMED).total().merge(of(FINE, unconfirmed).total());
    }

    /** Writes these counts in parts of at most so many kinds. */
    void write(int kinds, PartWriter parts) throws IOException {
        for (int i = 0; i < counts.size(); i++) {
            int place = i;
            for (RiskCounts part : counts.get(i).total().parts(kinds)) {
                parts.write(out -> {
                    out.writeByte(place);
                    part.write(out);
                });
            }
        }
    }

    void read(DataInput in) throws IOException {
        counts.get(in.readByte()).read(in);
    }

    /** What was counted here, and the sum of what others had counted. */
    private static final class Counts {
        private final TimeGrid grid;
        private final RiskCounter counter;
        private final RiskSum others;

        Counts(TimeGrid grid) {
            this.grid = grid;
            this.counter = new RiskCounter(grid, Causes.NAMES);
            this.others = new RiskSum(grid, Causes.NAMES);
        }

        void read(DataInput in) throws IOException {
            others.add(RiskCounts.read(in, grid, Causes.NAMES));
        }

        RiskCounts total() {
            return others.total().merge(counter.counts());
        }
    }

    /** Makes one part of what a body writes. */
    interface PartWriter {
        void write(Body body) throws IOException;
    }

    /** Writes the content of a part. */
    interface Body {
        void write(DataOutput out) throws IOException;
    }
}
