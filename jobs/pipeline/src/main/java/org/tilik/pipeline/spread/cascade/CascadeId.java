// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.cascade;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names of cascades: the first 16 bytes of SHA-256("cascade" ‖ 0x1F ‖ pseudonym of the root) in hex. They tell nothing of
 * the item to who does not have its pseudonym.
 */
final class CascadeId {
    private static final String PREFIX = "cascade\u001F";
    private static final int BYTES = 16;

    private CascadeId() {}

    /** The name of the cascade that begins with this item. */
    static String of(String rootKey) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest((PREFIX + rootKey).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java lacks SHA-256, which every JDK must have.", e);
        }
    }
}
