// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.fourcat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.tilik.formats.ByteLines;
import org.tilik.formats.StreamUnfolder;
import org.tilik.formats.StrictUtf8;
import org.tilik.formats.csv.CsvColumns;
import org.tilik.formats.csv.CsvRow;
import org.tilik.formats.json.JsonValues;
import org.tilik.formats.json.RecordFault;
import org.tilik.model.RejectReason;

/**
 * Makes one record of each row of a CSV or line of JSON. In a 4chan export, when a thread was last looked at stands in its
 * first post alone, which comes before its replies, so it is put into each of them.
 */
public final class FourcatRows implements StreamUnfolder {
    /** In a reply: when its thread was last looked at, in seconds. */
    static final String THREAD_SCRAPED_ON = "thread_scraped_on";

    private static final ObjectMapper TREES = new ObjectMapper();
    private static final int MOST_ROW_BYTES = 1 << 20;

    private final ByteLines lines;
    private CsvColumns columns;
    private boolean isBegun;
    private boolean isOversize;
    private String thread;
    private String threadScrapedOn;

    /** The rows of this stream. */
    public FourcatRows(InputStream content) {
        this.lines = new ByteLines(content, MOST_ROW_BYTES);
    }

    @Override
    public boolean next(JsonGenerator record) throws IOException {
        byte[] row = row();
        if (row != null && !isBegun) {
            isBegun = true;
            if (row.length == 0 || row[0] != '{') {
                columns = CsvColumns.of(row);
                row = row();
            }
        }
        if (row == null) {
            return false;
        }
        if (isOversize) {
            RecordFault.write(
                    record, RejectReason.OVERSIZE_RECORD, "The row has more than " + MOST_ROW_BYTES + " bytes.");
            return true;
        }
        Optional<String> text = StrictUtf8.decode(row, 0, row.length);
        if (text.isEmpty()) {
            RecordFault.write(record, RejectReason.ENCODING, "The row is not valid UTF-8.");
        } else if (columns == null) {
            writeJson(text.get(), record);
        } else {
            writeRow(text.get(), record);
        }
        return true;
    }

    /** The bytes of the next row that is not blank, with the line breaks inside its quotes; null at the end. */
    private byte[] row() throws IOException {
        String line = lines.next();
        while (line != null && line.isBlank()) {
            line = lines.next();
        }
        if (line == null) {
            return null;
        }
        StringBuilder row = new StringBuilder(line);
        boolean isJson = columns == null && line.startsWith("{");
        boolean isOpen = !isJson && hasOpenQuote(line);
        while (isOpen && row.length() <= MOST_ROW_BYTES) {
            line = lines.next();
            if (line == null) {
                break;
            }
            row.append('\n').append(line);
            isOpen = !hasOpenQuote(line);
        }
        isOversize = lines.isCut() || row.length() > MOST_ROW_BYTES;
        return row.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Whether a line that begins outside of quotes ends inside. */
    private static boolean hasOpenQuote(String line) {
        return line.chars().filter(c -> c == '"').count() % 2 == 1;
    }

    private void writeRow(String text, JsonGenerator record) throws IOException {
        Optional<CsvRow> row = columns.row(text);
        if (row.isEmpty()) {
            RecordFault.write(
                    record,
                    RejectReason.MALFORMED_CSV,
                    "The row is no CSV of " + columns.size()
                            + " cells, as many as the header has; check its quotes and commas.");
            return;
        }
        ObjectNode fields = TREES.createObjectNode();
        // An empty cell is kept, since the columns tell what kind of table this is.
        row.get().columns().forEach((name, place) -> fields.put(name, row.get().get(name)));
        write(fields, record);
    }

    private void writeJson(String line, JsonGenerator record) throws IOException {
        JsonNode tree;
        try {
            tree = TREES.readTree(line);
        } catch (JsonProcessingException e) {
            RecordFault.write(record, RejectReason.MALFORMED_JSON, "The line is no sound JSON.");
            return;
        }
        if (tree instanceof ObjectNode fields) {
            write(fields, record);
        } else {
            RecordFault.write(record, RejectReason.NOT_AN_OBJECT, "The line holds no JSON object.");
        }
    }

    private void write(ObjectNode fields, JsonGenerator record) throws IOException {
        String no = JsonValues.id(fields.path("num"));
        String resto = JsonValues.id(fields.path("resto"));
        if (no != null && resto != null) {
            String key = JsonValues.id(fields.path("board")) + "/" + resto;
            boolean opens = no.equals(resto) || resto.equals("0");
            if (opens) {
                thread = JsonValues.id(fields.path("board")) + "/" + no;
                threadScrapedOn = JsonValues.id(fields.path("scraped_on"));
            }
            if (threadScrapedOn != null && (opens || key.equals(thread))) {
                fields.put(THREAD_SCRAPED_ON, threadScrapedOn);
            } else {
                fields.remove(THREAD_SCRAPED_ON);
            }
        }
        TREES.writeTree(record, fields);
    }
}
