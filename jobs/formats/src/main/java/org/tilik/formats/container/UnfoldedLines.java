// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.tilik.formats.DocumentUnfolder;

/**
 * The records of a text of which each line is one JSON value that may hold several records. Lines that are not sound are
 * handed on as they are, so that each is rejected for itself and the next is read; so are those above the limit, cut right
 * behind it.
 */
final class UnfoldedLines extends InputStream {
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .rootValueSeparator((String) null)
            .recyclerPool(JsonRecyclerPools.threadLocalPool())
            .build();
    private static final int STEP = 1 << 16;

    private final InputStream content;
    private final Supplier<DocumentUnfolder> unfolders;
    private final int maxRecordBytes;
    private final RecordLine given;
    private final RecordLine made;
    private final byte[] step = new byte[STEP];
    private int from;
    private int to;
    private boolean contentEnded;

    /** What unfolds the line that was given, while it holds more; else null. */
    private DocumentUnfolder unfolder;

    /** What will unfold the next line that needs it; null while there is none. */
    private DocumentUnfolder unused;

    private JsonParser document;
    /** Writes all records of the line. */
    private JsonGenerator record;

    UnfoldedLines(InputStream content, Supplier<DocumentUnfolder> unfolders, int maxRecordBytes) {
        this.content = content;
        this.unfolders = unfolders;
        this.maxRecordBytes = maxRecordBytes;
        this.given = new RecordLine(maxRecordBytes + 1);
        this.made = new RecordLine(maxRecordBytes + 1);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (made.isRead()) {
            made.clear();
            if (unfolder == null && !begin()) {
                return -1;
            }
            if (unfolder != null) {
                advance();
            }
        }
        return made.read(target, offset, length);
    }

    /** Takes the next line; false at the end of the text. */
    private boolean begin() throws IOException {
        if (!takeLine()) {
            return false;
        }
        if (unused == null) {
            unused = unfolders.get();
        }
        if (given.size() > maxRecordBytes || unused.isRecord(given.bytes(), given.size())) {
            handOn();
        } else {
            unfolder = unused;
            unused = null;
            document = FACTORY.createParser(given.bytes(), 0, given.size());
            record = FACTORY.createGenerator(made);
        }
        return true;
    }

    private void advance() throws IOException {
        boolean found;
        try {
            found = unfolder.next(document, record);
            record.flush();
        } catch (JsonProcessingException e) {
            // Whoever decodes the line says what is wrong with it.
            end();
            handOn();
            return;
        }
        if (found) {
            made.end();
        } else {
            end();
        }
    }

    /** Nothing more comes of the line; what was begun is taken back. */
    private void end() throws IOException {
        document.close();
        document = null;
        record.close();
        record = null;
        unfolder = null;
        made.clear();
    }

    private void handOn() {
        made.write(given.bytes(), 0, given.size());
        made.end();
    }

    private boolean takeLine() throws IOException {
        given.clear();
        while (true) {
            for (int i = from; i < to; i++) {
                if (step[i] == '\n') {
                    given.write(step, from, i - from);
                    from = i + 1;
                    return true;
                }
            }
            given.write(step, from, to - from);
            from = 0;
            to = contentEnded ? -1 : content.read(step, 0, STEP);
            if (to < 0) {
                to = 0;
                boolean isLast = !contentEnded && given.size() > 0;
                contentEnded = true;
                return isLast;
            }
        }
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
