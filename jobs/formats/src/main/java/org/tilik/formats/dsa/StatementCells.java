// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.dsa;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tilik.model.Automation;
import org.tilik.model.LedgerAction;
import org.tilik.model.LedgerSource;
import org.tilik.model.TimeBracket;

/** What the cells of a statement mean. Values are those of the database's own documentation of its interface. */
final class StatementCells {
    private static final int DATE_CHARACTERS = 10;

    private static final Map<String, LedgerAction> VISIBILITY = Map.of(
            "DECISION_VISIBILITY_CONTENT_REMOVED", LedgerAction.REMOVED,
            "DECISION_VISIBILITY_CONTENT_DISABLED", LedgerAction.DISABLED,
            "DECISION_VISIBILITY_CONTENT_DEMOTED", LedgerAction.DEMOTED,
            "DECISION_VISIBILITY_CONTENT_AGE_RESTRICTED", LedgerAction.AGE_RESTRICTED,
            "DECISION_VISIBILITY_CONTENT_INTERACTION_RESTRICTED", LedgerAction.INTERACTION_RESTRICTED,
            "DECISION_VISIBILITY_CONTENT_LABELLED", LedgerAction.LABELLED,
            "DECISION_VISIBILITY_OTHER", LedgerAction.OTHER);
    private static final Map<String, LedgerAction> ACCOUNT = Map.of(
            "DECISION_ACCOUNT_SUSPENDED", LedgerAction.ACCOUNT_SUSPENDED,
            "DECISION_ACCOUNT_TERMINATED", LedgerAction.ACCOUNT_TERMINATED);
    private static final Map<String, LedgerSource> SOURCE = Map.of(
            "SOURCE_VOLUNTARY", LedgerSource.VOLUNTARY,
            "SOURCE_ARTICLE_16", LedgerSource.NOTICE,
            "SOURCE_TRUSTED_FLAGGER", LedgerSource.TRUSTED_FLAGGER,
            "SOURCE_TYPE_OTHER_NOTIFICATION", LedgerSource.OTHER_NOTIFICATION);
    private static final Map<String, Automation> AUTOMATION = Map.of(
            "AUTOMATED_DECISION_FULLY", Automation.FULLY,
            "AUTOMATED_DECISION_PARTIALLY", Automation.PARTIALLY,
            "AUTOMATED_DECISION_NOT_AUTOMATED", Automation.NOT,
            // As the first dumps of 2023 have it.
            "Yes", Automation.FULLY,
            "No", Automation.NOT);

    private StatementCells() {}

    /**
     * A date or none.
     *
     * @param isSound false for a cell that holds something else than a date
     * @param day the day; null for an empty cell
     */
    record Day(boolean isSound, TimeBracket day) {
        static final Day NONE = new Day(true, null);
        static final Day BAD = new Day(false, null);
    }

    /** The date of {@code 2024-03-14 00:00:00}; the time of day is always midnight and says nothing. */
    static Day day(String cell) {
        if (cell == null) {
            return Day.NONE;
        }
        try {
            String date = cell.length() > DATE_CHARACTERS ? cell.substring(0, DATE_CHARACTERS) : cell;
            return new Day(true, TimeBracket.ofDay(LocalDate.parse(date)));
        } catch (DateTimeException e) {
            return Day.BAD;
        }
    }

    /** The texts of a list such as {@code ["KEYWORD_HATE_SPEECH"]}; one text alone is a list of one. */
    static List<String> list(String cell) {
        if (cell == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (String text : cell.split("[\\[\\],\"\\s]+", -1)) {
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return List.copyOf(texts);
    }

    /** The countries of a list, sorted and joined by commas; null for none. */
    static String territories(String cell) {
        Set<String> codes = new TreeSet<>(list(cell));
        return codes.isEmpty() ? null : String.join(",", codes);
    }

    /** What a list of decisions on visibility says; null where one of them is not known. */
    static Set<LedgerAction> visibility(String cell) {
        Set<LedgerAction> actions = EnumSet.noneOf(LedgerAction.class);
        for (String decision : list(cell)) {
            LedgerAction action = VISIBILITY.get(decision);
            if (action == null) {
                return null;
            }
            actions.add(action);
        }
        return actions;
    }

    /** What was decided of the account; {@link LedgerAction#UNKNOWN} for nothing, null where it is not known. */
    static LedgerAction account(String cell) {
        return cell == null ? LedgerAction.UNKNOWN : ACCOUNT.get(cell);
    }

    /** What made the platform look; null where the word is not known. */
    static LedgerSource source(String cell) {
        return cell == null ? LedgerSource.UNKNOWN : SOURCE.get(cell);
    }

    /** How much of the decision a machine made; null where the word is not known. */
    static Automation automation(String cell) {
        return cell == null ? Automation.UNKNOWN : AUTOMATION.get(cell);
    }
}
