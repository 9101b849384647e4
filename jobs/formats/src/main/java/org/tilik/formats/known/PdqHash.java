// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.known;

import java.util.Optional;

/** A PDQ image hash: 256 bits, of which similar images differ in few. */
public record PdqHash(long a, long b, long c, long d) {
    /** The distance up to which PDQ's authors call two images the same. */
    public static final int SAME_IMAGE_BITS = 31;

    private static final int HEX_DIGITS = 64;

    /** The hash of these 64 hex digits, or empty where they are something else. */
    public static Optional<PdqHash> parse(String hex) {
        if (hex.length() != HEX_DIGITS || !hex.chars().allMatch(x -> Character.digit(x, 16) >= 0 && x < 128)) {
            return Optional.empty();
        }
        return Optional.of(new PdqHash(
                Long.parseUnsignedLong(hex, 0, 16, 16),
                Long.parseUnsignedLong(hex, 16, 32, 16),
                Long.parseUnsignedLong(hex, 32, 48, 16),
                Long.parseUnsignedLong(hex, 48, 64, 16)));
    }

    /** Number of bits in which the hashes differ, 0 to 256. */
    public int distance(PdqHash other) {
        return Long.bitCount(a ^ other.a)
                + Long.bitCount(b ^ other.b)
                + Long.bitCount(c ^ other.c)
                + Long.bitCount(d ^ other.d);
    }
}
