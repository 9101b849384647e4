// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.compliance;

import java.util.ArrayList;
import java.util.List;
import org.tilik.pipeline.removal.DutyFact;
import org.tilik.pipeline.strata.Stratum;

/**
 * What a row of compliance is about: one duty in one jurisdiction, by signature, and one part of what it covers.
 *
 * @param event id of what asks for action
 * @param jurisdiction jurisdiction of that
 * @param clock on which it is measured: the duty's own, or another for comparison
 * @param signatory as in {@link DutyFact#signatory}
 * @param part all of it, or the part of some country of a union, platform, calendar month
 */
record ComplianceCell(String event, String jurisdiction, String clock, String signatory, Stratum part) {
    static final String PLACE = "place";
    static final String PLATFORM = "platform";
    static final String PERIOD = "period";

    private static final String SEPARATOR = "\t";

    /**
     * The cells that count a fact: those of a country only in the rows of that country, those of another clock not by month.
     *
     * @param ownClock the duty's
     */
    static List<ComplianceCell> of(DutyFact fact, String ownClock) {
        boolean isCountry = !fact.place.equals(fact.jurisdiction);
        List<ComplianceCell> cells = new ArrayList<>();
        for (boolean byPlatform : new boolean[] {false, true}) {
            for (boolean byMonth : fact.clock.equals(ownClock) ? new boolean[] {false, true} : new boolean[] {false}) {
                List<String> columns = new ArrayList<>();
                List<String> values = new ArrayList<>();
                add(isCountry, PLACE, fact.place, columns, values);
                add(byPlatform, PLATFORM, fact.platform, columns, values);
                add(byMonth, PERIOD, fact.month, columns, values);
                Stratum part = columns.isEmpty()
                        ? Stratum.ALL
                        : new Stratum(String.join(",", columns), String.join("|", values));
                cells.add(new ComplianceCell(fact.event, fact.jurisdiction, fact.clock, fact.signatory, part));
            }
        }
        return cells;
    }

    private static void add(boolean isColumn, String column, String value, List<String> columns, List<String> values) {
        if (isColumn) {
            columns.add(column);
            values.add(value);
        }
    }

    /** The parts of one of these add up; they are held back together. */
    String population() {
        return String.join(SEPARATOR, event, jurisdiction, clock, signatory);
    }

    String key() {
        return population() + SEPARATOR + part.label();
    }

    static ComplianceCell ofKey(String key) {
        String[] parts = key.split(SEPARATOR, -1);
        return new ComplianceCell(parts[0], parts[1], parts[2], parts[3], Stratum.ofLabel(parts[4]));
    }

    /** Whether the cell is of one value of this column. */
    boolean isOf(String column) {
        return List.of(part.by().split(",", -1)).contains(column);
    }

    /** The value of this column; otherwise where the cell is not of one value of it. */
    String value(String column, String otherwise) {
        List<String> columns = List.of(part.by().split(",", -1));
        int at = columns.indexOf(column);
        return at < 0 ? otherwise : part.value().split("\\|", -1)[at];
    }

    Boolean isSignatory() {
        boolean isKnown = !signatory.equals(DutyFact.UNKNOWN) && !signatory.equals(DutyFact.NOT_ASKED);
        return isKnown ? Boolean.valueOf(signatory) : null;
    }
}
