// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.tilik.model.RejectReason;

/**
 * The uncompressed bytes of a dump file. What is wrong with the content ends the stream and is told by {@link
 * #failure()}; only a file that cannot be read at all (disk, network) throws.
 */
final class ContentStream implements Closeable {
    private static final int LONGEST_WINDOW_LOG = 31;
    private static final int FREE_WINDOW_LOG = 27;

    /** Small reads lose little of what a decoder had unpacked when it meets a damaged place. */
    private static final int READ_BYTES = 1 << 17;

    private final RawInput raw;
    private final Container container;
    private final ReadLimits limits;
    private InputStream decoded;
    private boolean holdsWindow;
    private long count;
    private Failure failure;

    /** Why the content ended early. */
    record Failure(RejectReason reason, String detail) {}

    private ContentStream(RawInput raw, ReadLimits limits) {
        this.raw = raw;
        this.limits = limits;
        this.container = Container.of(raw.head(), raw.headLength());
    }

    /** The content of this file; waits for a free long zstd window where it needs one. */
    static ContentStream open(RawInput raw, String file, ReadLimits limits) throws IOException {
        ContentStream content = new ContentStream(raw, limits);
        if (content.container == Container.ZSTD) {
            long window = ZstdWindow.bytes(raw.head(), raw.headLength());
            if (window > LongWindows.FREE_WINDOW_BYTES) {
                LongWindows.acquire(file, window, limits.maxOpenWindows(), limits.windowWait());
                content.holdsWindow = true;
            }
        }
        content.start(content.holdsWindow);
        return content;
    }

    /**
     * The content of this file for a look at its first bytes. It takes no window permit: a decoder touches only as much
     * of its window as it has unpacked.
     */
    static ContentStream peek(RawInput raw) throws IOException {
        ContentStream content = new ContentStream(raw, ReadLimits.DEFAULT);
        content.start(true);
        return content;
    }

    private void start(boolean longWindow) throws IOException {
        switch (container) {
            case PLAIN -> decoded = raw;
            case GZIP -> decoded = new GzipMembers(raw);
            case ZSTD -> decoded = zstd(longWindow);
            default -> failure = unsupported(container, "The file is");
        }
    }

    private InputStream zstd(boolean longWindow) throws IOException {
        try {
            ZstdInputStreamNoFinalizer stream = new ZstdInputStreamNoFinalizer(raw);
            stream.setContinuous(false);
            stream.setLongMax(longWindow ? LONGEST_WINDOW_LOG : FREE_WINDOW_LOG);
            return stream;
        } catch (IOException e) {
            releaseWindow();
            throw e;
        }
    }

    Container container() {
        return container;
    }

    /** Uncompressed bytes handed out so far. */
    long count() {
        return count;
    }

    /** What ended the content early, or null. */
    Failure failure() {
        return failure;
    }

    /** Fills part of the target; -1 at the end of what can be read. */
    int read(byte[] target, int offset, int length) throws IOException {
        if (failure != null) {
            return -1;
        }
        int n = 0;
        try {
            while (n == 0) {
                n = decoded.read(target, offset, Math.min(length, READ_BYTES));
            }
        } catch (RawInput.RawFailure e) {
            throw e;
        } catch (IOException e) {
            failure = failureOf(e);
            return -1;
        }
        if (n < 0) {
            return -1;
        }
        if (count == 0) {
            checkNested(target, offset, n);
            if (failure != null) {
                return -1;
            }
        }
        count += n;
        if (count > limits.ratioFromBytes() && count / limits.maxRatio() > raw.count()) {
            failure = new Failure(
                    RejectReason.UNSAFE_ARCHIVE,
                    "The file unpacks to more than " + limits.maxRatio() + " times its size (" + raw.count()
                            + " bytes gave " + count + "), as decompression bombs do; reading stopped here. Raise the"
                            + " limit if you trust the file.");
        }
        return n;
    }

    /** A packed archive inside the compression (tar.gz, tar.zst) would otherwise pass for lines of garbage. */
    private void checkNested(byte[] bytes, int offset, int length) {
        if (container == Container.PLAIN) {
            return;
        }
        byte[] head = new byte[Math.min(length, Container.HEAD_BYTES)];
        System.arraycopy(bytes, offset, head, 0, head.length);
        Container inner = Container.of(head, head.length);
        if (inner != Container.PLAIN) {
            failure = unsupported(inner, "Inside its " + container.title() + " compression the file is");
        }
    }

    private static Failure unsupported(Container found, String what) {
        return new Failure(
                RejectReason.UNSUPPORTED_RECORD,
                what + " " + found.title()
                        + ", which this version does not read; expected plain UTF-8 text, gzip or zstd."
                        + " Unpack or convert it first.");
    }

    private Failure failureOf(IOException e) {
        if (isTruncation(e)) {
            return new Failure(
                    RejectReason.TRUNCATED_ARCHIVE,
                    "The " + container.title() + " data end too early, after " + raw.count() + " bytes of the file ("
                            + count + " unpacked); what came before was read. Fetch the file again and compare sizes.");
        }
        if (e instanceof ZstdIOException zstd && zstd.getErrorCode() == Zstd.errFrameParameterWindowTooLarge()) {
            return new Failure(
                    RejectReason.UNSUPPORTED_RECORD,
                    "A later zstd frame needs a window above 128 MiB although the first does not, after " + raw.count()
                            + " bytes of the file; pack the file again with one window size.");
        }
        return new Failure(
                RejectReason.CORRUPT_ARCHIVE,
                "The " + container.title() + " data are damaged near byte " + raw.count() + " of the file (" + count
                        + " unpacked): " + e.getMessage() + ". What came before was read.");
    }

    private static boolean isTruncation(IOException e) {
        return e instanceof EOFException || (e instanceof ZstdIOException && "Truncated source".equals(e.getMessage()));
    }

    @Override
    public void close() throws IOException {
        try {
            if (decoded instanceof GzipMembers || decoded == null) {
                if (decoded != null) {
                    decoded.close();
                }
                raw.close();
            } else {
                decoded.close();
            }
        } finally {
            releaseWindow();
        }
    }

    private void releaseWindow() {
        if (holdsWindow) {
            holdsWindow = false;
            LongWindows.release();
        }
    }
}
