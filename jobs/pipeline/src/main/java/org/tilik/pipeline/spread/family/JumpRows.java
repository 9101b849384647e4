// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.family;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.tilik.measure.removal.families.HourBracket;
import org.tilik.measure.spread.compare.JumpLag;
import org.tilik.model.table.PlatformJumpRow;
import org.tilik.pipeline.spread.SpreadPlan;

/**
 * From which platform to which a family went, and by how much later it was gone there.
 *
 * <p>Pairs with a platform of which the source delivered a sample are left out: neither the first copy there nor the last is
 * known. Where a push stream was watched from a known time on and one of the two first copies is older, nobody knows which
 * platform had it first: such a pair has no lag ({@link JumpLag.Order#NOT_WATCHED}). The lag of being gone is that of
 * {@link org.tilik.measure.removal.families.GoneLag}.
 */
final class JumpRows {
    private static final double MICROS_PER_HOUR = 3.6e9;

    private final SpreadPlan plan;
    private final Map<String, Instant> begins;

    /**
     * For a run.
     *
     * @param begins when the push stream of a platform began to be watched, by platform, where that is known
     */
    JumpRows(SpreadPlan plan, Map<String, Instant> begins) {
        this.plan = plan;
        this.begins = begins;
    }

    /**
     * Two platforms of a family, the one that had it first, of what the archives hold, before the other.
     *
     * @param lag between the first copies
     */
    record Jump(String from, PlatformStory first, String to, PlatformStory second, JumpLag lag) {
        /** Hours from the first copy on the one to the first copy on the other; empty where nobody knows which was first. */
        OptionalDouble hours() {
            return lag.order() == JumpLag.Order.NOT_WATCHED ? OptionalDouble.empty() : OptionalDouble.of(lag.after());
        }

        /** Label of its stratum. */
        String stratum() {
            return "platform_pair=" + from + ">" + to;
        }

        /** Whether on each platform there are k copies by k accounts. */
        boolean isLarge(int k) {
            return first.copies() >= k && second.copies() >= k && first.accounts() >= k && second.accounts() >= k;
        }

        PlatformJumpRow row(String familyId, String runId) {
            Double hours = hours().isPresent() ? (Double) hours().getAsDouble() : null;
            boolean goneFirst = first.gone().happened();
            boolean goneSecond = second.gone().happened();
            return new PlatformJumpRow(
                    familyId,
                    from,
                    to,
                    first.copies(),
                    second.copies(),
                    hours,
                    hours,
                    goneFirst ? (Double) hours(first.gone().by(), second.gone().after()) : null,
                    goneSecond
                            ? (Double) hours(first.gone().after(), second.gone().by())
                            : null,
                    runId);
        }

        private static double hours(long from, long until) {
            return (until - from) / MICROS_PER_HOUR;
        }
    }

    /** The jumps of a family; where both platforms had it at the same time, the first by name comes first. */
    List<Jump> jumps(FamilyStory story) {
        List<Jump> jumps = new ArrayList<>();
        for (Map.Entry<String, PlatformStory> from : story.platforms().entrySet()) {
            for (Map.Entry<String, PlatformStory> to : story.platforms().entrySet()) {
                long lag = to.getValue().first() - from.getValue().first();
                boolean isFirst = lag > 0 || (lag == 0 && from.getKey().compareTo(to.getKey()) < 0);
                if (isFirst && !plan.isSampled(from.getKey()) && !plan.isSampled(to.getKey())) {
                    jumps.add(jump(from.getKey(), from.getValue(), to.getKey(), to.getValue()));
                }
            }
        }
        return jumps;
    }

    /** Times run from the first copy on the one platform, so that the lag is exact. */
    private Jump jump(String from, PlatformStory first, String to, PlatformStory second) {
        double hours = (second.first() - first.first()) / MICROS_PER_HOUR;
        JumpLag lag = JumpLag.of(
                HourBracket.at(0), HourBracket.at(hours), begin(from, first.first()), begin(to, first.first()));
        return new Jump(from, first, to, second, lag);
    }

    private double begin(String platform, long origin) {
        Instant begin = begins.get(platform);
        return begin == null
                ? Double.NEGATIVE_INFINITY
                : (ChronoUnit.MICROS.between(Instant.EPOCH, begin) - origin) / MICROS_PER_HOUR;
    }

    /** The same row as it may be published: lags rounded outward to whole hours. */
    static PlatformJumpRow published(PlatformJumpRow row) {
        return new PlatformJumpRow(
                row.familyId(),
                row.platformFrom(),
                row.platformTo(),
                row.nCopiesFrom(),
                row.nCopiesTo(),
                down(row.lagLoHours()),
                up(row.lagHiHours()),
                down(row.removalLagLoHours()),
                up(row.removalLagHiHours()),
                row.runId());
    }

    private static Double down(Double hours) {
        return hours == null ? null : (Double) Math.floor(hours);
    }

    private static Double up(Double hours) {
        return hours == null ? null : (Double) Math.ceil(hours);
    }
}
