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
 * Takes the messages out of a {@code result.json} of Telegram Desktop, which holds one chat ({@code {type, id, messages:
 * […]}}) or all chats of an account ({@code {chats: {list: […]}, left_chats: {list: […]}}}), each as {@code
 * {"chat":…,"type":…,"message":{…}}}.
 */
public final class TelegramDesktopUnfolder implements DocumentUnfolder {
    /** The parts of an account's export that hold chats. */
    private static final Set<String> PARTS = Set.of("chats", "left_chats");

    private enum Place {
        ROOT,
        PART,
        CHATS,
        CHAT,
        MESSAGES
    }

    private Place place = Place.ROOT;
    /** Whether the chat is one of many and not the document itself. */
    private boolean inAccount;

    private String chat;
    private String type;

    @Override
    public boolean next(JsonParser document, JsonGenerator record) throws IOException {
        if (document.currentToken() == null && document.nextToken() != JsonToken.START_OBJECT) {
            throw new JsonParseException(document, "Expected an object with a chat's messages, or with chats.");
        }
        while (true) {
            JsonToken token = document.nextToken();
            if (token == null || (place == Place.ROOT && token == JsonToken.END_OBJECT)) {
                return false;
            }
            switch (place) {
                case ROOT, CHAT -> readField(document, token);
                case PART -> readPart(document, token);
                case CHATS -> readChats(document, token);
                case MESSAGES -> {
                    if (token != JsonToken.END_ARRAY) {
                        write(document, record);
                        return true;
                    }
                    place = inAccount ? Place.CHAT : Place.ROOT;
                }
            }
        }
    }

    /** A field of a chat, which the whole document may be. */
    private void readField(JsonParser document, JsonToken token) throws IOException {
        if (token == JsonToken.END_OBJECT) {
            place = Place.CHATS;
            return;
        }
        String name = document.currentName();
        JsonToken value = document.nextToken();
        if (name.equals("id") && value.isScalarValue() && value != JsonToken.VALUE_NULL) {
            chat = document.getText();
        } else if (name.equals("type") && value == JsonToken.VALUE_STRING) {
            type = document.getText();
        } else if (name.equals("messages") && value == JsonToken.START_ARRAY) {
            place = Place.MESSAGES;
        } else if (place == Place.ROOT && PARTS.contains(name) && value == JsonToken.START_OBJECT) {
            place = Place.PART;
        } else {
            document.skipChildren();
        }
    }

    private void readPart(JsonParser document, JsonToken token) throws IOException {
        if (token == JsonToken.END_OBJECT) {
            place = Place.ROOT;
            inAccount = false;
            return;
        }
        boolean isList = document.currentName().equals("list");
        if (document.nextToken() == JsonToken.START_ARRAY && isList) {
            place = Place.CHATS;
            inAccount = true;
        } else {
            document.skipChildren();
        }
    }

    private void readChats(JsonParser document, JsonToken token) throws IOException {
        if (token == JsonToken.START_OBJECT) {
            chat = null;
            type = null;
            place = Place.CHAT;
        } else if (token == JsonToken.END_ARRAY) {
            place = Place.PART;
        } else {
            document.skipChildren();
        }
    }

    private void write(JsonParser document, JsonGenerator record) throws IOException {
        record.writeStartObject();
        record.writeStringField("chat", chat);
        record.writeStringField("type", type);
        record.writeFieldName("message");
        record.copyCurrentStructure(document);
        record.writeEndObject();
    }
}
