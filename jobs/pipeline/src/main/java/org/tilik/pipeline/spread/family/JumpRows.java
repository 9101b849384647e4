// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.family;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tilik.model.table.PlatformJumpRow;
import org.tilik.pipeline.spread.SpreadPlan;

/**
 * From which platform to which a family went, and by how much later it was gone there.
 *
 * <p>Pairs with a platform of which the source delivered a sample are left out: neither the first copy there nor the last is
 * known. The lag of being gone is that of {@link org.tilik.measure.removal.families.GoneLag}.
 */
final class JumpRows {
    private static final double MICROS_PER_HOUR = 3.6e9;

    private final SpreadPlan plan;

    JumpRows(SpreadPlan plan) {
        this.plan = plan;
    }

    /** Two platforms of a family, the one that had it first before the other. */
    record Jump(String from, PlatformStory first, String to, PlatformStory second) {
        /** Hours from the first copy on the one to the first copy on the other. */
        double hours() {
            return (second.first() - first.first()) / MICROS_PER_HOUR;
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
            boolean goneFirst = first.gone().happened();
            boolean goneSecond = second.gone().happened();
            return new PlatformJumpRow(
                    familyId,
                    from,
                    to,
                    first.copies(),
                    second.copies(),
                    hours(),
                    hours(),
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
                    jumps.add(new Jump(from.getKey(), from.getValue(), to.getKey(), to.getValue()));
                }
            }
        }
        return jumps;
    }

    /** The same row as it may be published: lags rounded outward to whole hours. */
    static PlatformJumpRow published(PlatformJumpRow row) {
        return new PlatformJumpRow(
                row.familyId(),
                row.platformFrom(),
                row.platformTo(),
                row.nCopiesFrom(),
                row.nCopiesTo(),
                Math.floor(row.lagLoHours()),
                Math.ceil(row.lagHiHours()),
                row.removalLagLoHours() == null ? null : (Double) Math.floor(row.removalLagLoHours()),
                row.removalLagHiHours() == null ? null : (Double) Math.ceil(row.removalLagHiHours()),
                row.runId());
    }
}
