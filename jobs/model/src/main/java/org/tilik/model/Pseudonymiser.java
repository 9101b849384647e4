// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model;

import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Replaces platform ids by keyed pseudonyms: the first 16 bytes of HMAC-SHA256(key, platform ‖ 0x1F ‖ id) in hex.
 *
 * <p>A plain hash of a numeric id can be reversed by trying all ids; with a secret key it cannot. Not thread-safe: one
 * instance per task. Never serialised, so that the key never travels in a job graph.
 */
public final class Pseudonymiser {
    private static final int PSEUDONYM_BYTES = 16;
    private static final int KEY_ID_BYTES = 4;
    private static final byte SEPARATOR = 0x1F;

    /** Block and digest of SHA-256, and the two pads of HMAC (RFC 2104). */
    private static final int BLOCK_BYTES = 64;

    private static final int DIGEST_BYTES = 32;
    private static final byte INNER_PAD = 0x36;
    private static final byte OUTER_PAD = 0x5C;

    private final MessageDigest sha256;
    private final String keyId;
    private final byte[] outer;
    private byte[] inner;

    /** Dumps name the same accounts and threads again and again, and all events of a record name the same item. */
    private final RecentPseudonyms recent = new RecentPseudonyms();

    /** A pseudonymiser with this secret key, which must not be empty. */
    public Pseudonymiser(byte[] key) {
        if (key.length == 0) {
            throw new IllegalArgumentException("The pseudonym key is empty; it needs at least one byte, better 32.");
        }
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java lacks SHA-256, which every JDK must have.", e);
        }
        byte[] digest = sha256.digest(key);
        keyId = HexFormat.of().formatHex(Arrays.copyOf(digest, KEY_ID_BYTES));
        byte[] block = Arrays.copyOf(key.length > BLOCK_BYTES ? digest : key, BLOCK_BYTES);
        inner = new byte[BLOCK_BYTES * 4];
        outer = new byte[BLOCK_BYTES + DIGEST_BYTES];
        for (int i = 0; i < BLOCK_BYTES; i++) {
            inner[i] = (byte) (block[i] ^ INNER_PAD);
            outer[i] = (byte) (block[i] ^ OUTER_PAD);
        }
    }

    /** The first 8 hex digits of the key's SHA-256: tells which key made a table without revealing it. */
    public String keyId() {
        return keyId;
    }

    /** The 32 hex digits that stand for this id, or null for a null id. */
    public String pseudonym(Platform platform, String id) {
        if (id == null) {
            return null;
        }
        String known = recent.get(platform, id);
        if (known == null) {
            known = HexFormat.of().formatHex(hmac(platform.id(), id), 0, PSEUDONYM_BYTES);
            recent.put(platform, id, known);
        }
        return known;
    }

    /** The 32 hex digits that stand for this entry of a ledger; entries hardly ever come again, so none is remembered. */
    public String pseudonym(Ledger ledger, String entryId) {
        return HexFormat.of().formatHex(hmac(ledger.id(), entryId), 0, PSEUDONYM_BYTES);
    }

    /** The JDK's Mac gives the same in twice the time. */
    private byte[] hmac(String space, String id) {
        byte[] name = space.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        int length = BLOCK_BYTES + name.length + 1 + bytes.length;
        if (inner.length < length) {
            inner = Arrays.copyOf(inner, length);
        }
        System.arraycopy(name, 0, inner, BLOCK_BYTES, name.length);
        inner[BLOCK_BYTES + name.length] = SEPARATOR;
        System.arraycopy(bytes, 0, inner, BLOCK_BYTES + name.length + 1, bytes.length);
        try {
            sha256.update(inner, 0, length);
            sha256.digest(outer, BLOCK_BYTES, DIGEST_BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException("SHA-256 gave other than 32 bytes.", e);
        }
        return sha256.digest(outer);
    }
}
