// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.twitter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/** Twitter's way to write a time, {@code Mon Apr 19 17:52:00 +0000 2010}, in English whatever the machine speaks. */
final class CreatedAt {
    private static final String SHAPE = "aaa aaa 00 00:00:00 +0000 0000";
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final long SECONDS_PER_DAY = 86_400;
    private static final long SECONDS_PER_HOUR = 3600;
    private static final long SECONDS_PER_MINUTE = 60;

    private CreatedAt() {}

    /** The time, to the second; null where the text is not of that shape. */
    static Instant parse(String text) {
        if (!hasShape(text)) {
            return null;
        }
        int month = MONTHS.indexOf(text.substring(4, 7));
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        // A leap second is the first second of the next minute.
        if (month < 0 || month % 3 != 0 || hour > 23 || minute > 59 || second > 60) {
            return null;
        }
        long offset = number(text, 21, 23) * SECONDS_PER_HOUR + number(text, 23, 25) * SECONDS_PER_MINUTE;
        try {
            LocalDate day = LocalDate.of(number(text, 26, 30), month / 3 + 1, number(text, 8, 10));
            long local =
                    day.toEpochDay() * SECONDS_PER_DAY + hour * SECONDS_PER_HOUR + minute * SECONDS_PER_MINUTE + second;
            return Instant.ofEpochSecond(text.charAt(20) == '-' ? local + offset : local - offset);
        } catch (DateTimeException e) {
            // A day that its month does not have.
            return null;
        }
    }

    private static boolean hasShape(String text) {
        if (text.length() != SHAPE.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean fits = switch (SHAPE.charAt(i)) {
                case '0' -> c >= '0' && c <= '9';
                case 'a' -> (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
                case '+' -> c == '+' || c == '-';
                default -> c == SHAPE.charAt(i);
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
