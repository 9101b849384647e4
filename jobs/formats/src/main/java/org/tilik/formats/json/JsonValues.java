// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values of JSON trees as decoders need them; what is of another kind than expected is passed over and reads as unknown. */
public final class JsonValues {
    private static final int MOST_ID_DIGITS = 20;
    /** Beyond any time; to round a number such as 1e-999999999 would take all memory. */
    private static final int MOST_SCALE = 60;

    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);
    private static final BigDecimal LATEST_SECOND = BigDecimal.valueOf(253_402_300_799L);

    private JsonValues() {}

    /** The value at the end of these names, through lists of one; missing where there is none. */
    public static JsonNode at(JsonNode tree, String... names) {
        JsonNode node = tree;
        for (String name : names) {
            node = node.path(name);
        }
        return node;
    }

    /** The text here; null where there is none or it is empty. */
    public static String text(JsonNode node) {
        return node.isTextual() && !node.textValue().isEmpty() ? node.textValue() : null;
    }

    /** The id here, a text or a whole number of any size, never through a double; null where there is none. */
    public static String id(JsonNode node) {
        if (node.isIntegralNumber()) {
            return node.asText();
        }
        return text(node);
    }

    /** The count here, at least 0, also where it is written as a text of digits; null where there is none. */
    public static Long count(JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 0) {
            return node.longValue();
        }
        String digits = text(node);
        boolean isCount = digits != null
                && digits.length() < MOST_ID_DIGITS - 1
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return isCount ? Long.valueOf(digits) : null;
    }

    /** Whether the value is {@code true}. */
    public static boolean isTrue(JsonNode node) {
        return node.isBoolean() && node.booleanValue();
    }

    /** Seconds since 1970 with any fraction, a number or a text of one, exact to the nanosecond; empty for anything else. */
    public static Optional<Instant> seconds(JsonNode node) {
        return number(node).flatMap(seconds -> instant(seconds));
    }

    /** Milliseconds since 1970, likewise. */
    public static Optional<Instant> millis(JsonNode node) {
        return number(node).flatMap(millis -> instant(millis.movePointLeft(3)));
    }

    /** Microseconds since 1970, likewise. */
    public static Optional<Instant> micros(JsonNode node) {
        return number(node).flatMap(micros -> instant(micros.movePointLeft(6)));
    }

    private static Optional<BigDecimal> number(JsonNode node) {
        if (node.isNumber()) {
            return Optional.of(node.decimalValue()).filter(JsonValues::isBounded);
        }
        String digits = text(node);
        if (digits == null || digits.length() > 40) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(digits)).filter(JsonValues::isBounded);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean isBounded(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MOST_SCALE;
    }

    private static Optional<Instant> instant(BigDecimal seconds) {
        if (seconds.abs().compareTo(LATEST_SECOND) > 0) {
            return Optional.empty();
        }
        BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
        BigDecimal nanos = seconds.subtract(whole).multiply(NANOS);
        return Optional.of(Instant.ofEpochSecond(whole.longValueExact(), nanos.longValue()));
    }

    /** A time of ISO 8601 with its zone, as {@code 2024-06-03T12:00:00.123Z}; empty for anything else. */
    public static Optional<Instant> iso(JsonNode node) {
        String text = text(node);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The texts in this list; none where it is no list. */
    public static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : list.isArray() ? list : List.<JsonNode>of()) {
            String text = text(item);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }
}
