// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one row of a ledger says: that a platform acted, on what ground, prompted by whom and when. It holds no words, no
 * address and no person's name, and it is never joined to items: only what was acted on stands in a ledger.
 *
 * @param ledger the ledger
 * @param entryId the ledger's own id of the entry, by which repeated entries are known
 * @param platform name of the platform as the ledger says it; null when unknown
 * @param category ground of the decision as the ledger says it; null when unknown
 * @param keywords its finer words for the ground; often none
 * @param source what made the platform look
 * @param automatedDetection whether a machine found it; null when unknown
 * @param automation how much of the decision a machine made
 * @param action what was done
 * @param territories where it applies: country codes joined by commas; null when unknown
 * @param clock when what delays are counted from happened, see {@link Ledger#clock()}; null when unknown
 * @param acted when the platform acted; null when unknown
 * @param filedAt when the entry was filed; null when unknown
 * @param ends when the action ends; null for never, or when unknown
 * @param position where the row stands
 */
public record LedgerEntry(
        Ledger ledger,
        String entryId,
        String platform,
        String category,
        List<String> keywords,
        LedgerSource source,
        Boolean automatedDetection,
        Automation automation,
        LedgerAction action,
        String territories,
        TimeBracket clock,
        TimeBracket acted,
        Instant filedAt,
        TimeBracket ends,
        SourcePosition position) {
    private static final int MOST_NAME_CHARACTERS = 100;

    /** What becomes of the delay of an entry. */
    public enum DelayState {
        /** It is known within bounds. */
        KNOWN,
        /** The clock or the action has no date. */
        NO_DATE,
        /** The action is dated before the clock. */
        BEFORE_CLOCK
    }

    /** Keeps the names of platform and category short and free of what separates names in tables. */
    public LedgerEntry {
        platform = name(platform);
        category = name(category);
    }

    private static String name(String text) {
        if (text == null) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '|' || c == ',' || c == '=') {
                return plain(text);
            }
        }
        return text.length() <= MOST_NAME_CHARACTERS ? text : plain(text);
    }

    private static String plain(String text) {
        String plain = text.replaceAll("[|,=\\p{Cntrl}\\s]+", " ").strip();
        if (plain.length() > MOST_NAME_CHARACTERS) {
            int end = Character.isHighSurrogate(plain.charAt(MOST_NAME_CHARACTERS - 1))
                    ? MOST_NAME_CHARACTERS - 1
                    : MOST_NAME_CHARACTERS;
            plain = plain.substring(0, end).strip();
        }
        return plain.isEmpty() ? null : plain;
    }

    /** The delay from the clock to the action, where both are dated and in this order. */
    public Optional<LedgerDelay> delay() {
        return delay(clock, acted);
    }

    /** The delay between these times, null for unknown ones. */
    public static Optional<LedgerDelay> delay(TimeBracket clock, TimeBracket acted) {
        return clock == null || acted == null ? Optional.empty() : LedgerDelay.between(clock, acted);
    }

    /** Whether there is a delay, and why not. */
    public DelayState delayState() {
        return delayState(clock, acted);
    }

    /** Whether there is a delay between these times, null for unknown ones, and why not. */
    public static DelayState delayState(TimeBracket clock, TimeBracket acted) {
        if (clock == null || acted == null) {
            return DelayState.NO_DATE;
        }
        return delay(clock, acted).isPresent() ? DelayState.KNOWN : DelayState.BEFORE_CLOCK;
    }
}
