// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.family;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.tilik.measure.spread.dynamics.EventSequence;
import org.tilik.measure.spread.dynamics.HawkesEstimator;
import org.tilik.measure.spread.dynamics.HawkesFit;
import org.tilik.measure.spread.dynamics.Immigration;
import org.tilik.measure.spread.dynamics.KernelShape;
import org.tilik.measure.spread.timing.CopyBins;
import org.tilik.measure.spread.timing.DoublingTime;
import org.tilik.measure.spread.timing.GrowthWindow;

/**
 * How fast copies followed each other, from their times alone; all of them must be known, and none missing as in a sample.
 *
 * @param posted microseconds since 1970, ascending, at least one
 */
record FamilySpeed(long[] posted) {
    /** Copies after the first one that a fitted process needs. */
    static final int LEAST_FOLLOWING = 20;
    /** Most copies of one family to which a process is fitted, for the time that it takes. */
    static final int MOST_FITTED = 20_000;

    private static final double MICROS_PER_HOUR = 3.6e9;
    /** Also the width of the bins in which growth is measured, fixed in advance. */
    private static final long HOUR = TimeUnit.HOURS.toMicros(1);

    private static final long SECOND = TimeUnit.SECONDS.toMicros(1);
    private static final long MILLISECOND = TimeUnit.MILLISECONDS.toMicros(1);
    /** Longest span that is cut into bins: ten years. */
    private static final double MOST_BINNED_HOURS = 87_660;

    /** Hours from the first copy to the k-th; empty where there are fewer. */
    Optional<Double> hoursTo(int k) {
        return posted.length < k ? Optional.empty() : Optional.of((posted[k - 1] - posted[0]) / MICROS_PER_HOUR);
    }

    /** Hours from the first copy to the last. */
    double duration() {
        return (posted[posted.length - 1] - posted[0]) / MICROS_PER_HOUR;
    }

    /** Most copies within any 60 minutes, of which the last moment is not part. */
    long peakPerHour() {
        int most = 0;
        int from = 0;
        for (int to = 0; to < posted.length; to++) {
            while (posted[to] - posted[from] >= HOUR) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }

    /** Hours in which new copies doubled, in bins of an hour up to the highest of them; empty where no growth is seen. */
    Optional<DoublingTime> doubling(double level) {
        if (duration() > MOST_BINNED_HOURS) {
            return Optional.empty();
        }
        DoublingTime time = DoublingTime.of(CopyBins.ofTimes(posted, HOUR), GrowthWindow.TO_PEAK, level);
        return time.outcome() == DoublingTime.Outcome.GROWS ? Optional.of(time) : Optional.empty();
    }

    /**
     * The self-exciting process with an exponential kernel that begins with the first copy and has no other outer source;
     * empty where there are too few copies, too many, or no maximum.
     *
     * @param end until when a further copy would have been seen, and was not ruled out because all were gone
     */
    Optional<HawkesFit> branching(long end, double level) {
        if (posted.length > MOST_FITTED) {
            return Optional.empty();
        }
        return estimator(level).fit(List.of(sequence(end))).value();
    }

    /** How processes are fitted. */
    static HawkesEstimator estimator(double level) {
        return HawkesEstimator.of(KernelShape.EXPONENTIAL, Immigration.NONE)
                .withLevel(level)
                .withLeastEvents(LEAST_FOLLOWING);
    }

    /** The copies until this time as events of a process that begins with the first of them. */
    EventSequence sequence(long end) {
        return EventSequence.of(hours(), Math.max(0, end - posted[0]) / MICROS_PER_HOUR, precisionHours(posted));
    }

    /** Hours since the first copy. */
    double[] hours() {
        return Arrays.stream(posted)
                .mapToDouble(time -> (time - posted[0]) / MICROS_PER_HOUR)
                .toArray();
    }

    /** To what the source rounds times: copies of one second are no copies of one moment. */
    static double precisionHours(long[] posted) {
        long step = SECOND;
        for (long time : posted) {
            step = time % step == 0 ? step : time % MILLISECOND == 0 ? MILLISECOND : 1;
        }
        return step / MICROS_PER_HOUR;
    }
}
