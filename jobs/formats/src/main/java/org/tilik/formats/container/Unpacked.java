// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.tilik.model.RejectReason;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.XZInputStream;

/** What one layer of compression gives. Whatever is wrong with the compressed data is told as {@link Damage}. */
final class Unpacked extends InputStream {
    private static final int LONGEST_WINDOW_LOG = 31;
    private static final int FREE_WINDOW_LOG = 27;

    /** Room for a dictionary of 256 MiB, four times that of {@code xz -9}. */
    private static final int XZ_MEMORY_KIB = 300 << 10;

    /** Small reads lose little of what a decoder had unpacked when it meets a damaged place. */
    private static final int READ_BYTES = 1 << 17;

    private static final int SOURCE_BYTES = 1 << 15;

    private final PeekedStream source;
    private final Container container;
    private final int layer;
    private final Expansion expansion;
    private final boolean longWindow;
    private boolean holdsWindow;
    private InputStream decoder;
    private long count;

    private Unpacked(PeekedStream source, Container container, int layer, Expansion expansion, boolean longWindow) {
        this.source = source;
        this.container = container;
        this.layer = layer;
        this.expansion = expansion;
        this.longWindow = longWindow;
    }

    /** The content of this layer; waits for a free long zstd window where it needs one. */
    static Unpacked open(
            PeekedStream source, Container container, int layer, Expansion expansion, String file, ReadLimits limits)
            throws IOException {
        boolean longWindow = false;
        if (container == Container.ZSTD) {
            long window = ZstdWindow.bytes(source.head(), source.headLength());
            longWindow = window > LongWindows.FREE_WINDOW_BYTES;
            if (longWindow) {
                LongWindows.acquire(file, window, limits.maxOpenWindows(), limits.windowWait());
            }
        }
        Unpacked unpacked = new Unpacked(source, container, layer, expansion, longWindow);
        unpacked.holdsWindow = longWindow;
        return unpacked;
    }

    /**
     * The content of this layer for a look at its first bytes. It takes no window permit: a decoder touches only as much
     * of its window as it has unpacked.
     */
    static Unpacked peek(PeekedStream source, Container container, int layer, Expansion expansion) {
        return new Unpacked(source, container, layer, expansion, true);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int n = 0;
        try {
            if (decoder == null) {
                decoder = decoder();
            }
            while (n == 0) {
                n = decoder.read(target, offset, Math.min(length, READ_BYTES));
            }
        } catch (RawFailure | Damage e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Decoders meant for sound data fail in any way on others.
            throw damage(e);
        }
        if (n > 0) {
            count += n;
            expansion.add(n);
        }
        return n;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public void close() throws IOException {
        try {
            if (decoder != null) {
                decoder.close();
            }
        } finally {
            if (holdsWindow) {
                holdsWindow = false;
                LongWindows.release();
            }
        }
    }

    private InputStream decoder() throws IOException {
        return switch (container) {
            case GZIP -> new GzipMembers(source);
            case BZIP2 -> new Bzip2Streams(source);
            case XZ -> new XZInputStream(new BufferedInputStream(source, SOURCE_BYTES), XZ_MEMORY_KIB);
            case ZSTD -> zstd();
            default -> throw new IllegalStateException(container + " is no compression");
        };
    }

    private InputStream zstd() throws IOException {
        ZstdInputStreamNoFinalizer stream = new ZstdInputStreamNoFinalizer(source);
        stream.setContinuous(false);
        stream.setLongMax(longWindow ? LONGEST_WINDOW_LOG : FREE_WINDOW_LOG);
        return stream;
    }

    private Damage damage(Exception e) {
        if (isTruncation(e)) {
            return new Damage(
                    layer,
                    RejectReason.TRUNCATED_ARCHIVE,
                    "The " + container.title() + " data end too early, after " + expansion.rawBytes()
                            + " bytes of the file (" + count + " unpacked); what came before was read. Fetch the file"
                            + " again and compare sizes.",
                    e);
        }
        if (e instanceof ZstdIOException zstd && zstd.getErrorCode() == Zstd.errFrameParameterWindowTooLarge()) {
            return new Damage(
                    layer,
                    RejectReason.UNSUPPORTED_RECORD,
                    "A later zstd frame needs a window above 128 MiB although the first does not, after "
                            + expansion.rawBytes() + " bytes of the file; pack the file again with one window size.",
                    e);
        }
        if (e instanceof MemoryLimitException memory) {
            return new Damage(
                    layer,
                    RejectReason.UNSUPPORTED_RECORD,
                    "The xz data need " + memory.getMemoryNeeded() + " KiB of memory; at most " + XZ_MEMORY_KIB
                            + " are given. Pack the file again with a smaller dictionary.",
                    e);
        }
        return new Damage(
                layer,
                RejectReason.CORRUPT_ARCHIVE,
                "The " + container.title() + " data are damaged near byte " + expansion.rawBytes() + " of the file ("
                        + count + " unpacked): " + MemberName.shown(String.valueOf(e.getMessage()))
                        + ". What came before was read.",
                e);
    }

    private boolean isTruncation(Exception e) {
        return e instanceof EOFException
                || (e instanceof ZstdIOException && "Truncated source".equals(e.getMessage()))
                || (container == Container.BZIP2 && source.ended());
    }
}
