// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.webarchive;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * One capture as archives and their indexes have it alike, and the record that it travels in to its decoder.
 *
 * @param url address that was visited
 * @param at when, fourteen digits or ISO 8601
 * @param status status of the answer; {@link #NO_STATUS} or null where there is none
 * @param location where the answer sends the visitor, or null
 */
record Capture(String url, String at, String status, String location) {
    static final String URL = "url";
    static final String AT = "at";
    static final String STATUS = "status";
    static final String LOCATION = "location";
    /** What indexes write where a record holds no answer of its own. */
    static final String NO_STATUS = "-";

    /** What is in an archive or index beside captures. */
    static final Capture NONE = new Capture(null, null, null, null);

    void write(JsonGenerator record) throws IOException {
        record.writeStartObject();
        writeText(record, URL, url);
        writeText(record, AT, at);
        writeText(record, STATUS, status);
        writeText(record, LOCATION, location);
        record.writeEndObject();
    }

    private static void writeText(JsonGenerator record, String name, String value) throws IOException {
        if (value != null) {
            record.writeStringField(name, value);
        }
    }
}
