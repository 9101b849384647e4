// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.lumen;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.tilik.formats.DocumentUnfolder;

/** Takes the notices out of answers of Lumen's interface and out of lists; what is neither is one record as it stands. */
public final class NoticePages implements DocumentUnfolder {
    private static final String NOTICES = "notices";
    private static final String META = "meta";

    private int lists;
    private boolean inPage;

    @Override
    public boolean next(JsonParser document, JsonGenerator record) throws IOException {
        for (JsonToken token = document.nextToken(); token != null; token = document.nextToken()) {
            if (token == JsonToken.END_ARRAY) {
                lists--;
            } else if (token == JsonToken.END_OBJECT) {
                inPage = false;
            } else if (inPage && lists == 0) {
                skipField(document);
            } else if (token == JsonToken.START_ARRAY && lists == 0) {
                lists++;
            } else if (token == JsonToken.START_OBJECT && !inPage) {
                if (copied(document, record)) {
                    return true;
                }
            } else {
                record.copyCurrentStructure(document);
                return true;
            }
        }
        return false;
    }

    /** Passes over a field behind the notices of a page; another list of notices is read. */
    private void skipField(JsonParser document) throws IOException {
        boolean isNotices = NOTICES.equals(document.currentName());
        if (document.nextToken() == JsonToken.START_ARRAY && isNotices) {
            lists++;
        } else {
            document.skipChildren();
        }
    }

    /** Copies an object that has begun, unless it turns out to be a page, whose notices come next. */
    private boolean copied(JsonParser document, JsonGenerator record) throws IOException {
        String name = document.nextFieldName();
        while (META.equals(name)) {
            document.nextToken();
            document.skipChildren();
            name = document.nextFieldName();
        }
        if (NOTICES.equals(name)) {
            inPage = true;
            skipField(document);
            return false;
        }
        record.writeStartObject();
        for (; name != null; name = document.nextFieldName()) {
            record.writeFieldName(name);
            document.nextToken();
            record.copyCurrentStructure(document);
        }
        record.writeEndObject();
        return true;
    }
}
