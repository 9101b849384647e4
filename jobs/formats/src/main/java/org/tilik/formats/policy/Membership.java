// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.policy;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Set;

/**
 * What is known of one possible signatory of one instrument.
 *
 * @param instrument what may be signed
 * @param signatory country, organisation or company
 * @param kind country, organisation or company
 * @param joinedOn when it joined; null where it is not known to have
 * @param leftOn the first day on which it was no longer a member; null for none
 * @param notMemberOn a day on which it was known not to be a member; null for none
 * @param platforms platforms that belong to it
 * @param isChecked whether this stands in the source; false where it was written down from memory
 * @param source where it is from
 */
public record Membership(
        String instrument,
        String signatory,
        String kind,
        LocalDate joinedOn,
        LocalDate leftOn,
        LocalDate notMemberOn,
        Set<String> platforms,
        boolean isChecked,
        String source)
        implements Serializable {
    /** Fixes the set. */
    public Membership {
        platforms = Set.copyOf(platforms);
    }

    /** Whether it was a member on this day; null where nobody knows. */
    Boolean isMember(LocalDate day) {
        if (joinedOn != null) {
            return !day.isBefore(joinedOn) && (leftOn == null || day.isBefore(leftOn));
        }
        boolean wasOutside = notMemberOn != null && !day.isAfter(notMemberOn);
        return wasOutside ? Boolean.FALSE : null;
    }
}
