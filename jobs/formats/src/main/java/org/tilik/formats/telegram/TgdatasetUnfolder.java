// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.telegram;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Set;
import org.tilik.formats.DocumentUnfolder;

/**
 * Takes the messages out of a file of TGDataset, {@code {channel: {text_messages: {id: {…}}, generic_media: {id: {…}}}}},
 * each as {@code {"channel":…,"part":…,"id":…,"message":{…}}}.
 */
public final class TgdatasetUnfolder implements DocumentUnfolder {
    /** The parts of a channel that hold messages. */
    private static final Set<String> PARTS = Set.of("text_messages", "generic_media");

    private String channel;
    private String part;

    @Override
    public boolean next(JsonParser document, JsonGenerator record) throws IOException {
        if (document.currentToken() == null && channel == null) {
            expectObject(document, document.nextToken(), "channels by id");
        }
        while (true) {
            String name = document.nextFieldName();
            if (name == null && part != null) {
                part = null;
            } else if (name == null && channel != null) {
                channel = null;
            } else if (name == null) {
                return false;
            } else if (part != null) {
                document.nextToken();
                write(document, record, name);
                return true;
            } else if (channel == null) {
                expectObject(document, document.nextToken(), "what is known of a channel");
                channel = name;
            } else {
                enter(document, name);
            }
        }
    }

    /** Goes into a part that holds messages, and passes over all else that is said of a channel. */
    private void enter(JsonParser document, String name) throws IOException {
        JsonToken value = document.nextToken();
        if (PARTS.contains(name) && value == JsonToken.START_OBJECT) {
            part = name;
        } else {
            document.skipChildren();
        }
    }

    private void write(JsonParser document, JsonGenerator record, String id) throws IOException {
        record.writeStartObject();
        record.writeStringField("channel", channel);
        record.writeStringField("part", part);
        record.writeStringField("id", id);
        record.writeFieldName("message");
        record.copyCurrentStructure(document);
        record.writeEndObject();
    }

    private static void expectObject(JsonParser document, JsonToken token, String what) throws IOException {
        if (token != JsonToken.START_OBJECT) {
            throw new JsonParseException(document, "Expected an object of " + what + ".");
        }
    }
}
