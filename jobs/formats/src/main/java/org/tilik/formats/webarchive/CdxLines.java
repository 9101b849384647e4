// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.webarchive;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.tilik.formats.ByteLines;
import org.tilik.formats.StreamUnfolder;
import org.tilik.formats.json.JsonValues;
import org.tilik.formats.json.RecordFault;
import org.tilik.model.RejectReason;

/**
 * Makes records of the lines of an index: fields between spaces, in the order that a first line {@code CDX N b a m s k r M S
 * V g} gives, or in that of the Wayback Machine; or key, time and a JSON object (CDXJ), or one that holds these too.
 */
public final class CdxLines implements StreamUnfolder {
    static final Pattern HEADER = Pattern.compile(" ?CDX( [A-Za-z])+ *");
    static final Pattern JSON_LINE = Pattern.compile("(\\S+) (\\d{14}) (\\{.*)", Pattern.DOTALL);

    /** Longer than any address. */
    static final int MOST_LINE_BYTES = 1 << 16;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SPACES = Pattern.compile(" +");

    private final ByteLines lines;
    private final CdxRow.Revisits revisits = new CdxRow.Revisits();
    private CdxFields fields = CdxFields.USUAL;
    private boolean hasHeader;

    /** The lines of this stream. */
    public CdxLines(InputStream content) {
        this.lines = new ByteLines(content, MOST_LINE_BYTES);
    }

    @Override
    public boolean next(JsonGenerator record) throws IOException {
        String line = lines.next();
        while (line != null && (line.isBlank() || isHeader(line))) {
            line = lines.next();
        }
        if (line == null) {
            return false;
        }
        var json = JSON_LINE.matcher(line);
        if (lines.isCut()) {
            RecordFault.write(
                    record,
                    RejectReason.OVERSIZE_RECORD,
                    "The line has more than " + MOST_LINE_BYTES + " bytes; an index has much shorter ones.");
        } else if (json.matches()) {
            writeJson(json.group(1), json.group(2), json.group(3), record);
        } else if (line.startsWith("{")) {
            writeJson(null, null, line, record);
        } else {
            writeFields(Arrays.asList(SPACES.split(line.strip(), -1)), record);
        }
        return true;
    }

    /** Files that were joined have headers in between. */
    private boolean isHeader(String line) {
        if (!HEADER.matcher(line).matches()) {
            return false;
        }
        List<String> words = Arrays.asList(SPACES.split(line.strip(), -1));
        fields = CdxFields.ofLetters(words.subList(1, words.size()));
        hasHeader = true;
        return true;
    }

    private void writeFields(List<String> cells, JsonGenerator record) throws IOException {
        boolean fits = hasHeader ? cells.size() == fields.size() : cells.size() >= fields.size();
        if (!fits || !fields.tellLooks()) {
            RecordFault.write(
                    record,
                    RejectReason.MALFORMED_CSV,
                    "The line has " + cells.size() + " fields; expected "
                            + (hasHeader ? "the " + fields.size() + " of the header, with a, b and s" : "7 or more")
                            + ".");
        } else {
            revisits.resolved(fields.row(cells)).write(record);
        }
    }

    private void writeJson(String key, String at, String json, JsonGenerator record) throws IOException {
        JsonNode fieldsOfLine;
        try {
            fieldsOfLine = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            RecordFault.write(record, RejectReason.MALFORMED_JSON, "The line holds no sound JSON object.");
            return;
        }
        Capture capture = new Capture(
                JsonValues.text(fieldsOfLine.path("url")),
                at == null ? JsonValues.text(fieldsOfLine.path("timestamp")) : at,
                JsonValues.id(fieldsOfLine.path("status")),
                JsonValues.text(fieldsOfLine.path("redirect")));
        revisits.resolved(new CdxRow(
                        key == null ? JsonValues.text(fieldsOfLine.path("urlkey")) : key,
                        capture,
                        JsonValues.text(fieldsOfLine.path("mime")),
                        JsonValues.text(fieldsOfLine.path("digest"))))
                .write(record);
    }
}
