// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import java.util.function.LongSupplier;
import org.tilik.model.RejectReason;

/**
 * How much one dump file has given so far, over all layers and members, for each byte of it that was read: decompression
 * bombs give too much, flat or nested.
 */
final class Expansion {
    private static final int WHOLE_FILE = 0;

    private final LongSupplier rawBytes;
    private final ReadLimits limits;
    private long unpacked;

    Expansion(LongSupplier rawBytes, ReadLimits limits) {
        this.rawBytes = rawBytes;
        this.limits = limits;
    }

    /** Bytes of the file read so far, as they lie on disk. */
    long rawBytes() {
        return rawBytes.getAsLong();
    }

    /** Counts bytes that some layer has unpacked; past the limit the whole file has ended. */
    void add(long bytes) throws Damage {
        unpacked += bytes;
        if (unpacked > limits.ratioFromBytes() && unpacked / limits.maxRatio() > rawBytes()) {
            throw new Damage(
                    WHOLE_FILE,
                    RejectReason.UNSAFE_ARCHIVE,
                    "The file unpacks to more than " + limits.maxRatio() + " times its size (" + rawBytes()
                            + " bytes gave " + unpacked + "), as decompression bombs do; reading stopped here. Raise"
                            + " the limit if you trust the file.");
        }
    }
}
