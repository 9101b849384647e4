// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.change;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.tilik.measure.policy.series.Weeks;
import org.tilik.pipeline.policy.PolicyItem;
import org.tilik.pipeline.strata.Stratum;

/**
 * A tracked item as a member of the cohort of one stratum and week; durations in hours since then. Flink needs it mutable,
 * with public fields.
 */
public final class CohortMember {
    /** How members travel between operators. */
    public static final TypeInformation<CohortMember> TYPE = Types.POJO(CohortMember.class);

    private static final double MICROS_AN_HOUR = TimeUnit.HOURS.toMicros(1);
    private static final String SEPARATOR = "\t";

    /** {@link Stratum#label()}. */
    public String stratum;
    /** {@link ChangeRule} under which it is measured. */
    public String rule = ChangeRule.HEADLINE.name();
    /** As {@link Weeks} numbers it, of posting or of where another clock started. */
    public long week;
    /** Null where unknown. */
    public String accountKey;
    /** Whether it was followed, so that the durations hold. */
    public boolean measured;

    public double entry;
    public double lower;
    /** Infinity where it was not seen gone. */
    public double upper;
    /** Null where it was not seen gone. */
    public String cause;
    /** False where it is gone by one last unconfirmed absence only. */
    public boolean confirmed = true;
    /** Null where nobody counted. */
    public Long viewsLower;

    static CohortMember of(PolicyItem item, Stratum stratum) {
        CohortMember member = new CohortMember();
        member.stratum = stratum.label();
        member.week = week(item.item.postedAt);
        member.accountKey = item.item.accountKey;
        member.measured = item.measured;
        member.entry = item.entry;
        member.lower = item.lower;
        member.upper = item.upper;
        member.cause = item.cause;
        member.confirmed = item.confirmed;
        member.viewsLower = item.item.viewsLower;
        return member;
    }

    /** The item as one of those that this rule measures apart on the clock of posting; empty where it is none of them. */
    static Optional<CohortMember> apart(PolicyItem item, Stratum stratum, ChangeRule rule) {
        if (!rule.holds(item)) {
            return Optional.empty();
        }
        CohortMember member = of(item, stratum);
        member.rule = rule.name();
        member.measured = item.measured || item.followedBeside;
        member.viewsLower = item.followedBeside ? item.viewsBeside : item.item.viewsLower;
        return Optional.of(member);
    }

    /** The item on the clock of this rule; empty where that did not start, or the item was gone by then. */
    static Optional<CohortMember> of(PolicyItem item, Stratum stratum, ChangeRule rule) {
        Long origin = rule.origin(item);
        if (origin == null || !item.measured) {
            return Optional.empty();
        }
        double later = (origin - item.item.postedAt) / MICROS_AN_HOUR;
        CohortMember member = of(item, stratum);
        member.rule = rule.name();
        member.week = week(origin);
        member.entry = Math.max(0, item.entry - later);
        member.lower = Math.max(0, item.lower - later);
        member.upper = item.upper - later;
        double exit = Double.isFinite(member.upper) ? member.upper : member.lower;
        return exit > member.entry ? Optional.of(member) : Optional.empty();
    }

    /** The week of a time in microseconds. */
    static long week(long micros) {
        return Weeks.of(LocalDate.ofEpochDay(Math.floorDiv(micros, TimeUnit.DAYS.toMicros(1))));
    }

    String key() {
        return stratum + SEPARATOR + rule + SEPARATOR + week;
    }
}
