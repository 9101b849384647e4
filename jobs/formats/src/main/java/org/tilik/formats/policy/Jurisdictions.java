// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.policy;

import java.io.InputStream;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tilik.formats.csv.ListRows;

/**
 * Which countries belong to a union, and since when, as in {@code datasets/policy/jurisdictions.csv}. Every country is a
 * jurisdiction of its own.
 *
 * @param members in the order of the file
 */
public record Jurisdictions(List<Member> members) implements Serializable {
    private static final String[] COLUMNS = {"jurisdiction", "country", "joined_on", "left_on"};

    /**
     * A country of a union.
     *
     * @param union the union
     * @param country ISO 3166-1 alpha-2
     * @param joinedOn since when
     * @param leftOn the first day on which it did not belong to it any more; null for none
     */
    public record Member(String union, String country, LocalDate joinedOn, LocalDate leftOn) implements Serializable {
        boolean belongs(LocalDate day) {
            return !day.isBefore(joinedOn) && (leftOn == null || day.isBefore(leftOn));
        }
    }

    /** Keeps its own copy. */
    public Jurisdictions {
        members = List.copyOf(members);
    }

    /**
     * Reads unions of countries.
     *
     * @param file its path, for messages
     * @throws org.tilik.formats.StudyInputException naming file, row and what was expected
     */
    public static Jurisdictions read(InputStream in, String file) {
        PolicyRows rows = new PolicyRows(new ListRows(file));
        List<Member> members = new ArrayList<>();
        rows.read(
                in,
                COLUMNS,
                (row, number) -> members.add(new Member(
                        rows.text(row, "jurisdiction", number),
                        rows.text(row, "country", number),
                        rows.date(row, "joined_on", number),
                        rows.dateOrNull(row, "left_on", number))));
        return new Jurisdictions(members);
    }

    /** Whether these places together cover this whole jurisdiction on this day. */
    public boolean isCovered(String jurisdiction, Set<String> places, LocalDate day) {
        List<Member> own = members.stream()
                .filter(member -> member.union().equals(jurisdiction) && member.belongs(day))
                .toList();
        return places.contains(jurisdiction)
                || (!own.isEmpty() && own.stream().allMatch(member -> places.contains(member.country())));
    }

    /** Whether this jurisdiction covers this place, itself a country or a union, on this day. */
    public boolean covers(String jurisdiction, String place, LocalDate day) {
        return jurisdiction.equals(PolicyEvent.GLOBAL)
                || jurisdiction.equals(place)
                || members.stream()
                        .anyMatch(member -> member.union().equals(jurisdiction)
                                && member.country().equals(place)
                                && member.belongs(day));
    }
}
