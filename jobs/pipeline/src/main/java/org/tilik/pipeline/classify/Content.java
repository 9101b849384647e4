// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Something that several items can hold in common, and that makes them one family.
 *
 * @param joinedBy what kind of tie it is
 * @param isExact whether equal contents are equal files: MD5 and SHA-256 of media
 * @param key 32 hex digits that stand for it
 * @param image PDQ hash in hex where it is an image, to which similar ones are compared; else null
 */
public record Content(JoinedBy joinedBy, boolean isExact, String key, String image) {
    private static final int KEY_BYTES = 16;
    private static final int IMAGE_AT = 2 + 2 * KEY_BYTES;
    private static final char IMAGE = '9';
    private static final char EXACT = '=';
    private static final char NOT_EXACT = '~';

    /** The item that is shared. */
    public static Content share(String itemKey) {
        return new Content(JoinedBy.SHARE, false, key(JoinedBy.SHARE, itemKey), null);
    }

    /** A media file, by its hash of the form {@code md5:…} or {@code sha256:…}. */
    public static Content file(String hash) {
        return new Content(JoinedBy.MEDIA_HASH, true, key(JoinedBy.MEDIA_HASH, hash), null);
    }

    /** An image, by the 64 hex digits of its PDQ hash. */
    public static Content image(String pdq) {
        return new Content(JoinedBy.MEDIA_HASH, false, key(JoinedBy.MEDIA_HASH, "pdq:" + pdq), pdq);
    }

    /** A canonical address that is on a known-item list. */
    public static Content url(String canonical) {
        return new Content(JoinedBy.KNOWN_URL, false, key(JoinedBy.KNOWN_URL, canonical), null);
    }

    /** A normalised text. */
    public static Content text(String words) {
        return new Content(JoinedBy.TEXT, false, key(JoinedBy.TEXT, words), null);
    }

    /** The content that {@link #code} stands for. */
    static Content parse(String code) {
        boolean isImage = code.charAt(0) == IMAGE;
        return new Content(
                isImage ? JoinedBy.MEDIA_HASH : JoinedBy.ofRank(code.charAt(0)),
                code.charAt(1) == EXACT,
                code.substring(2, IMAGE_AT),
                code.length() == IMAGE_AT ? null : code.substring(IMAGE_AT));
    }

    /**
     * One text that holds all of it. Codes sort by how close the tie is; images come last, because whether one is similar
     * to another is only found later.
     */
    String code() {
        char rank = image == null ? joinedBy.rank() : IMAGE;
        return "" + rank + (isExact ? EXACT : NOT_EXACT) + key + (image == null ? "" : image);
    }

    private static String key(JoinedBy joinedBy, String value) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((byte) joinedBy.rank());
            byte[] digest = sha256.digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, KEY_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java lacks SHA-256, which every JDK must have.", e);
        }
    }
}
