// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.reddit;

import java.util.Locale;
import org.tilik.model.Actor;

/**
 * Who took a Reddit item away, as far as Reddit says, and Reddit's own word for it.
 *
 * <p>Sources: the values counted in the Arctic Shift schemas, and the placeholders that Reddit puts in place of texts.
 *
 * @param actor who made it disappear
 * @param reason Reddit's word
 */
record Gone(Actor actor, String reason) {
    static final Gone UNEXPLAINED = new Gone(Actor.UNKNOWN, null);
    static final Gone LEGAL = new Gone(Actor.LEGAL_ORDER, "legal");

    private static final int LONGEST_MARK = 120;
    private static final int LONGEST_REASON = 64;

    /** What {@code removed_by_category} or {@code _meta.removal_type} says; a value not known here has no known actor. */
    static Gone byCategory(String category) {
        String value = category.strip().toLowerCase(Locale.ROOT);
        return switch (value) {
            case "moderator", "automod_filtered", "removed" -> new Gone(Actor.COMMUNITY_MOD, value);
            case "reddit", "anti_evil_ops", "content_takedown", "community_ops", "removed by reddit" ->
                new Gone(Actor.PLATFORM, value);
            case "copyright_takedown" -> new Gone(Actor.LEGAL_ORDER, "copyright");
            case "deleted", "author" -> new Gone(Actor.AUTHOR, value);
            default -> new Gone(Actor.UNKNOWN, value.substring(0, Math.min(value.length(), LONGEST_REASON)));
        };
    }

    /** What a body says that is nothing but a placeholder; null for any other text. */
    static Gone byBody(String body) {
        String words = wordsInBrackets(body);
        if (words == null) {
            return null;
        }
        return switch (words) {
            case "removed" -> new Gone(Actor.COMMUNITY_MOD, "removed");
            case "deleted" -> new Gone(Actor.AUTHOR, "deleted");
            default -> bySentence(words);
        };
    }

    /** What a title says; "[removed]" and "[deleted]" alone are titles that people do give their posts. */
    static Gone byTitle(String title) {
        String words = wordsInBrackets(title);
        return words == null ? null : bySentence(words);
    }

    private static Gone bySentence(String words) {
        if (words.startsWith("removed by reddit")) {
            if (words.contains("copyright")) {
                return new Gone(Actor.LEGAL_ORDER, "copyright");
            }
            return new Gone(Actor.PLATFORM, "removed by reddit");
        }
        if (words.startsWith("removed by moderator")) {
            return new Gone(Actor.COMMUNITY_MOD, "removed");
        }
        return words.equals("deleted by user") ? new Gone(Actor.AUTHOR, "deleted") : null;
    }

    private static String wordsInBrackets(String text) {
        if (text == null || text.length() > LONGEST_MARK) {
            return null;
        }
        String mark = text.strip();
        if (mark.length() < 3 || mark.charAt(0) != '[' || mark.indexOf(']') != mark.length() - 1) {
            return null;
        }
        return mark.substring(1, mark.length() - 1).strip().toLowerCase(Locale.ROOT);
    }
}
