// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tilik.datasets.worlds.CsvText;

/** A CSV file with a header (RFC 4180 quoting, LF line ends), whose rows are counted. */
final class CsvFile implements Closeable {
    private final BufferedWriter out;
    private final Tally tally;

    CsvFile(Path folder, String name, List<String> header, TruthSink truth) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        this.out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        this.tally = new Tally(name, truth);
        line(header);
    }

    Tally tally() {
        return tally;
    }

    /** Writes a row, which is a record; null cells stay empty. */
    void row(Entry entry, List<String> cells) throws IOException {
        line(cells);
        tally.count(entry);
    }

    /** Writes a row that is no dump record. */
    void line(List<String> cells) throws IOException {
        out.write(CsvText.row(cells));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
