// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The shape of the first JSON value of a text, as far as its head reaches and is sound: which fields there are, by path
 * such as {@code data.id}, down to three objects one in the other. Lists are looked into by their first item and leave no
 * trace in paths.
 */
public final class JsonHead {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .build();
    private static final int DEEPEST = 3;
    private static final int MOST_PATHS = 2000;
    private static final int LONGEST_TEXT = 200;

    /** Value of each path where it is a short text, a number or a truth value; else empty. */
    private final Map<String, String> values = new LinkedHashMap<>();

    private final List<String> firstRow = new ArrayList<>();
    private boolean list;

    private JsonHead() {}

    /** The shape of the value that starts here. */
    static JsonHead of(byte[] head, int start, int end) {
        JsonHead shape = new JsonHead();
        try (JsonParser json = FACTORY.createParser(head, start, end - start)) {
            JsonToken token = json.nextToken();
            if (token == JsonToken.START_ARRAY) {
                shape.list = true;
                token = json.nextToken();
            }
            if (token == JsonToken.START_ARRAY) {
                shape.readRow(json);
            } else if (token == JsonToken.START_OBJECT) {
                shape.readObject(json, "", 1);
            }
        } catch (IOException e) {
            // The head ends inside a record, or the record is damaged: what was seen until there must do.
            return shape;
        }
        return shape;
    }

    private void readRow(JsonParser json) throws IOException {
        for (JsonToken cell = json.nextToken(); cell == JsonToken.VALUE_STRING; cell = json.nextToken()) {
            firstRow.add(json.getText());
        }
    }

    private void readObject(JsonParser json, String prefix, int depth) throws IOException {
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            String path = prefix + name;
            JsonToken token = json.nextToken();
            if (values.size() < MOST_PATHS) {
                values.put(path, "");
            }
            boolean inList = token == JsonToken.START_ARRAY;
            if (inList) {
                token = json.nextToken();
            }
            if (token == JsonToken.START_OBJECT && depth < DEEPEST && values.size() < MOST_PATHS) {
                readObject(json, path + ".", depth + 1);
            } else if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
                json.skipChildren();
            } else if (token != null && token.isScalarValue() && values.containsKey(path)) {
                String text = json.getText();
                values.put(path, text.length() <= LONGEST_TEXT ? text : "");
            }
            if (inList) {
                skipRest(json, token);
            }
        }
    }

    private static void skipRest(JsonParser json, JsonToken first) throws IOException {
        JsonToken token = first;
        while (token != null && token != JsonToken.END_ARRAY) {
            token = json.nextToken();
            if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
                json.skipChildren();
            }
        }
    }

    /** Whether the text begins with a list, whose first item this is. */
    public boolean isList() {
        return list;
    }

    /** The cells of the first item where the text is a list of lists of texts, as tables in JSON are. */
    public List<String> firstRow() {
        return List.copyOf(firstRow);
    }

    /** Whether all of these paths are there. */
    public boolean has(String... paths) {
        return Arrays.stream(paths).allMatch(values::containsKey);
    }

    /** Whether one of these paths is there. */
    public boolean hasAny(String... paths) {
        return Arrays.stream(paths).anyMatch(values::containsKey);
    }

    /** The short text, number or truth value of this path as it stands there; empty for other values. */
    public String value(String path) {
        return values.getOrDefault(path, "");
    }

    /** The names of the outermost fields, in order. */
    public Set<String> names() {
        return values.keySet().stream()
                .filter(path -> path.indexOf('.') < 0)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    /** The first of the outermost names. */
    public Optional<String> firstName() {
        return names().stream().findFirst();
    }
}
