// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.fourchan;

import com.fasterxml.jackson.databind.JsonNode;
import org.tilik.formats.csv.CsvRow;
import org.tilik.formats.json.JsonValues;

/** The fields of one post by name, whatever form they are kept in. */
@FunctionalInterface
public interface PostFields {
    /** What this field says; null where it says nothing. */
    String get(String name);

    /** The first of these fields that says something; null where none does. */
    default String first(String... names) {
        for (String name : names) {
            String value = get(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** The fields of a JSON object: texts, whole numbers and truth values. */
    static PostFields of(JsonNode post) {
        return name -> {
            JsonNode value = post.path(name);
            return value.isBoolean() ? value.asText() : JsonValues.id(value);
        };
    }

    /** The cells of a row. */
    static PostFields of(CsvRow row) {
        return row::get;
    }
}
