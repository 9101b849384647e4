// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.tilik.measure.spread.variants.Similarity;

/**
 * Something that several items can hold in common, and that makes them one family.
 *
 * @param joinedBy what kind of tie it is
 * @param isExact whether equal contents are equal files: MD5 and SHA-256 of media
 * @param key 32 hex digits that stand for it
 * @param image PDQ hash in hex where it is an image, to which similar ones are compared; else null
 * @param isTooLoose whether it is a text to which another one is similar, but less than makes a family; it is only looked
 *     at to say how families would come out under a looser rule
 */
public record Content(JoinedBy joinedBy, boolean isExact, String key, String image, boolean isTooLoose) {
    private static final int KEY_BYTES = 16;
    private static final int IMAGE_AT = 2 + 2 * KEY_BYTES;
    private static final char IMAGE = '9';
    private static final char TOO_LOOSE = 'A';
    private static final char EXACT = '=';
    private static final char NOT_EXACT = '~';

    /** The item that is shared. */
    public static Content share(String itemKey) {
        return new Content(JoinedBy.SHARE, false, key(JoinedBy.SHARE, itemKey), null, false);
    }

    /** A media file, by its hash of the form {@code md5:…} or {@code sha256:…}. */
    public static Content file(String hash) {
        return new Content(JoinedBy.MEDIA_HASH, true, key(JoinedBy.MEDIA_HASH, hash), null, false);
    }

    /** An image, by the 64 hex digits of its PDQ hash. */
    public static Content image(String pdq) {
        return new Content(JoinedBy.MEDIA_HASH, false, key(JoinedBy.MEDIA_HASH, "pdq:" + pdq), pdq, false);
    }

    /** A canonical address that is on a known-item list. */
    public static Content url(String canonical) {
        return new Content(JoinedBy.KNOWN_URL, false, key(JoinedBy.KNOWN_URL, canonical), null, false);
    }

    /** A normalised text. */
    public static Content text(String words) {
        return new Content(JoinedBy.TEXT, false, key(JoinedBy.TEXT, words), null, false);
    }

    /** This text where only one item has it, but others have a text that is as similar as this. */
    Content near(Similarity similarity) {
        return new Content(JoinedBy.NEAR_TEXT, false, key, null, similarity == Similarity.LOOSE);
    }

    /** The content that {@link #code} stands for. */
    static Content parse(String code) {
        char rank = code.charAt(0);
        JoinedBy joinedBy = switch (rank) {
            case IMAGE -> JoinedBy.MEDIA_HASH;
            case TOO_LOOSE -> JoinedBy.NEAR_TEXT;
            default -> JoinedBy.ofRank(rank);
        };
        return new Content(
                joinedBy,
                code.charAt(1) == EXACT,
                code.substring(2, IMAGE_AT),
                code.length() == IMAGE_AT ? null : code.substring(IMAGE_AT),
                rank == TOO_LOOSE);
    }

    /**
     * One text that holds all of it. Codes sort by how close the tie is; images come after what certainly ties, because
     * whether one is similar to another is only found later, and what makes no family last.
     */
    String code() {
        char rank = isTooLoose ? TOO_LOOSE : image == null ? joinedBy.rank() : IMAGE;
        return "" + rank + (isExact ? EXACT : NOT_EXACT) + key + (image == null ? "" : image);
    }

    private static String key(JoinedBy joinedBy, String value) {
        return digest(joinedBy.rank() + value);
    }

    /** The first 32 hex digits of the SHA-256 of a text. */
    static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, KEY_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java lacks SHA-256, which every JDK must have.", e);
        }
    }
}
