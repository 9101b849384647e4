// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.twitter;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/** Values as Twitter wrote them; what is of another kind than expected is passed over and reads as unknown. */
final class TwitterJson {
    /** The field is missing or null. */
    static final long ABSENT = Long.MIN_VALUE;
    /** The field holds something that is no time. */
    static final long UNREADABLE = Long.MIN_VALUE + 1;

    private static final int MOST_TIME_DIGITS = 15;

    private TwitterJson() {}

    /** Takes the value of one field. */
    @FunctionalInterface
    interface Field {
        void read(String name, JsonToken value) throws IOException;
    }

    /** Reads the fields of an object, if it is one. */
    static void object(JsonParser json, JsonToken opening, Field field) throws IOException {
        if (opening != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        String name = json.nextFieldName();
        while (name != null) {
            field.read(name, json.nextToken());
            name = json.nextFieldName();
        }
    }

    /** Takes one item of a list. */
    @FunctionalInterface
    interface Item {
        void read(JsonToken value) throws IOException;
    }

    /** Reads the items of a list, if it is one. */
    static void list(JsonParser json, JsonToken opening, Item item) throws IOException {
        if (opening != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        JsonToken value = json.nextToken();
        while (value != JsonToken.END_ARRAY) {
            item.read(value);
            value = json.nextToken();
        }
    }

    static String text(JsonParser json, JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_STRING) {
            return json.getText();
        }
        json.skipChildren();
        return null;
    }

    /** Milliseconds since 1970, which Twitter writes as a string. */
    static long millis(JsonParser json, JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_NULL) {
            return ABSENT;
        }
        String digits = value == JsonToken.VALUE_NUMBER_INT ? json.getText() : text(json, value);
        boolean plain = digits != null
                && !digits.isEmpty()
                && digits.length() <= MOST_TIME_DIGITS
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return plain ? Long.parseLong(digits) : UNREADABLE;
    }

    /** A count; the word {@code 100+} of 2011 and negative numbers are none. */
    static Long count(JsonParser json, JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_NUMBER_INT && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            long count = json.getLongValue();
            return count < 0 ? null : count;
        }
        json.skipChildren();
        return null;
    }

    /** Codes of two letters, as a list or, in some documents, as one text with commas. */
    static void countries(JsonParser json, JsonToken value, Set<String> into) throws IOException {
        if (value == JsonToken.START_ARRAY) {
            list(json, value, item -> addCountries(text(json, item), into));
        } else {
            addCountries(text(json, value), into);
        }
    }

    private static void addCountries(String text, Set<String> into) {
        if (text != null) {
            for (String code : text.toUpperCase(Locale.ROOT).split("[^A-Z]+", -1)) {
                if (code.length() == 2) {
                    into.add(code);
                }
            }
        }
    }
}
