// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.json;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Writes random JSON objects: all kinds of values, white space, escapes, and characters of every length. */
final class RandomJson {
    private static final String[] NAMES = {
        "id", "rather_long_name", "rather_long_number", "deeper", "\\u0069d", "other", "", "rather_long", "é", "id\\n"
    };
    private static final String[] PIECES = {
        "a",
        "plain words, ",
        "\\n",
        "\\\"",
        "\\\\",
        "\\/",
        "\\u00e9",
        "\\uD834\\uDD1E",
        "\\ud800",
        "é",
        "ж",
        "漢",
        "𝄞",
        "\u007f",
        "{",
        "]",
        ":",
        ",",
        "'",
        "12345678"
    };
    private static final String[] NUMBERS = {
        "0",
        "-0",
        "12",
        "-7",
        "1.5",
        "0.001",
        "1e5",
        "-2.5E-3",
        "1717200032",
        "1.717200032E9",
        "123456789012345678901",
        "9007199254740993",
        "1e-400",
        "100000000000000000000000000000000000000.5"
    };
    private static final String[] SPACES = {"", "", "", "", " ", "\t", "\r\n", "  "};
    private static final int DEEPEST = 4;

    private final Random random;
    private final StringBuilder text = new StringBuilder();

    RandomJson(Random random) {
        this.random = random;
    }

    byte[] record() {
        object(0);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void object(int depth) {
        text.append('{');
        int size = random.nextInt(5);
        for (int i = 0; i < size; i++) {
            text.append(i > 0 ? "," : "")
                    .append(any(SPACES))
                    .append('"')
                    .append(any(NAMES))
                    .append('"');
            text.append(any(SPACES)).append(':').append(any(SPACES));
            value(depth + 1);
            text.append(any(SPACES));
        }
        text.append('}');
    }

    private void array(int depth) {
        text.append('[');
        int size = random.nextInt(4);
        for (int i = 0; i < size; i++) {
            text.append(i > 0 ? "," : "").append(any(SPACES));
            value(depth + 1);
            text.append(any(SPACES));
        }
        text.append(']');
    }

    private void value(int depth) {
        switch (random.nextInt(depth < DEEPEST ? 9 : 7)) {
            case 0 -> text.append("null");
            case 1 -> text.append("true");
            case 2 -> text.append("false");
            case 3 -> text.append(any(NUMBERS));
            case 4, 5, 6 -> string();
            case 7 -> object(depth);
            default -> array(depth);
        }
    }

    private void string() {
        text.append('"');
        int pieces = random.nextInt(6);
        for (int i = 0; i < pieces; i++) {
            text.append(any(PIECES));
        }
        text.append('"');
    }

    private String any(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
