// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/**
 * Takes the records out of one JSON document that may be larger than memory, one after the other; for use by one thread on
 * one document.
 *
 * <p>Each record is written as one JSON value, with what the decoder must know of its surroundings (the channel of a
 * message) put into it. Nothing of the document is kept that is not needed for that.
 */
@FunctionalInterface
public interface DocumentUnfolder {
    /**
     * Reads on to the next record and writes it as one JSON value.
     *
     * @param document where the last call stopped; before its first token at the first call
     * @param record takes one value
     * @return false at the end of the document, where nothing is written
     * @throws com.fasterxml.jackson.core.JsonProcessingException where the document is not sound
     */
    boolean next(JsonParser document, JsonGenerator record) throws IOException;

    /** Whether the first bytes of a line show that it is one record as it stands, which then is not unfolded. */
    default boolean isRecord(byte[] line, int length) {
        return false;
    }
}
