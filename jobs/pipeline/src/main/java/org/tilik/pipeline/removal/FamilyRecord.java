// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.tilik.measure.removal.families.EventHistory;
import org.tilik.measure.removal.families.Family;
import org.tilik.measure.removal.families.FamilyHistories;
import org.tilik.measure.removal.families.FamilyHistories.Reuploads;
import org.tilik.measure.removal.families.GoneLag;
import org.tilik.measure.removal.families.HourBracket;
import org.tilik.measure.removal.families.LastCopy;
import org.tilik.measure.removal.families.ReuploadGaps;
import org.tilik.measure.removal.families.VisibleTime;

/**
 * What one stratum must know of one family, in hours; a few numbers for most. Flink needs it mutable, with public fields.
 */
public final class FamilyRecord {
    private static final double[] NONE = {};
    private static final double MICROS_PER_HOUR = 3.6e9;

    /** Label of the stratum. */
    public String stratum;
    /** Hash that stands for the family. */
    public long unit;
    /** Copies in the stratum. */
    public int items;
    /** Of these, gone only by one last absence. */
    public int unconfirmed;
    /** Accounts that posted them, at most as many as decide on publication. */
    public String[] accounts;
    /** For how long new copies were sighted after the first one. */
    public double followedFor;
    /** Hours after the first one at which further copies came. */
    public double[] furtherCopies = NONE;
    /** Gaps after removals. */
    public double[] gapAfter = NONE;

    public double[] gapBy = NONE;
    /** For how long re-uploads were sighted after the first removal; NaN where nothing was removed. */
    public double reuploadsFollowedFor = Double.NaN;

    public double[] reuploadsAtLeast = NONE;
    public double[] reuploadsAtMost = NONE;
    /** Visible hours within the horizon; NaN where new copies were not sighted for that long. */
    public double visibleLow = Double.NaN;

    public double visibleHigh = Double.NaN;
    /** The whole stratum's last copy first, then that of each platform if there are several. */
    public double[] lastEntry = NONE;

    public double[] lastAfter = NONE;
    public double[] lastBy = NONE;
    /** {@link GoneLag.Outcome} in a stratum of a pair of platforms; else null. */
    public String lag;

    public double lagAfter;
    public double lagBy;

    /** For Flink. */
    public FamilyRecord() {}

    private FamilyRecord(String stratum) {
        this.stratum = stratum;
    }

    /** What a family says in a stratum of all platforms, or of one. */
    static FamilyRecord of(String stratum, Family family, double horizon) {
        FamilyRecord made = new FamilyRecord(stratum);
        EventHistory further = FamilyHistories.furtherCopies(family);
        made.followedFor = further.followedFor();
        made.furtherCopies = further.times();
        List<HourBracket> gaps = ReuploadGaps.of(family);
        made.gapAfter = hours(gaps, HourBracket::after);
        made.gapBy = hours(gaps, HourBracket::by);
        Optional<Reuploads> reuploads = Reuploads.of(family);
        if (reuploads.isPresent()) {
            made.reuploadsFollowedFor = reuploads.get().atLeast().followedFor();
            made.reuploadsAtLeast = toMicros(reuploads.get().atLeast().times());
            made.reuploadsAtMost = toMicros(reuploads.get().atMost().times());
        }
        if (VisibleTime.isSightedFor(family, horizon)) {
            VisibleTime visible = VisibleTime.of(family, horizon);
            made.visibleLow = visible.low();
            made.visibleHigh = visible.high();
        }
        made.last(family);
        return made;
    }

    private void last(Family family) {
        List<LastCopy> cleared = LastCopy.cleared(family);
        lastEntry = new double[1 + cleared.size()];
        lastAfter = new double[1 + cleared.size()];
        lastBy = new double[1 + cleared.size()];
        for (int i = 0; i < lastEntry.length; i++) {
            LastCopy last = i == 0 ? LastCopy.of(family) : cleared.get(i - 1);
            lastEntry[i] = last.entryHours();
            lastAfter[i] = last.gone().after();
            lastBy[i] = last.gone().by();
        }
    }

    /** What a family says of the lag between two platforms. */
    static FamilyRecord of(String stratum, GoneLag lag) {
        FamilyRecord made = new FamilyRecord(stratum);
        made.lag = lag.outcome().name();
        made.lagAfter = lag.after();
        made.lagBy = lag.by();
        return made;
    }

    private static double[] hours(List<HourBracket> brackets, ToDoubleFunction<HourBracket> end) {
        return toMicros(brackets.stream().mapToDouble(end).toArray());
    }

    /** Differences of hours, freed from what subtraction leaves: a gap of 24 h is 24 h. */
    private static double[] toMicros(double[] hours) {
        return Arrays.stream(hours)
                .map(x -> Double.isInfinite(x) ? x : Math.rint(x * MICROS_PER_HOUR) / MICROS_PER_HOUR)
                .toArray();
    }
}
