// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.util.Optional;
import org.tilik.model.RejectReason;

/** Reads records that hold one JSON object each, token by token; one instance per decoder and thread. */
public final class JsonObjects {
    /** Buffers live with the decoder: Jackson's usual thread-local ones would outlive a job in a task manager's threads. */
    private final JsonFactory factory = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.newBoundedPool(1))
            .build();

    private final String expected;

    /** A reader whose rejections name what a record should hold, for instance {@code one submission or comment}. */
    public JsonObjects(String expected) {
        this.expected = expected;
    }

    /** Takes the fields of an object. */
    @FunctionalInterface
    public interface Fields {
        /** Reads an object whose opening brace has just been met, up to its closing brace. */
        void read(JsonParser json) throws IOException;
    }

    /** Reads the record's object into the fields, or says why there is none; then the fields hold nothing of use. */
    public Optional<Decoded.Rejected> read(RawRecord record, Fields fields) {
        try (JsonParser json = factory.createParser(record.bytes(), record.start(), record.length())) {
            JsonToken first = json.nextToken();
            if (first != JsonToken.START_OBJECT) {
                return rejected(
                        RejectReason.NOT_AN_OBJECT, "The record holds no JSON object; expected " + expected + ".");
            }
            fields.read(json);
            if (json.nextToken() != null) {
                return rejected(
                        RejectReason.MALFORMED_JSON, "Something follows the JSON object; expected " + expected + ".");
            }
            return Optional.empty();
        } catch (JsonProcessingException e) {
            return unreadable(record, e);
        } catch (IOException e) {
            // Bytes in memory cannot fail to be read, so this is text in an encoding that is not UTF-8.
            return rejected(RejectReason.ENCODING, "The record is not UTF-8 text.");
        }
    }

    /** Jackson's own message is left out: it quotes the record. */
    private static Optional<Decoded.Rejected> unreadable(RawRecord record, JsonProcessingException e) {
        if (!StrictUtf8.isValid(record.bytes(), record.start(), record.length())) {
            return rejected(RejectReason.ENCODING, "The record is not valid UTF-8.");
        }
        long offset = e.getLocation() == null ? -1 : e.getLocation().getByteOffset() - record.start();
        return rejected(
                RejectReason.MALFORMED_JSON, "The record is not valid JSON near its byte " + Math.max(offset, 0) + ".");
    }

    private static Optional<Decoded.Rejected> rejected(RejectReason reason, String detail) {
        return Optional.of(new Decoded.Rejected(reason, detail));
    }
}
