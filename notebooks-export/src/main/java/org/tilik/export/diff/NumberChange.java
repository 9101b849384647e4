// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.diff;

import java.util.Optional;
import org.tilik.export.MeasureRow;

/**
 * One number in two runs.
 *
 * @param outcome what became of it
 * @param before in the first run; empty where it has appeared
 * @param after in the second run; empty where it has vanished
 */
public record NumberChange(Outcome outcome, Optional<MeasureRow> before, Optional<MeasureRow> after) {

    /** What became of a number, the most notable first. */
    public enum Outcome {
        /** It moved, and the intervals of the two runs have no value in common. */
        MOVED_BEYOND_INTERVALS,
        /** It moved, and the intervals overlap. The runs may share items, so this is no test. */
        MOVED_WITHIN_INTERVALS,
        /** It moved, and one of the runs gives no interval. */
        MOVED_WITHOUT_INTERVAL,
        /** The metric has another version: the numbers do not mean the same. */
        REDEFINED,
        /** One run gives a number, the other says that the data give none. */
        IDENTIFIABILITY_CHANGED,
        /** One run publishes it, the other holds it back because its group is small. */
        SUPPRESSION_CHANGED,
        /** Only in the second run. */
        APPEARED,
        /** Only in the first run. */
        VANISHED,
        /** The number is the same; counts beside it may differ. */
        SAME
    }

    /** Of a number that both runs have. */
    static NumberChange of(MeasureRow before, MeasureRow after) {
        return new NumberChange(outcome(before, after), Optional.of(before), Optional.of(after));
    }

    static NumberChange appeared(MeasureRow after) {
        return new NumberChange(Outcome.APPEARED, Optional.empty(), Optional.of(after));
    }

    static NumberChange vanished(MeasureRow before) {
        return new NumberChange(Outcome.VANISHED, Optional.of(before), Optional.empty());
    }

    /** The row, of the second run where it is there. */
    public MeasureRow row() {
        return after.or(() -> before).orElseThrow();
    }

    private static Outcome outcome(MeasureRow before, MeasureRow after) {
        if (before.metricVersion() != after.metricVersion()) {
            return Outcome.REDEFINED;
        }
        if (before.suppressed() != after.suppressed()) {
            return Outcome.SUPPRESSION_CHANGED;
        }
        if (before.hasNumber() != after.hasNumber()) {
            return Outcome.IDENTIFIABILITY_CHANGED;
        }
        if (!before.hasNumber() || Range.ofValue(before).equals(Range.ofValue(after))) {
            return Outcome.SAME;
        }
        Optional<Range> one = Range.ofInterval(before);
        Optional<Range> other = Range.ofInterval(after);
        if (one.isEmpty() || other.isEmpty()) {
            return Outcome.MOVED_WITHOUT_INTERVAL;
        }
        return one.get().overlaps(other.get()) ? Outcome.MOVED_WITHIN_INTERVALS : Outcome.MOVED_BEYOND_INTERVALS;
    }

    /** From a low to a high value. */
    private record Range(double low, double high) {
        static Range ofValue(MeasureRow row) {
            return row.estimate() != null
                    ? new Range(row.estimate(), row.estimate())
                    : new Range(row.boundLow(), row.boundHigh());
        }

        static Optional<Range> ofInterval(MeasureRow row) {
            return row.ciLow() == null || row.ciHigh() == null
                    ? Optional.empty()
                    : Optional.of(new Range(row.ciLow(), row.ciHigh()));
        }

        boolean overlaps(Range other) {
            return low <= other.high && other.low <= high;
        }
    }
}
