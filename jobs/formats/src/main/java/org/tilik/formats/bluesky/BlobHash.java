// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.bluesky;

import java.util.Optional;

/**
 * The SHA-256 of a picture or film, which Bluesky's own name of it holds: a content identifier of version 1 (raw bytes,
 * SHA-256, base 32). So a copy of the same file is known by its name, without the file.
 */
final class BlobHash {
    /** Base 32 of the four bytes that say version, kind of content, kind and length of the hash. */
    private static final int[] PREFIX = {0x01, 0x55, 0x12, 0x20};

    private static final int HASH_BYTES = 32;
    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int BITS_PER_DIGIT = 5;
    private static final int LENGTH =
            1 + ((PREFIX.length + HASH_BYTES) * Byte.SIZE + BITS_PER_DIGIT - 1) / BITS_PER_DIGIT;

    private BlobHash() {}

    /** The hash as {@code sha256:…} in this name of a file; empty for any other name. */
    static Optional<String> of(String link) {
        if (link == null || link.length() != LENGTH || link.charAt(0) != 'b') {
            return Optional.empty();
        }
        StringBuilder hash = new StringBuilder("sha256:");
        int bits = 0;
        int held = 0;
        int bytes = 0;
        for (int i = 1; i < link.length(); i++) {
            int digit = DIGITS.indexOf(link.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            bits = bits << BITS_PER_DIGIT | digit;
            held += BITS_PER_DIGIT;
            if (held >= Byte.SIZE) {
                held -= Byte.SIZE;
                int value = bits >> held & 0xFF;
                if (bytes >= PREFIX.length) {
                    hash.append(Character.forDigit(value >> 4, 16)).append(Character.forDigit(value & 0xF, 16));
                } else if (value != PREFIX[bytes]) {
                    return Optional.empty();
                }
                bytes++;
                bits &= (1 << held) - 1;
            }
        }
        return Optional.of(hash.toString());
    }
}
