// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.twitter;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * An id that Twitter writes twice, as a number and, from late 2010 on, as a text ({@code id}, {@code id_str}). The text
 * counts: tools that hold numbers as doubles have rounded the other.
 */
final class TwitterId {
    private static final int MOST_DIGITS = 19;
    private static final String LARGEST = Long.toString(Long.MAX_VALUE);

    private long number;
    private String text;

    void readNumber(JsonParser json, JsonToken value) throws IOException {
        boolean whole =
                value == JsonToken.VALUE_NUMBER_INT && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        number = whole ? json.getLongValue() : 0;
        if (value == JsonToken.VALUE_STRING && text == null) {
            readText(json, value);
        } else {
            json.skipChildren();
        }
    }

    void readText(JsonParser json, JsonToken value) throws IOException {
        String found = TwitterJson.text(json, value);
        text = found != null && isId(found) ? found : null;
    }

    private static boolean isId(String id) {
        boolean digits = !id.isEmpty()
                && id.length() <= MOST_DIGITS
                && id.charAt(0) != '0'
                && id.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && (id.length() < MOST_DIGITS || id.compareTo(LARGEST) <= 0);
    }

    /** The id in digits, or null where the record holds none. */
    String orNull() {
        if (text != null) {
            return text;
        }
        return number > 0 ? Long.toString(number) : null;
    }

    void clear() {
        number = 0;
        text = null;
    }
}
