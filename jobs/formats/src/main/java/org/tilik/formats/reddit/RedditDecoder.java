// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.reddit;

import java.time.Instant;
import org.tilik.formats.Decoded;
import org.tilik.formats.RawRecord;
import org.tilik.formats.RecordDecoder;
import org.tilik.formats.StrictUtf8;
import org.tilik.formats.json.JsonProblem;
import org.tilik.formats.json.JsonScanner;
import org.tilik.formats.json.JsonType;
import org.tilik.model.RejectReason;

/** Decodes submissions (RS) and comments (RC) of all eras of the Reddit dumps; one instance per thread. */
public final class RedditDecoder implements RecordDecoder {
    private final JsonScanner json = new JsonScanner();
    private final Instant capturedAt;
    private final RedditRecord fields = new RedditRecord();

    /** A decoder for records that state no capture time of their own to be dated with this one, or null when unknown. */
    public RedditDecoder(Instant capturedAt) {
        this.capturedAt = capturedAt;
    }

    @Override
    public Decoded decode(RawRecord record) {
        try {
            json.open(record.bytes(), record.start(), record.end());
            if (json.atEnd() || json.type() != JsonType.OBJECT) {
                return new Decoded.Rejected(
                        RejectReason.NOT_AN_OBJECT,
                        "The line holds no JSON object; expected one submission or comment.");
            }
            fields.read(json);
            if (!json.atEnd()) {
                return new Decoded.Rejected(
                        RejectReason.MALFORMED_JSON, "Something follows the JSON object; expected one object a line.");
            }
        } catch (JsonProblem e) {
            return unreadable(record, e);
        }
        return new RedditEvents(fields, record.source(), capturedAt).decode();
    }

    private static Decoded unreadable(RawRecord record, JsonProblem e) {
        if (!StrictUtf8.isValid(record.bytes(), record.start(), record.length())) {
            return new Decoded.Rejected(RejectReason.ENCODING, "The line is not valid UTF-8.");
        }
        return new Decoded.Rejected(
                RejectReason.MALFORMED_JSON, "The line is not valid JSON near its byte " + e.offset() + ".");
    }
}
