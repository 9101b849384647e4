// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.train;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.tilik.classify.Head;
import org.tilik.classify.LabelledText;
import org.tilik.classify.Targets;

/**
 * Reads labelled texts from a table: tab-separated, UTF-8, one header line, no quoting; gzip is told by content.
 *
 * <p>Columns are found by name: {@code dataset, tier (P|NC|R), lang, split (train|dev), hateful, offensive, counter, text}
 * and, where there is one, {@code extremist_support}; labels are 1, 0 or empty where nothing is stated.
 */
public final class LabelledFile {
    private static final List<String> NEEDED = List.of("dataset", "tier", "lang", "split", "text");

    private LabelledFile() {}

    /**
     * A line of the table.
     *
     * @param tier what its licence allows
     * @param training whether it is for training, else for development
     * @param text the labelled text
     */
    public record Row(Tier tier, boolean training, LabelledText text) {}

    /** All rows of a file. */
    public static List<Row> read(Path file) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            Reading reading = new Reading(file, lines.readLine());
            List<Row> rows = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                rows.add(reading.row(line));
            }
            return rows;
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip ? new GZIPInputStream(in, 1 << 16) : in;
    }

    /** One reading of one file. */
    private static final class Reading {
        private final Path file;
        private final List<String> header;
        private final Map<Head, Integer> labelColumns = new EnumMap<>(Head.class);
        private int line = 1;

        Reading(Path file, String first) throws IOException {
            this.file = file;
            header = first == null ? List.of() : List.of(first.split("\t", -1));
            for (String column : NEEDED) {
                if (!header.contains(column)) {
                    throw error("no column \"" + column + "\"", "a header line with the columns " + NEEDED);
                }
            }
            for (Head head : Head.values()) {
                Optional.of(header.indexOf(head.id())).filter(i -> i >= 0).ifPresent(i -> labelColumns.put(head, i));
            }
        }

        Row row(String text) throws IOException {
            line++;
            String[] cells = text.split("\t", -1);
            if (cells.length != header.size()) {
                throw error(cells.length + " cells", header.size() + " cells, as the header has");
            }
            EnumMap<Head, Integer> labels = new EnumMap<>(Head.class);
            for (Map.Entry<Head, Integer> column : labelColumns.entrySet()) {
                String cell = cells[column.getValue()];
                if (!cell.isEmpty()) {
                    labels.put(column.getKey(), label(cell, column.getKey()));
                }
            }
            return new Row(
                    tier(cell(cells, "tier")),
                    isTraining(cell(cells, "split")),
                    new LabelledText(
                            cell(cells, "dataset"), cell(cells, "lang"), cell(cells, "text"), new Targets(labels)));
        }

        private String cell(String[] cells, String column) {
            return cells[header.indexOf(column)];
        }

        private int label(String cell, Head head) throws IOException {
            if (!cell.equals("0") && !cell.equals("1")) {
                throw error("\"" + cell + "\" in column " + head.id(), "0, 1 or nothing");
            }
            return Integer.parseInt(cell);
        }

        private Tier tier(String cell) throws IOException {
            for (Tier tier : Tier.values()) {
                if (tier.name().equals(cell)) {
                    return tier;
                }
            }
            throw error("tier \"" + cell + "\"", "P, NC or R");
        }

        private boolean isTraining(String cell) throws IOException {
            if (!cell.equals("train") && !cell.equals("dev")) {
                throw error("split \"" + cell + "\"", "train or dev");
            }
            return cell.equals("train");
        }

        private IOException error(String found, String expected) {
            return new IOException(file + ", line " + line + ": found " + found + ", expected " + expected + ".");
        }
    }
}
