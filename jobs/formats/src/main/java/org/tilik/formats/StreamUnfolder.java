// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * Makes records out of a stream of another form than lines of JSON or CSV, one after the other; for use by one thread on one
 * stream, which may be larger than memory.
 */
@FunctionalInterface
public interface StreamUnfolder {
    /**
     * Reads on to the next record and writes it as one JSON value.
     *
     * @param record takes one value
     * @return false at the end of the stream, where nothing is written
     * @throws UnsoundStream where the stream cannot be read on
     */
    boolean next(JsonGenerator record) throws IOException;
}
