// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tilik.measure.removal.counts.RiskCounter;
import org.tilik.measure.removal.counts.RiskCounts;
import org.tilik.measure.removal.counts.RiskSum;
import org.tilik.measure.removal.counts.TimeGrid;

/** Items of a large stratum as counts on a grid of time, apart for those whose disappearance is confirmed. */
final class CountedItems {
    /** The resolution of large strata. */
    static final TimeGrid GRID = TimeGrid.graded();

    private static final int CONFIRMED = 0;
    private static final int UNCONFIRMED_GONE = 1;
    private static final int UNCONFIRMED_CENSORED = 2;
    private static final int CLASSES = 3;

    private final List<RiskCounter> counters = new ArrayList<>();
    private final List<RiskSum> sums = new ArrayList<>();

    CountedItems() {
        for (int c = 0; c < CLASSES; c++) {
            counters.add(new RiskCounter(GRID, Causes.NAMES));
            sums.add(new RiskSum(GRID, Causes.NAMES));
        }
    }

    void add(double entry, double lower, double upper, int cause, boolean confirmed, long unit, boolean inFamily) {
        counters.get(confirmed ? CONFIRMED : UNCONFIRMED_GONE).add(entry, lower, upper, cause, unit, inFamily);
        if (!confirmed) {
            counters.get(UNCONFIRMED_CENSORED).add(entry, lower, Double.POSITIVE_INFINITY, 0, unit, inFamily);
        }
    }

    private RiskCounts counts(int c) {
        RiskCounts sum = sums.get(c).total().merge(counters.get(c).counts());
        counters.set(c, new RiskCounter(GRID, Causes.NAMES));
        RiskSum only = new RiskSum(GRID, Causes.NAMES);
        only.add(sum);
        sums.set(c, only);
        return sum;
    }

    RiskCounts asSeen() {
        return counts(CONFIRMED).merge(counts(UNCONFIRMED_GONE));
    }

    RiskCounts unconfirmedCensored() {
        return counts(CONFIRMED).merge(counts(UNCONFIRMED_CENSORED));
    }

    /** Writes these counts in parts of at most so many kinds, each with what {@code head} writes before it. */
    void write(int kinds, PartWriter parts) throws IOException {
        for (int c = 0; c < CLASSES; c++) {
            int countedClass = c;
            for (RiskCounts part : counts(c).parts(kinds)) {
                parts.write(out -> {
                    out.writeByte(countedClass);
                    part.write(out);
                });
            }
        }
    }

    void read(DataInput in) throws IOException {
        int c = in.readByte();
        sums.get(c).add(RiskCounts.read(in, GRID, Causes.NAMES));
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
