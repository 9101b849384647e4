// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The distinct texts of one column chunk, numbered as they came. */
final class StringDictionary {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final PageBytes plain = new PageBytes();
    private int[] starts = new int[64];
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
        if (number + 1 >= starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        plain.writeInt(bytes.length);
        plain.write(bytes, 0, bytes.length);
        starts[number + 1] = plain.size();
        return number;
    }

    int size() {
        return numbers.size();
    }

    /** All texts, each behind its length. */
    PageBytes plain() {
        return plain;
    }

    /** Where the text of this number begins in {@link #plain}, its length included. */
    int start(int number) {
        return starts[number];
    }
}
