// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.family;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tilik.measure.spread.compare.Reach;
import org.tilik.measure.spread.dynamics.HawkesFit;
import org.tilik.measure.spread.timing.DoublingTime;
import org.tilik.model.table.FamilyRow;
import org.tilik.pipeline.removal.SightingEnds;
import org.tilik.pipeline.spread.SizeClass;
import org.tilik.pipeline.spread.SpreadPlan;

/** The row of a family, complete and as it may be published. */
final class FamilyRows {
    private static final int TEN = 10;
    private static final int HUNDRED = 100;
    private static final int THOUSAND = 1000;

    private final SpreadPlan plan;

    FamilyRows(SpreadPlan plan) {
        this.plan = plan;
    }

    /** The complete row. */
    FamilyRow complete(FamilyStory story, SightingEnds ends) {
        Reach reach = story.reach();
        boolean fast = !story.isSpeedUnknown();
        FamilySpeed speed = story.speed();
        Optional<FamilySpeed> known = fast ? Optional.of(speed) : Optional.empty();
        Optional<DoublingTime> doubling =
                known.flatMap(times -> times.doubling(plan.measures().confLevel()));
        Optional<HawkesFit> process = known.flatMap(times -> process(times, story, ends));
        double copies = (double) story.copies();
        OptionalLong first = story.first();
        OptionalLong removed = story.lastRemoved();
        return new FamilyRow(
                SizeClass.of(story.copies()),
                story.familyId(),
                1L,
                first.isPresent() ? hour(first.getAsLong()) : null,
                story.copies(),
                story.shares(),
                story.variants(),
                (long) story.allPlatforms().size(),
                (long) story.accounts(),
                List.copyOf(story.languages()),
                known.flatMap(times -> times.hoursTo(TEN)).orElse(null),
                known.flatMap(times -> times.hoursTo(HUNDRED)).orElse(null),
                known.flatMap(times -> times.hoursTo(THOUSAND)).orElse(null),
                known.map(FamilySpeed::peakPerHour).orElse(null),
                known.map(FamilySpeed::duration).orElse(null),
                doubling.map(DoublingTime::hours).orElse(null),
                doubling.map(DoublingTime::ciLow).orElse(null),
                doubling.map(DoublingTime::ciHigh).orElse(null),
                process.map(fit -> fit.branchingRatio().estimate()).orElse(null),
                process.flatMap(fit -> finite(fit.profileLow())).orElse(null),
                process.flatMap(fit -> finite(fit.profileHigh())).orElse(null),
                process.flatMap(fit -> finite(fit.fit().p())).orElse(null),
                removed.isPresent() ? hour(removed.getAsLong()) : null,
                story.everRemoved(),
                story.everGone(),
                story.isFollowedToTheEnd() ? (Double) (story.there() / copies) : null,
                story.there() / copies,
                (story.copies() - story.goneForGood()) / copies,
                reach.accountsWithFollowers(),
                orNull(reach.upper()),
                false,
                plan.runId());
    }

    private Optional<HawkesFit> process(FamilySpeed speed, FamilyStory story, SightingEnds ends) {
        OptionalLong until = end(story, ends);
        return until.isEmpty()
                ? Optional.empty()
                : speed.branching(until.getAsLong(), plan.measures().confLevel());
    }

    /** Until when copies could have led to others that would have been seen: when all were gone, nothing could follow. */
    static OptionalLong end(FamilyStory story, SightingEnds ends) {
        OptionalLong watched = story.watchedUntil(ends);
        OptionalLong there = story.lastThere();
        return watched.isPresent() && there.isPresent()
                ? OptionalLong.of(Math.min(watched.getAsLong(), there.getAsLong()))
                : watched;
    }

    private static Long orNull(OptionalLong number) {
        return number.isPresent() ? (Long) number.getAsLong() : null;
    }

    private static Optional<Double> finite(double value) {
        return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    }

    static Instant hour(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).truncatedTo(ChronoUnit.HOURS);
    }

    /** The same row as it may be published: durations rounded up to whole hours, intervals outward, reach to two digits. */
    static FamilyRow published(FamilyRow row, Reach reach) {
        return new FamilyRow(
                row.sizeClass(),
                row.familyId(),
                row.nFamilies(),
                row.firstSeenHourUtc(),
                row.nCopies(),
                row.nShares(),
                row.nVariants(),
                row.nPlatforms(),
                row.nAccounts(),
                row.languages(),
                up(row.hoursTo10()),
                up(row.hoursTo100()),
                up(row.hoursTo1000()),
                row.peakPerHour(),
                up(row.durationHours()),
                up(row.doublingHours()),
                row.doublingCiLow() == null ? null : (Double) Math.floor(row.doublingCiLow()),
                up(row.doublingCiHigh()),
                row.branchingRatio(),
                row.branchingCiLow(),
                row.branchingCiHigh(),
                row.branchingFitP(),
                row.lastRemovedHourUtc(),
                row.nRemoved(),
                row.nGone(),
                row.aliveShare(),
                row.aliveShareLow(),
                row.aliveShareHigh(),
                row.nAccountsWithFollowers(),
                reach.published().map(Reach.Limits::high).orElse(null),
                false,
                row.runId());
    }

    private static Double up(Double hours) {
        return hours == null ? null : (Double) Math.ceil(hours);
    }
}
