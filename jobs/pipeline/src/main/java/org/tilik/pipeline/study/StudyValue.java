// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One value of a study with the path of its key; turns it into what the program needs or says what is wrong with it.
 *
 * @param file study file, as messages name it
 * @param path keys that lead to the value, for instance {@code privacy.k}; empty for the whole study
 * @param node the value; null when the key is absent
 */
record StudyValue(String file, String path, StudyNode node) {

    /** Whether the key is missing or has no value. */
    boolean isAbsent() {
        return node == null || (node instanceof StudyNode.Scalar scalar && scalar.kind() == StudyNode.Kind.NULL);
    }

    /** Checks that this is a mapping with no other keys than these. */
    StudyValue allowing(String... keys) {
        if (isAbsent() && !path.isEmpty()) {
            return this;
        }
        mapping("a mapping with keys among " + String.join(", ", keys)).forEach((key, entry) -> {
            if (!Arrays.asList(keys).contains(key)) {
                throw RunError.study(where(entry.line()) + child(key) + " is no key of a study."
                        + Suggestion.text(key, Arrays.asList(keys)) + " Keys "
                        + (path.isEmpty() ? "" : "of " + path + " ")
                        + "are " + String.join(", ", keys) + ".");
            }
        });
        return this;
    }

    /** The value of this key; absent where it is not given. */
    StudyValue get(String key) {
        if (isAbsent()) {
            return new StudyValue(file, child(key), null);
        }
        StudyNode.Mapping.Entry entry = mapping("a mapping").get(key);
        return new StudyValue(file, child(key), entry == null ? null : entry.value());
    }

    /** The keys and values of a mapping in the order of the file; none when absent. */
    Map<String, StudyValue> children(String expected) {
        Map<String, StudyValue> children = new LinkedHashMap<>();
        if (!isAbsent()) {
            mapping(expected)
                    .forEach((key, entry) -> children.put(key, new StudyValue(file, child(key), entry.value())));
        }
        return children;
    }

    /** The items of a list; none when absent. */
    List<StudyValue> items(String expected) {
        List<StudyValue> values = new ArrayList<>();
        if (!isAbsent()) {
            if (!(node instanceof StudyNode.Sequence sequence)) {
                throw wrong(expected);
            }
            for (int i = 0; i < sequence.items().size(); i++) {
                values.add(new StudyValue(
                        file, path + "[" + i + "]", sequence.items().get(i)));
            }
        }
        return values;
    }

    /** The value as it is written. */
    String text(String expected) {
        if (isAbsent()
                || !(node instanceof StudyNode.Scalar scalar)
                || scalar.text().isBlank()) {
            throw wrong(expected);
        }
        return scalar.text();
    }

    boolean bool() {
        String expected = "true or false";
        if (!(node instanceof StudyNode.Scalar scalar) || scalar.kind() != StudyNode.Kind.BOOLEAN) {
            throw wrong(expected);
        }
        return scalar.text().equals("true");
    }

    double number(String expected) {
        return decimal(expected).doubleValue();
    }

    long integer(String expected) {
        try {
            return decimal(expected).longValueExact();
        } catch (ArithmeticException e) {
            throw RunError.study(message(expected), e);
        }
    }

    private BigDecimal decimal(String expected) {
        if (!(node instanceof StudyNode.Scalar scalar)
                || (scalar.kind() != StudyNode.Kind.INTEGER && scalar.kind() != StudyNode.Kind.DECIMAL)) {
            throw wrong(expected);
        }
        try {
            return new BigDecimal(scalar.text());
        } catch (NumberFormatException e) {
            throw RunError.study(message(expected + ", in decimal digits"), e);
        }
    }

    Instant instant() {
        String expected = "a time in UTC such as 2024-06-01T00:00:00Z";
        try {
            return Instant.parse(text(expected));
        } catch (DateTimeParseException e) {
            throw RunError.study(message(expected), e);
        }
    }

    /** One of these names. */
    String oneOf(Collection<String> names) {
        String expected = "one of " + String.join(", ", names);
        String given = text(expected);
        if (!names.contains(given)) {
            throw RunError.study(message(expected) + Suggestion.text(given, names));
        }
        return given;
    }

    /** The error for a value that is not what was expected. */
    RunError wrong(String expected) {
        return RunError.study(message(expected));
    }

    /** The error for a value that cannot be, and what to do about it. */
    RunError error(String problem) {
        return RunError.study(where(node == null ? 0 : node.line()) + problem);
    }

    private String message(String expected) {
        return node == null
                ? where(0) + "the key " + path + " is missing; expected " + expected + "."
                : where(node.line()) + (path.isEmpty() ? "the study" : path) + " is " + node.describe() + "; expected "
                        + expected + ".";
    }

    private Map<String, StudyNode.Mapping.Entry> mapping(String expected) {
        if (!(node instanceof StudyNode.Mapping mapping)) {
            throw wrong(expected);
        }
        return mapping.entries();
    }

    private String child(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private String where(int line) {
        return file + (line > 0 ? ", line " + line : "") + ": ";
    }
}
