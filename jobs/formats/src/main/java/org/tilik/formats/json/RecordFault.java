// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import org.tilik.formats.Decoded;
import org.tilik.model.RejectReason;

/** What stands in the place of a record that could not be made, so that whoever decodes it rejects it. */
public final class RecordFault {
    private static final String FAULT = "tilik_fault";
    private static final String DETAIL = "detail";

    private RecordFault() {}

    /** Writes a record that is rejected with this reason. */
    public static void write(JsonGenerator record, RejectReason reason, String detail) throws IOException {
        record.writeStartObject();
        record.writeStringField(FAULT, reason.id());
        record.writeStringField(DETAIL, detail);
        record.writeEndObject();
    }

    /** The rejection that stands in the place of a record; empty where it is one. */
    public static Optional<Decoded.Rejected> of(JsonNode record) {
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
