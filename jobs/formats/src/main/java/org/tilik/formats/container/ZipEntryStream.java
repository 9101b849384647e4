// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import org.tilik.model.RejectReason;

/** The unpacked bytes of one zip entry, counted against bombs and held to their checksum. */
final class ZipEntryStream extends InputStream {
    private static final long UNKNOWN = -1;

    /** Opens what the library unpacks; it reads the entry's own header first. */
    interface Source {
        InputStream open() throws IOException;
    }

    private final Source source;
    private final int layer;
    private final long expectedCrc;
    private final Expansion expansion;
    private final CRC32 crc = new CRC32();
    private InputStream in;
    private long count;

    /**
     * The entry's bytes.
     *
     * @param layer what ends when the entry is damaged
     * @param expectedCrc checksum that the archive states, or -1 when it states none before the data
     */
    ZipEntryStream(Source source, int layer, long expectedCrc, Expansion expansion) {
        this.source = source;
        this.layer = layer;
        this.expectedCrc = expectedCrc;
        this.expansion = expansion;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int n;
        try {
            if (in == null) {
                in = source.open();
            }
            n = in.read(target, offset, length);
        } catch (RawFailure | Damage e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw damage(layer, e, "The data of the zip entry", expansion);
        }
        if (n > 0) {
            count += n;
            crc.update(target, offset, n);
            expansion.add(n);
        } else if (n < 0 && expectedCrc != UNKNOWN && expectedCrc != crc.getValue()) {
            throw new Damage(
                    layer,
                    RejectReason.CORRUPT_ARCHIVE,
                    "The data of the zip entry (" + count + " bytes unpacked) do not match their checksum; its records"
                            + " may be damaged anywhere.");
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
        if (in != null) {
            in.close();
        }
    }

    /** What the library's complaint means for this layer. */
    static Damage damage(int layer, Exception e, String what, Expansion expansion) {
        boolean cut = e instanceof EOFException || "Truncated ZIP file".equals(e.getMessage());
        return new Damage(
                layer,
                cut ? RejectReason.TRUNCATED_ARCHIVE : RejectReason.CORRUPT_ARCHIVE,
                what
                        + (cut
                                ? " end too early"
                                : " are damaged (" + MemberName.shown(String.valueOf(e.getMessage())) + ")")
                        + ", near byte " + expansion.rawBytes() + " of the file. What came before was read.",
                e);
    }
}
