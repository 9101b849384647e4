// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.webarchive;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import org.tilik.formats.Decoded;
import org.tilik.formats.json.JsonValues;
import org.tilik.model.RejectReason;

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

    private static final String FAULT = "fault";
    private static final String DETAIL = "detail";

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

    /** Writes a record of which this reason says why it cannot be used. */
    static void writeFault(JsonGenerator record, RejectReason reason, String detail) throws IOException {
        record.writeStartObject();
        record.writeStringField(FAULT, reason.id());
        record.writeStringField(DETAIL, detail);
        record.writeEndObject();
    }

    /** The fault that was written in place of this capture. */
    static Optional<Decoded.Rejected> fault(JsonNode record) {
        String id = JsonValues.text(record.path(FAULT));
        for (RejectReason reason : RejectReason.values()) {
            if (reason.id().equals(id)) {
                return Optional.of(
                        new Decoded.Rejected(reason, record.path(DETAIL).asText()));
            }
        }
        return Optional.empty();
    }
}
