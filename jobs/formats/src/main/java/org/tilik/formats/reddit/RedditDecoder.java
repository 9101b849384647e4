// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.reddit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.time.Instant;
import org.tilik.formats.Decoded;
import org.tilik.formats.RawRecord;
import org.tilik.formats.RecordDecoder;
import org.tilik.formats.StrictUtf8;
import org.tilik.model.RejectReason;

/** Decodes submissions (RS) and comments (RC) of all eras of the Reddit dumps; one instance per thread. */
public final class RedditDecoder implements RecordDecoder {
    /** Buffers live with the decoder: Jackson's usual thread-local ones would outlive a job in a task manager's threads. */
    private final JsonFactory factory = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.newBoundedPool(1))
            .build();

    private final Instant capturedAt;
    private final RedditRecord fields = new RedditRecord();

    /** A decoder for records that state no capture time of their own to be dated with this one, or null when unknown. */
    public RedditDecoder(Instant capturedAt) {
        this.capturedAt = capturedAt;
    }

    @Override
    public Decoded decode(RawRecord record) {
        try (JsonParser json = factory.createParser(record.bytes(), record.start(), record.length())) {
            JsonToken first = json.nextToken();
            if (first != JsonToken.START_OBJECT) {
                return new Decoded.Rejected(
                        RejectReason.NOT_AN_OBJECT,
                        "The line holds no JSON object; expected one submission or comment.");
            }
            fields.read(json);
            if (json.nextToken() != null) {
                return new Decoded.Rejected(
                        RejectReason.MALFORMED_JSON, "Something follows the JSON object; expected one object a line.");
            }
        } catch (JsonProcessingException e) {
            return unreadable(record, e);
        } catch (IOException e) {
            // Bytes in memory cannot fail to be read, so this is text in an encoding that is not UTF-8.
            return new Decoded.Rejected(RejectReason.ENCODING, "The line is not UTF-8 text.");
        }
        return new RedditEvents(fields, record.source(), capturedAt).decode();
    }

    /** Jackson's own message is left out: it quotes the record. */
    private static Decoded unreadable(RawRecord record, JsonProcessingException e) {
        if (!StrictUtf8.isValid(record.bytes(), record.start(), record.length())) {
            return new Decoded.Rejected(RejectReason.ENCODING, "The line is not valid UTF-8.");
        }
        long offset = e.getLocation() == null ? -1 : e.getLocation().getByteOffset() - record.start();
        return new Decoded.Rejected(
                RejectReason.MALFORMED_JSON, "The line is not valid JSON near its byte " + Math.max(offset, 0) + ".");
    }
}
