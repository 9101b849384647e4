// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.webarchive;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tilik.formats.DocumentUnfolder;
import org.tilik.formats.json.RecordFault;
import org.tilik.model.RejectReason;

/** Takes the captures out of an answer of the Wayback Machine's index, a list of lists of texts of which the first names. */
public final class CdxDocument implements DocumentUnfolder {
    private final CdxRow.Revisits revisits = new CdxRow.Revisits();
    private CdxFields fields;
    private boolean isBehindEmptyRow;

    @Override
    public boolean next(JsonParser document, JsonGenerator record) throws IOException {
        if (fields == null) {
            expectList(document);
            expectList(document);
            fields = CdxFields.named(cells(document));
            if (!fields.tellLooks()) {
                throw new JsonParseException(
                        document, "Expected fields original, timestamp and statuscode; ask the index for them.");
            }
        }
        JsonToken token = document.nextToken();
        if (token != JsonToken.START_ARRAY) {
            if (token != null && token != JsonToken.END_ARRAY) {
                document.skipChildren();
                RecordFault.write(record, RejectReason.MALFORMED_JSON, "The row is no list of texts.");
                return true;
            }
            return false;
        }
        write(cells(document), record);
        return true;
    }

    private static void expectList(JsonParser document) throws IOException {
        if (document.nextToken() != JsonToken.START_ARRAY) {
            throw new JsonParseException(document, "Expected a list of lists, the first of which names fields.");
        }
    }

    /** Behind an empty row the index says where to go on asking, which is no capture. */
    private void write(List<String> cells, JsonGenerator record) throws IOException {
        boolean isResumption = cells.isEmpty() || (isBehindEmptyRow && cells.size() == 1);
        isBehindEmptyRow = cells.isEmpty();
        if (isResumption) {
            Capture.NONE.write(record);
        } else if (cells.size() != fields.size()) {
            RecordFault.write(
                    record,
                    RejectReason.MALFORMED_JSON,
                    "The row has " + cells.size() + " cells, but the first row names " + fields.size() + " fields.");
        } else {
            revisits.resolved(fields.row(cells)).write(record);
        }
    }

    /** The values of the list that was begun; what is no plain value stands empty. */
    private static List<String> cells(JsonParser document) throws IOException {
        List<String> cells = new ArrayList<>();
        for (JsonToken token = document.nextToken(); token != JsonToken.END_ARRAY; token = document.nextToken()) {
            if (token == null) {
                throw new com.fasterxml.jackson.core.io.JsonEOFException(document, null, "The row is cut.");
            }
            cells.add(token.isScalarValue() && token != JsonToken.VALUE_NULL ? document.getText() : "");
            document.skipChildren();
        }
        return cells;
    }
}
