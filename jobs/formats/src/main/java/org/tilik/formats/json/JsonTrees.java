// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.tilik.formats.Decoded;
import org.tilik.formats.RawRecord;
import org.tilik.formats.StrictUtf8;
import org.tilik.model.RejectReason;

/** Reads records that hold one JSON object each into trees, for formats whose records are few or small. */
public final class JsonTrees {
    private static final ObjectReader READER = new ObjectMapper(JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.threadLocalPool())
                    .build())
            // Of a name that stands twice, nobody can say which value is meant.
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .readerFor(JsonNode.class);

    private final String expected;

    /** A reader whose rejections name what a record should hold, for instance {@code one message}. */
    public JsonTrees(String expected) {
        this.expected = expected;
    }

    /**
     * What a record holds.
     *
     * @param tree the object; null where there is none
     * @param fault why not; else null
     */
    public record Read(JsonNode tree, Decoded.Rejected fault) {}

    /** The record's object, or why there is none. */
    public Read read(RawRecord record) {
        if (!StrictUtf8.isValid(record.bytes(), record.start(), record.length())) {
            return fault(RejectReason.ENCODING, "The record is not valid UTF-8.");
        }
        try {
            JsonNode tree = READER.readValue(record.bytes(), record.start(), record.length());
            return tree != null && tree.isObject()
                    ? new Read(tree, null)
                    : fault(RejectReason.NOT_AN_OBJECT, "The record holds no JSON object; expected " + expected + ".");
        } catch (JsonProcessingException e) {
            return fault(
                    RejectReason.MALFORMED_JSON,
                    "The record is no sound JSON at byte "
                            + (e.getLocation() == null ? 0 : e.getLocation().getByteOffset()) + "; expected "
                            + expected + ".");
        } catch (NumberFormatException e) {
            return fault(
                    RejectReason.MALFORMED_JSON,
                    "The record holds a number out of all bounds; expected " + expected + ".");
        } catch (IOException e) {
            throw new UncheckedIOException("A record in memory could not be read.", e);
        }
    }

    private static Read fault(RejectReason reason, String detail) {
        return new Read(null, new Decoded.Rejected(reason, detail));
    }
}
