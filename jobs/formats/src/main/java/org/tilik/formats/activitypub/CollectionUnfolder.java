// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.activitypub;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.util.Set;
import org.tilik.formats.DocumentUnfolder;
import org.tilik.formats.json.JsonFields;
import org.tilik.formats.json.JsonProblem;
import org.tilik.formats.json.JsonScanner;
import org.tilik.formats.json.JsonType;

/**
 * Takes the activities and objects out of collections, out of the first page that stands in one, and out of plain lists,
 * one after the other; what is no collection is one record. An item of which only the address is given becomes {@code
 * {"type":"Link","href":…}}.
 */
public final class CollectionUnfolder implements DocumentUnfolder {
    private static final Set<String> LISTS = Set.of("orderedItems", "items");
    private static final String FIRST_PAGE = "first";

    /** What makes an object a collection of others. */
    private enum Part implements JsonFields.Named {
        ITEMS("items"),
        ORDERED_ITEMS("orderedItems"),
        FIRST(FIRST_PAGE),
        OTHER("");

        private final String json;

        Part(String json) {
            this.json = json;
        }

        @Override
        public String json() {
            return json;
        }
    }

    private static final JsonFields<Part> PARTS = JsonFields.besides(Part.OTHER);

    private final JsonScanner scanner = new JsonScanner();

    /** How deep the reader stands: in the collection (1), in its first page (2). */
    private int depth;

    private boolean inList;
    private boolean hadList;

    /** An activity or object that holds no others, as nearly all lines of logs are, need not be taken apart. */
    @Override
    public boolean isRecord(byte[] line, int length) {
        try {
            scanner.open(line, 0, length);
            if (scanner.atEnd() || scanner.type() != JsonType.OBJECT) {
                return false;
            }
            scanner.enterObject();
            for (Part part = scanner.nextField(PARTS); part != null; part = scanner.nextField(PARTS)) {
                boolean holds = switch (part) {
                    case ITEMS, ORDERED_ITEMS -> scanner.type() == JsonType.ARRAY;
                    case FIRST -> scanner.type() == JsonType.OBJECT;
                    case OTHER -> false;
                };
                if (holds) {
                    return false;
                }
                scanner.skip();
            }
            return scanner.atEnd();
        } catch (JsonProblem e) {
            // What is wrong with the line is found again, and told, by whoever unfolds or decodes it.
            return false;
        }
    }

    @Override
    public boolean next(JsonParser document, JsonGenerator record) throws IOException {
        while (true) {
            if (inList) {
                if (document.nextToken() != JsonToken.END_ARRAY) {
                    writeItem(document, record);
                    return true;
                }
                inList = false;
            } else if (depth > 0) {
                if (readRest(document)) {
                    continue;
                }
                depth--;
            } else {
                JsonToken token = document.nextToken();
                if (token == null) {
                    return false;
                }
                if (token == JsonToken.START_ARRAY) {
                    inList = true;
                } else if (token != JsonToken.START_OBJECT) {
                    record.copyCurrentStructure(document);
                    return true;
                } else if (enter(document, record)) {
                    return true;
                }
            }
        }
    }

    /** Reads an object up to the list in it; where there is none, the object itself is a record, which is written. */
    private boolean enter(JsonParser document, JsonGenerator record) throws IOException {
        try (TokenBuffer before = new TokenBuffer(document)) {
            before.writeStartObject();
            depth = 1;
            hadList = false;
            while (!inList) {
                String name = document.nextFieldName();
                if (name == null) {
                    depth--;
                    if (depth == 0) {
                        before.writeEndObject();
                        if (hadList) {
                            return false;
                        }
                        before.serialize(record);
                        return true;
                    }
                } else {
                    JsonToken value = document.nextToken();
                    if (!descends(name, value)) {
                        if (depth == 1) {
                            before.writeFieldName(name);
                            before.copyCurrentStructure(document);
                        } else {
                            document.skipChildren();
                        }
                    }
                }
            }
            return false;
        }
    }

    /** Reads what follows a list; true where another list was found or a page ended inside its collection. */
    private boolean readRest(JsonParser document) throws IOException {
        for (String name = document.nextFieldName(); name != null; name = document.nextFieldName()) {
            if (!descends(name, document.nextToken())) {
                document.skipChildren();
            } else if (inList) {
                return true;
            }
        }
        return false;
    }

    private boolean descends(String name, JsonToken value) {
        if (LISTS.contains(name) && value == JsonToken.START_ARRAY) {
            inList = true;
            hadList = true;
            return true;
        }
        if (name.equals(FIRST_PAGE) && value == JsonToken.START_OBJECT && depth == 1) {
            depth = 2;
            return true;
        }
        return false;
    }

    private static void writeItem(JsonParser document, JsonGenerator record) throws IOException {
        if (document.currentToken() == JsonToken.VALUE_STRING) {
            record.writeStartObject();
            record.writeStringField("type", "Link");
            record.writeStringField("href", document.getText());
            record.writeEndObject();
        } else {
            record.copyCurrentStructure(document);
        }
    }
}
