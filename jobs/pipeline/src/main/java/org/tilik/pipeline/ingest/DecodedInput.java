// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/**
 * What is known of an input once it is decoded, kept beside its events in {@code _tally.json}, so that a later run that
 * does not decode it again still knows.
 *
 * @param input which it is
 * @param sha256 checksum of the file as stored
 * @param rawBytes its size as stored
 * @param container how it is packed, for instance "tar in gzip"
 * @param tally what became of its records
 */
public record DecodedInput(CapturedFile input, String sha256, long rawBytes, String container, CaptureTally tally) {
    private static final ObjectMapper JSON = MessageType.JSON;
    private static final String FILE = "_tally.json";

    void write(Path folder) throws IOException {
        Path path = new Path(folder, FILE);
        try (FSDataOutputStream out = path.getFileSystem().create(path, FileSystem.WriteMode.OVERWRITE)) {
            out.write(JSON.writeValueAsBytes(this));
        }
    }

    /** What was kept in this folder of captures. */
    public static DecodedInput read(Path folder) throws IOException {
        Path path = new Path(folder, FILE);
        try (FSDataInputStream in = path.getFileSystem().open(path)) {
            return JSON.readValue(in, DecodedInput.class);
        }
    }
}
