// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.policy;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Set;

/**
 * One entry of the policy timeline.
 *
 * @param id short name, part of the rows that are about it
 * @param on its date, UTC; the first of the month where only that is known
 * @param isMonth whether only the month is known
 * @param until when it ended or ceased to apply, this day not included for laws; null for never
 * @param type what it is
 * @param jurisdictions where it holds: countries (ISO 3166-1 alpha-2), unions of them, or {@code global}
 * @param instrument law, promise or rule that it belongs to; null for none
 * @param title one sentence
 * @param deadlineHours hours within which it asks for action; null where it names none
 * @param clock origin of that time: posted, first_seen, reported, referred or ordered; null where it asks for no action
 * @param platforms platforms that it binds; empty for all
 * @param isBySignature whether it binds signatories only
 * @param measure metric that it bears on; null for none
 * @param legalBasis law and article; null for none
 * @param excludeFrom first day that series about change leave out; null for none
 * @param excludeUntil last day that they leave out; null for none
 * @param anticipationWeeks weeks before the date in which it may have been anticipated, left out of series
 * @param isChecked whether date and wording stand in the source; false where they were written down from memory
 * @param source where it is from
 */
public record PolicyEvent(
        String id,
        LocalDate on,
        boolean isMonth,
        LocalDate until,
        EventType type,
        Set<String> jurisdictions,
        String instrument,
        String title,
        Double deadlineHours,
        String clock,
        Set<String> platforms,
        boolean isBySignature,
        String measure,
        String legalBasis,
        LocalDate excludeFrom,
        LocalDate excludeUntil,
        int anticipationWeeks,
        boolean isChecked,
        String source)
        implements Serializable {
    /** Stands for everywhere. */
    public static final String GLOBAL = "global";

    /** Fixes the sets. */
    public PolicyEvent {
        jurisdictions = Set.copyOf(jurisdictions);
        platforms = Set.copyOf(platforms);
    }

    /** Whether it asks for action, so that it can be said how much was acted on in time. */
    public boolean isDuty() {
        return clock != null;
    }

    /** Whether it applies on this day. */
    public boolean isInForce(LocalDate day) {
        return !day.isBefore(on) && (until == null || day.isBefore(until));
    }

    /** Whether it binds this platform, membership aside. */
    public boolean binds(String platform) {
        return platforms.isEmpty() || platforms.contains(platform);
    }
}
