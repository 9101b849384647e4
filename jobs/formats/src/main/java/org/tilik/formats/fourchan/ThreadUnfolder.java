// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.fourchan;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import org.tilik.formats.DocumentUnfolder;

/**
 * Takes the posts out of threads ({@code {"posts":[…]}}) and lists of threads, each with what is said of its thread before them
 * and with the number of the first, as {@code {"thread":{…},"opener":…,"post":{…}}}. What has no posts is one record as it
 * stands.
 */
public final class ThreadUnfolder implements DocumentUnfolder {
    static final String THREAD = "thread";
    static final String OPENER = "opener";
    static final String POST = "post";

    private static final ObjectMapper TREES = new ObjectMapper();
    private static final String POSTS = "posts";

    private TokenBuffer thread;
    private JsonNode opener;
    private boolean inPosts;
    private boolean inThread;

    @Override
    public boolean next(JsonParser document, JsonGenerator record) throws IOException {
        while (true) {
            if (inPosts) {
                if (document.nextToken() != JsonToken.END_ARRAY) {
                    write(document, record);
                    return true;
                }
                inPosts = false;
            } else if (inThread) {
                passOverRest(document);
            } else {
                JsonToken token = document.nextToken();
                if (token == null) {
                    return false;
                }
                if (token == JsonToken.START_OBJECT) {
                    if (!enter(document, record)) {
                        return true;
                    }
                } else if (token != JsonToken.START_ARRAY && token != JsonToken.END_ARRAY) {
                    record.copyCurrentStructure(document);
                    return true;
                }
            }
        }
    }

    /** Reads an object up to its posts; false where it has none and was written as it stands. */
    private boolean enter(JsonParser document, JsonGenerator record) throws IOException {
        TokenBuffer before = new TokenBuffer(document);
        before.writeStartObject();
        for (String name = document.nextFieldName(); name != null; name = document.nextFieldName()) {
            JsonToken value = document.nextToken();
            if (name.equals(POSTS) && value == JsonToken.START_ARRAY) {
                before.writeEndObject();
                thread = before;
                opener = null;
                inPosts = true;
                inThread = true;
                return true;
            }
            before.writeFieldName(name);
            before.copyCurrentStructure(document);
        }
        before.writeEndObject();
        before.serialize(record);
        return false;
    }

    private void passOverRest(JsonParser document) throws IOException {
        for (String name = document.nextFieldName(); name != null; name = document.nextFieldName()) {
            document.nextToken();
            document.skipChildren();
        }
        inThread = false;
    }

    private void write(JsonParser document, JsonGenerator record) throws IOException {
        // All but the first are copied without a tree, since most posts are answers.
        JsonNode first = opener == null ? TREES.readTree(document) : null;
        if (first != null) {
            JsonNode number = first.path("no");
            opener = number.isValueNode() ? number : TREES.nullNode();
        }
        record.writeStartObject();
        record.writeFieldName(THREAD);
        thread.serialize(record);
        record.writeFieldName(OPENER);
        TREES.writeTree(record, opener);
        record.writeFieldName(POST);
        if (first != null) {
            TREES.writeTree(record, first);
        } else {
            record.copyCurrentStructure(document);
        }
        record.writeEndObject();
    }
}
