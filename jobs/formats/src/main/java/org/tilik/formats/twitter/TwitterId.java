// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.twitter;

import org.tilik.formats.json.JsonProblem;
import org.tilik.formats.json.JsonScanner;
import org.tilik.formats.json.JsonType;

/**
 * An id that Twitter writes twice, as a number and, from late 2010 on, as a text ({@code id}, {@code id_str}). The text
 * counts: tools that hold numbers as doubles have rounded the other.
 */
final class TwitterId {
    private static final int MOST_DIGITS = 19;
    private static final String LARGEST = Long.toString(Long.MAX_VALUE);

    private String number;
    private String text;

    void readNumber(JsonScanner json) throws JsonProblem {
        number = read(json);
    }

    void readText(JsonScanner json) throws JsonProblem {
        text = read(json);
    }

    private static String read(JsonScanner json) throws JsonProblem {
        String id = json.type() == JsonType.NUMBER ? json.integer() : TwitterJson.text(json);
        return id != null && isId(id) ? id : null;
    }

    /** Whether this is an id: a whole number above 0 that fits into 63 bits. */
    static boolean isId(String id) {
        boolean digits = !id.isEmpty()
                && id.length() <= MOST_DIGITS
                && id.charAt(0) != '0'
                && id.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && (id.length() < MOST_DIGITS || id.compareTo(LARGEST) <= 0);
    }

    /** The id in digits, or null where the record holds none. */
    String orNull() {
        return text == null ? number : text;
    }

    void clear() {
        number = null;
        text = null;
    }
}
