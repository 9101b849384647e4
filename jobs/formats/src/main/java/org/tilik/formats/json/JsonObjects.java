// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.json;

import java.util.Optional;
import org.tilik.formats.Decoded;
import org.tilik.formats.RawRecord;
import org.tilik.formats.StrictUtf8;
import org.tilik.model.RejectReason;

/** Reads records that hold one JSON object each; one instance per decoder and thread. */
public final class JsonObjects {
    private final JsonScanner json = new JsonScanner();
    private final String expected;

    /** A reader whose rejections name what a record should hold, for instance {@code one submission or comment}. */
    public JsonObjects(String expected) {
        this.expected = expected;
    }

    /** Takes what it wants of an object. */
    @FunctionalInterface
    public interface Fields {
        /** Reads the object that is the scanner's next value. */
        void read(JsonScanner json) throws JsonProblem;
    }

    /** Reads the record's object into the fields, or says why there is none; then the fields hold nothing of use. */
    public Optional<Decoded.Rejected> read(RawRecord record, Fields fields) {
        try {
            json.open(record.bytes(), record.start(), record.end());
            if (json.atEnd() || json.type() != JsonType.OBJECT) {
                return rejected(
                        RejectReason.NOT_AN_OBJECT, "The record holds no JSON object; expected " + expected + ".");
            }
            fields.read(json);
            return json.atEnd()
                    ? Optional.empty()
                    : rejected(
                            RejectReason.MALFORMED_JSON,
                            "Something follows the JSON object; expected " + expected + ".");
        } catch (JsonProblem e) {
            if (!StrictUtf8.isValid(record.bytes(), record.start(), record.length())) {
                return rejected(RejectReason.ENCODING, "The record is not valid UTF-8.");
            }
            return rejected(RejectReason.MALFORMED_JSON, e.getMessage());
        }
    }

    private static Optional<Decoded.Rejected> rejected(RejectReason reason, String detail) {
        return Optional.of(new Decoded.Rejected(reason, detail));
    }
}
