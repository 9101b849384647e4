// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.policy;

import java.io.InputStream;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tilik.formats.StudyInputException;
import org.tilik.formats.csv.CsvRow;
import org.tilik.formats.csv.ListRows;

/**
 * Who signed what, and when, as in {@code datasets/policy/membership.csv}. What was written down from memory is read, and
 * decides nothing.
 *
 * @param all in the order of the file
 */
public record Memberships(List<Membership> all) implements Serializable {
    private static final String[] COLUMNS = {
        "instrument", "signatory", "kind", "joined_on", "left_on", "not_member_on", "platforms", "checked", "source"
    };

    /** Keeps its own copy. */
    public Memberships {
        all = List.copyOf(all);
    }

    /**
     * Reads memberships.
     *
     * @param file its path, for messages
     * @throws StudyInputException naming file, row and what was expected
     */
    public static Memberships read(InputStream in, String file) {
        PolicyRows rows = new PolicyRows(new ListRows(file));
        List<Membership> all = new ArrayList<>();
        rows.read(in, COLUMNS, (row, number) -> all.add(membership(rows, row, number)));
        return new Memberships(all);
    }

    private static Membership membership(PolicyRows rows, CsvRow row, long number) {
        Membership membership = new Membership(
                rows.text(row, "instrument", number),
                rows.text(row, "signatory", number),
                rows.oneOf(row, "kind", number, "country", "organisation", "company"),
                rows.dateOrNull(row, "joined_on", number),
                rows.dateOrNull(row, "left_on", number),
                rows.dateOrNull(row, "not_member_on", number),
                rows.platforms(row, "platforms", number),
                rows.isChecked(row, number),
                rows.text(row, "source", number));
        if (membership.joinedOn() == null && membership.notMemberOn() == null) {
            throw rows.fault(number, "has neither joined_on nor not_member_on");
        }
        if (membership.leftOn() != null
                && (membership.joinedOn() == null || membership.leftOn().isBefore(membership.joinedOn()))) {
            throw rows.fault(number, "has left_on without an earlier joined_on");
        }
        return membership;
    }

    /** Whether the owner of this platform was a signatory of this instrument on this day; empty where nobody knows. */
    public Optional<Boolean> isSignatory(String instrument, String platform, LocalDate day) {
        Optional<Boolean> known = Optional.empty();
        for (Membership membership : all) {
            if (membership.isChecked()
                    && membership.instrument().equals(instrument)
                    && membership.platforms().contains(platform)) {
                Boolean member = membership.isMember(day);
                if (Boolean.TRUE.equals(member)) {
                    return Optional.of(true);
                }
                known = member == null ? known : Optional.of(member);
            }
        }
        return known;
    }
}
