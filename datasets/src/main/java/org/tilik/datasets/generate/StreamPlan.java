// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The stream of Twitter that is archived; outside Twitter nothing of it matters.
 *
 * @param covered when the stream was recorded, full minutes; Twitter's items are posted then
 * @param sampling share of posts that the stream delivers, and of which it sends word when they are deleted
 * @param gaps minutes that are missing, full minutes inside the study's window
 * @param packing how minutes are packed
 * @param staleNotices mean number of deletion notices a minute of what was posted before the recording began
 * @param withheld share of supportive items withheld in some country
 * @param rechecked share of items seen in the stream that are looked at again
 */
public record StreamPlan(
        Period covered,
        double sampling,
        List<Period> gaps,
        Packing packing,
        double staleNotices,
        double withheld,
        double rechecked) {
    /** Two days: long enough for removals within a day. */
    private static final long LEAST_MINUTES = 2 * 24 * 60;

    private static final int LONGEST_GAP_MINUTES = 60;
    /** So that gaps lie well apart. */
    private static final long LEAST_MINUTES_A_GAP = 240;

    /** The draws of gaps lie apart from those of items. */
    private static final long GAP_STREAM = 3L << 60;

    /** How the minutes of a day are packed. */
    public enum Packing {
        /** As archive.org has it: a tar of {@code YYYY/MM/DD/HH/MM.json.bz2}. */
        TAR(".tar", ".json.bz2"),
        /** The same, the whole compressed once more. */
        TAR_GZ(".tar.gz", ".json.bz2"),
        /** Packed anew: plain minutes in a tar, the whole compressed by zstd. */
        TAR_ZST(".tar.zst", ".json");

        private final String suffix;
        private final String memberSuffix;

        Packing(String suffix, String memberSuffix) {
            this.suffix = suffix;
            this.memberSuffix = memberSuffix;
        }

        String suffix() {
            return suffix;
        }

        String memberSuffix() {
            return memberSuffix;
        }
    }

    /** Checks what could not be written. */
    public StreamPlan {
        gaps = List.copyOf(gaps);
        if (!(sampling > 0 && sampling <= 1)) {
            throw new IllegalArgumentException("sampling is " + sampling + "; expected a share above 0, at most 1");
        }
        for (Period period : gaps) {
            checkMinutes(period);
        }
        checkMinutes(covered);
    }

    /** A recording that is long enough for some items a minute, with two gaps. */
    static StreamPlan of(long seed, Period posted, Period window, long items) {
        long minutes = Math.max(LEAST_MINUTES, Math.min(posted.seconds() / 60, items));
        Period covered = new Period(
                posted.from(), posted.from().plus(Math.min(minutes, posted.seconds() / 60), ChronoUnit.MINUTES));
        return new StreamPlan(covered, 1, gaps(seed, covered, window, 2), Packing.TAR, 1, 0.02, 0.3);
    }

    /** This many gaps of up to an hour, spread over the part of the recording that lies inside the window. */
    static List<Period> gaps(long seed, Period covered, Period window, int number) {
        Instant end = covered.until().isBefore(window.until()) ? covered.until() : window.until();
        long minutes = Duration.between(covered.from(), end).toMinutes();
        List<Period> gaps = new ArrayList<>();
        long each = number == 0 ? 0 : minutes / number;
        if (number != 0 && each < LEAST_MINUTES_A_GAP) {
            throw new IllegalArgumentException(number + " gaps were asked for in " + minutes
                    + " recorded minutes of the study's window; expected at most "
                    + minutes / LEAST_MINUTES_A_GAP);
        }
        for (int i = 0; i < number; i++) {
            Draws draws = Draws.of(seed, GAP_STREAM + i);
            int length = 1 + draws.below(LONGEST_GAP_MINUTES);
            long start = i * each + each / 4 + (long) (draws.uniform() * (each / 2.0 - length));
            Instant from = covered.from().plus(start, ChronoUnit.MINUTES);
            gaps.add(new Period(from, from.plus(length, ChronoUnit.MINUTES)));
        }
        return gaps;
    }

    private static void checkMinutes(Period period) {
        if (period.from().getEpochSecond() % 60 != 0 || period.until().getEpochSecond() % 60 != 0) {
            throw new IllegalArgumentException("The stream has one file a minute, but a period goes from "
                    + period.from() + " until " + period.until() + "; expected full minutes");
        }
    }

    boolean isGap(long ms) {
        return gaps.stream().anyMatch(gap -> gap.contains(Math.floorDiv(ms, 1000)));
    }

    /** Whether a record of this millisecond was recorded at all. */
    boolean records(long ms) {
        return covered.contains(Math.floorDiv(ms, 1000)) && !isGap(ms);
    }
}
