// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.answers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tilik.export.words.Messages;

/**
 * Words and numbers of one language. Numbers are written here and not by the Java that runs, whose tables of locales
 * differ from one version to another.
 */
final class Wording {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final int GROUP = 3;
    private static final double DAYS_FROM = 48;
    private static final double DAY = 24;
    private static final double PERCENT = 100;
    private static final double TENTH_OF_PERCENT = 0.001;
    private static final double TENTH = 0.1;
    private static final double TEN = 10;

    private final String language;
    private final ObjectNode messages;
    private final String point;
    private final String thousands;
    private final String percent;

    private Wording(String language, ObjectNode messages, String point, String thousands, String percent) {
        this.language = language;
        this.messages = messages;
        this.point = point;
        this.thousands = thousands;
        this.percent = percent;
    }

    /** Of this language, one of those of the messages. */
    static Wording of(String language) throws IOException {
        ObjectNode messages = Messages.of(language);
        return switch (language) {
            case "fr" -> new Wording(language, messages, ",", "\u202f", "\u00a0%");
            case "id" -> new Wording(language, messages, ",", ".", "%");
            default -> new Wording(language, messages, ".", ",", "%");
        };
    }

    String language() {
        return language;
    }

    boolean has(String key) {
        return messages.has(key);
    }

    /** The message with its places filled; a place without a value is an error. */
    String text(String key, Map<String, String> values) {
        if (!has(key)) {
            throw new IllegalStateException("The messages in " + language + " lack " + key + ".");
        }
        Matcher places = PLACE.matcher(messages.path(key).asText());
        return places.replaceAll(place -> {
            String value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalStateException("The message " + key + " needs a value for " + place.group(1) + ".");
            }
            return Matcher.quoteReplacement(value);
        });
    }

    String text(String key) {
        return text(key, Map.of());
    }

    /** The message where there is one, else the value itself. */
    String word(String prefix, String value) {
        String key = prefix + "." + value;
        return has(key) ? text(key) : value;
    }

    String whole(long n) {
        return number((double) n, 0);
    }

    /** As the report writes it: two decimals below ten, three below a tenth, else one. */
    String decimal(double value) {
        double size = Math.abs(value);
        String digits = number(value, size != 0 && size < TENTH ? 3 : size < TEN ? 2 : 1);
        return digits.contains(point) ? digits.replaceFirst("0+$", "").replaceFirst("[.,]$", "") : digits;
    }

    String percent(double share) {
        return number(PERCENT * share, share != 0 && Math.abs(share) < TENTH_OF_PERCENT ? 3 : 1) + percent;
    }

    /** A change of a share, with its sign. */
    String points(double change) {
        String sign = change > 0 ? "+" : "";
        return text("unit.points", Map.of("n", sign + number(PERCENT * change, 1)));
    }

    String hours(double value) {
        return text("unit.hours", Map.of("n", number(value, 1)));
    }

    /** A level of confidence. */
    String level(double share) {
        return number(PERCENT * share, 1).replaceFirst("[.,]0$", "") + percent;
    }

    /** A span that somebody set, such as a deadline: whole days from two days on. */
    String span(double hours) {
        boolean isDays = hours >= DAYS_FROM && hours % DAY == 0;
        double amount = isDays ? hours / DAY : hours;
        String unit = isDays ? "days" : amount == 1 ? "hour" : "hours";
        return text("answer.span." + unit, Map.of("n", decimal(amount)));
    }

    private String number(double value, int digits) {
        String plain =
                BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).toPlainString();
        String sign = plain.startsWith("-") ? "\u2212" : "";
        String[] parts = plain.replace("-", "").split("\\.", -1);
        StringBuilder grouped = new StringBuilder(parts[0]);
        for (int place = grouped.length() - GROUP; place > 0; place -= GROUP) {
            grouped.insert(place, thousands);
        }
        return sign + grouped + (parts.length > 1 ? point + parts[1] : "");
    }
}
