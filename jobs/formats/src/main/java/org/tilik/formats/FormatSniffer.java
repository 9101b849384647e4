// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tilik.formats.csv.CsvColumns;

/**
 * Tells formats by their signatures: the fields of a JSON object, the header row of a CSV file. The first line alone does
 * not decide: a stream may begin with a notice or a broken line, and one object may go over many lines. Where several
 * formats are alike, all are told.
 */
final class FormatSniffer {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .build();

    /** So many lines are looked at: more than any stream has notices before its first post. */
    private static final int MOST_LINES = 200;

    private static final int FEWEST_LINES = 3;

    private FormatSniffer() {}

    static List<Sniffed> candidates(byte[] head) {
        int start = afterSpace(head, 0);
        if (start == head.length) {
            return List.of();
        }
        boolean isList = head[start] == '[';
        if (isList || spansLines(head)) {
            return ofJson(JsonHead.of(head, start, head.length), isList ? RecordCut.DOCUMENT : RecordCut.JSON_OBJECTS);
        }
        List<Sniffed> found = head[start] == '{' ? List.of() : ofText(head, start);
        for (int line = 0; found.isEmpty() && start < head.length && line < MOST_LINES; line++) {
            int end = lineEnd(head, start);
            if (head[start] == '{') {
                found = ofJson(JsonHead.of(head, start, end), RecordCut.NDJSON);
            }
            start = afterSpace(head, end);
        }
        return found;
    }

    private static List<Sniffed> ofJson(JsonHead head, RecordCut cut) {
        return matching(format -> format.signature()
                .ofJson(head)
                // Records in one list are read where the format can take them out of it.
                .filter(reason -> cut != RecordCut.DOCUMENT || format.unfolds())
                .map(reason -> new Sniffed(format, cut(format, head, cut), reason)));
    }

    /** How a text of this format falls into records, whose first value is this and whose lines say so. */
    private static RecordCut cut(DumpFormat format, JsonHead head, RecordCut byLines) {
        return switch (format.cut()) {
            case DOCUMENT -> RecordCut.DOCUMENT;
            case PAGES ->
                byLines == RecordCut.NDJSON && !format.signature().isDocument(head)
                        ? RecordCut.PAGES
                        : RecordCut.DOCUMENT;
            case NDJSON, JSON_OBJECTS, CSV -> byLines;
        };
    }

    private static List<Sniffed> ofText(byte[] head, int start) {
        byte[] line = firstLine(head, start);
        CsvColumns columns = CsvColumns.of(line);
        List<Sniffed> byHeader = matching(format ->
                format.signature().ofHeader(columns).map(reason -> new Sniffed(format, RecordCut.CSV, reason)));
        Optional<String> text = StrictUtf8.decode(line, 0, line.length);
        return byHeader.isEmpty() && text.isPresent()
                ? matching(format -> format.signature()
                        .ofLine(text.get())
                        .map(reason -> new Sniffed(format, RecordCut.NDJSON, reason)))
                : byHeader;
    }

    private static byte[] firstLine(byte[] head, int start) {
        int end = start;
        while (end < head.length && head[end] != '\n' && head[end] != '\r') {
            end++;
        }
        return Arrays.copyOfRange(head, start, end);
    }

    private static List<Sniffed> matching(Function<DumpFormat, Optional<Sniffed>> rule) {
        return Arrays.stream(DumpFormat.values())
                .map(rule)
                .flatMap(Optional::stream)
                .toList();
    }

    /** How a text of this format that begins like this falls into records. */
    static RecordCut cut(DumpFormat format, byte[] head) {
        if (format.cut() != RecordCut.NDJSON && format.cut() != RecordCut.PAGES) {
            return format.cut();
        }
        // A format of JSON may be exported as CSV as well.
        int start = afterSpace(head, 0);
        if (format.signature().ofHeader(CsvColumns.of(firstLine(head, start))).isPresent()) {
            return RecordCut.CSV;
        }
        RecordCut byLines = spansLines(head) ? RecordCut.JSON_OBJECTS : RecordCut.NDJSON;
        return cut(format, JsonHead.of(head, start, head.length), byLines);
    }

    /** Whether the text begins with one object that is sound beyond its first line, as far as the head reaches. */
    private static boolean spansLines(byte[] head) {
        int start = afterSpace(head, 0);
        if (start == head.length || head[start] != '{') {
            return false;
        }
        try (JsonParser json = FACTORY.createParser(head, start, head.length - start)) {
            json.nextToken();
            json.skipChildren();
            return json.currentToken() == JsonToken.END_OBJECT
                    && json.currentLocation().getLineNr() > 1;
        } catch (JsonEOFException e) {
            return lineEnd(head, start) < head.length;
        } catch (JsonProcessingException e) {
            // A first line that is cut swallows the next two at most before it is seen to be wrong.
            return e.getLocation() != null && e.getLocation().getLineNr() > FEWEST_LINES;
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory could not be read.", e);
        }
    }

    private static int afterSpace(byte[] head, int from) {
        int start = from;
        while (start < head.length && head[start] <= ' ' && head[start] >= 0) {
            start++;
        }
        return start;
    }

    private static int lineEnd(byte[] head, int start) {
        int end = start;
        while (end < head.length && head[end] != '\n') {
            end++;
        }
        return end;
    }
}
