// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.change;

import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.tilik.measure.policy.series.Weeks;
import org.tilik.pipeline.policy.PolicyItem;
import org.tilik.pipeline.strata.Stratum;

/**
 * A tracked item as a member of the cohort of one stratum and week; durations in hours since posting. Flink needs it mutable,
 * with public fields.
 */
public final class CohortMember {
    /** How members travel between operators. */
    public static final TypeInformation<CohortMember> TYPE = Types.POJO(CohortMember.class);

    private static final String SEPARATOR = "\t";

    /** {@link Stratum#label()}. */
    public String stratum;
    /** As {@link Weeks} numbers it. */
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
        member.viewsLower = item.item.viewsLower;
        return member;
    }

    /** The week of a time in microseconds. */
    static long week(long micros) {
        return Weeks.of(LocalDate.ofEpochDay(Math.floorDiv(micros, TimeUnit.DAYS.toMicros(1))));
    }

    String key() {
        return stratum + SEPARATOR + week;
    }
}
