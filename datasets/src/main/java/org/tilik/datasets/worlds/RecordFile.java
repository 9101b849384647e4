// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A file of records, one a line, packed as the ending of its name says: zst, gz, or not at all. */
final class RecordFile implements Closeable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OutputStream out;

    RecordFile(Path file) throws IOException {
        OutputStream plain = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        String name = file.getFileName().toString();
        if (name.endsWith(".zst")) {
            plain = new BufferedOutputStream(new ZstdOutputStream(plain), 1 << 16);
        } else if (name.endsWith(".gz")) {
            plain = new BufferedOutputStream(new GZIPOutputStream(plain), 1 << 16);
        }
        this.out = plain;
    }

    /** Writes a whole file of JSON records. */
    static void write(Path file, List<? extends JsonNode> records) throws IOException {
        try (RecordFile lines = new RecordFile(file)) {
            for (JsonNode record : records) {
                lines.write(record);
            }
        }
    }

    /** Writes a whole file of lines that hold no line break. */
    static void writeLines(Path file, List<String> lines) throws IOException {
        try (RecordFile records = new RecordFile(file)) {
            for (String line : lines) {
                records.out.write((line + '\n').getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    void write(JsonNode record) throws IOException {
        out.write(JSON.writeValueAsBytes(record));
        out.write('\n');
    }

    /** Writes a row of CSV; null cells stay empty. */
    void write(List<String> cells) throws IOException {
        out.write(CsvText.row(cells).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
