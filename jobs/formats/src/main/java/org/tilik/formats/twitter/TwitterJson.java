// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.twitter;

import java.util.Locale;
import java.util.Set;
import org.tilik.formats.json.JsonProblem;
import org.tilik.formats.json.JsonScanner;
import org.tilik.formats.json.JsonType;

/** Values as Twitter wrote them; what is of another kind than expected is passed over and reads as unknown. */
final class TwitterJson {
    /** The field is missing or null. */
    static final long ABSENT = Long.MIN_VALUE;
    /** The field holds something that is no time. */
    static final long UNREADABLE = Long.MIN_VALUE + 1;

    private static final int MOST_TIME_DIGITS = 15;
    private static final int MOST_COUNT_DIGITS = 18;

    private TwitterJson() {}

    /** Takes the value of one field, which is the scanner's next. */
    @FunctionalInterface
    interface Field {
        void read(TwitterField field) throws JsonProblem;
    }

    /** Reads the fields of the next value, if it is an object; says whether it was. */
    static boolean object(JsonScanner json, Field fields) throws JsonProblem {
        if (json.type() != JsonType.OBJECT) {
            json.skip();
            return false;
        }
        json.enterObject();
        TwitterField field = json.nextField(TwitterField.NAMES);
        while (field != null) {
            fields.read(field);
            field = json.nextField(TwitterField.NAMES);
        }
        return true;
    }

    /** Takes one item of a list, which is the scanner's next value. */
    @FunctionalInterface
    interface Item {
        void read() throws JsonProblem;
    }

    /** Reads the items of the next value, if it is a list. */
    static void list(JsonScanner json, Item item) throws JsonProblem {
        if (json.type() != JsonType.ARRAY) {
            json.skip();
            return;
        }
        json.enterArray();
        while (json.nextElement()) {
            item.read();
        }
    }

    static String text(JsonScanner json) throws JsonProblem {
        if (json.type() == JsonType.STRING) {
            return json.string();
        }
        json.skip();
        return null;
    }

    static boolean isTrue(JsonScanner json) throws JsonProblem {
        boolean isTrue = json.type() == JsonType.TRUE;
        json.skip();
        return isTrue;
    }

    /** Milliseconds since 1970, which Twitter writes as a string. */
    static long millis(JsonScanner json) throws JsonProblem {
        if (json.type() == JsonType.NULL) {
            json.skip();
            return ABSENT;
        }
        String digits = json.type() == JsonType.NUMBER ? json.integer() : text(json);
        return digits != null && isWhole(digits, MOST_TIME_DIGITS) ? Long.parseLong(digits) : UNREADABLE;
    }

    /** A count; the word {@code 100+} of 2011 and negative numbers are none. */
    static Long count(JsonScanner json) throws JsonProblem {
        if (json.type() != JsonType.NUMBER) {
            json.skip();
            return null;
        }
        String digits = json.integer();
        return digits != null && isWhole(digits, MOST_COUNT_DIGITS) ? Long.valueOf(digits) : null;
    }

    private static boolean isWhole(String digits, int most) {
        return !digits.isEmpty() && digits.length() <= most && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Codes of two letters, as a list or, in some documents, as one text with commas. */
    static void countries(JsonScanner json, Set<String> into) throws JsonProblem {
        if (json.type() == JsonType.ARRAY) {
            list(json, () -> addCountries(text(json), into));
        } else {
            addCountries(text(json), into);
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
