// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.util.HashMap;
import java.util.Map;

/** The distinct texts of one column chunk, numbered as they came. */
final class StringDictionary {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final PlainTexts texts = new PlainTexts();

    /** Columns of names hold the same object many times in a row. */
    private String last;

    private int numberOfLast;

    /** The number of this text, given now where it is new. */
    @SuppressWarnings("ReferenceEquality") // a shortcut: equal texts that are not the same object are found below
    int number(String text) {
        if (text != last) {
            Integer known = numbers.get(text);
            numberOfLast = known == null ? add(text) : known;
            last = text;
        }
        return numberOfLast;
    }

    private int add(String text) {
        int number = numbers.size();
        numbers.put(text, number);
        texts.add(text);
        return number;
    }

    int size() {
        return numbers.size();
    }

    /** All texts in the order of their numbers. */
    PlainTexts texts() {
        return texts;
    }
}
