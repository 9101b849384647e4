// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.tilik.formats.DocumentUnfolder;
import org.tilik.formats.StreamUnfolder;
import org.tilik.formats.UnsoundStream;
import org.tilik.model.RejectReason;

/**
 * The records of one JSON document, or of another stream that is no text of records, as lines, made while they are read. A
 * record longer than the limit is cut right behind it, so that whoever cuts lines passes it over as too long, and memory
 * holds no more of it.
 *
 * <p>Where the document is not sound, the lines before are delivered, then the stream ends with {@link Damage} of this text
 * alone.
 */
final class UnfoldedText extends InputStream {
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .rootValueSeparator((String) null)
            // Documents may be keyed by number of message, and keeping each such name for ever costs more than reading
            // it.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .build();
    /** Deeper than any packing: what is wrong with the text is not wrong with what it lies in. */
    private static final int TEXT_LAYER = Integer.MAX_VALUE;

    private final Closeable content;
    private final StreamUnfolder unfolder;
    private final RecordLine line;
    /** Writes all records, since its buffers are larger than most of them. */
    private final JsonGenerator record;

    private boolean ended;
    private IOException failure;

    UnfoldedText(Closeable content, StreamUnfolder unfolder, int maxRecordBytes) throws IOException {
        this.content = content;
        this.unfolder = unfolder;
        this.line = new RecordLine(maxRecordBytes + 1);
        this.record = FACTORY.createGenerator(line);
    }

    static UnfoldedText ofDocument(InputStream content, DocumentUnfolder unfolder, int maxRecordBytes)
            throws IOException {
        JsonParser document = FACTORY.createParser(content);
        return new UnfoldedText(document, record -> unfolder.next(document, record), maxRecordBytes);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return line.isRead() && !advance() ? -1 : line.read(target, offset, length);
    }

    private boolean advance() throws IOException {
        if (failure != null) {
            throw failure;
        }
        line.clear();
        if (ended) {
            return false;
        }
        try {
            ended = !unfolder.next(record);
            record.flush();
        } catch (JsonEOFException e) {
            failure = damage(RejectReason.MALFORMED_JSON, "The document ends in the middle of a value; it was cut.", e);
        } catch (JsonProcessingException e) {
            failure = damage(
                    RejectReason.MALFORMED_JSON,
                    "The document is no sound JSON at byte " + e.getLocation().getByteOffset() + ".",
                    e);
        } catch (UnsoundStream e) {
            failure = damage(e.reason(), e.getMessage(), e);
        }
        if (failure != null) {
            line.clear();
            throw failure;
        }
        if (ended) {
            line.clear();
            return false;
        }
        line.end();
        return true;
    }

    private static Damage damage(RejectReason reason, String detail, IOException cause) {
        return new Damage(TEXT_LAYER, reason, detail, cause);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
