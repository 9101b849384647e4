// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

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

    private final Mac mac;
    private final String keyId;

    /** A pseudonymiser with this secret key, which must not be empty. */
    public Pseudonymiser(byte[] key) {
        if (key.length == 0) {
            throw new IllegalArgumentException("The pseudonym key is empty; it needs at least one byte, better 32.");
        }
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
            keyId = HexFormat.of().formatHex(Arrays.copyOf(digest, KEY_ID_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java lacks HMAC-SHA256 or SHA-256, which every JDK must have.", e);
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
        mac.update(platform.id().getBytes(StandardCharsets.UTF_8));
        mac.update(SEPARATOR);
        byte[] full = mac.doFinal(id.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(full, 0, PSEUDONYM_BYTES);
    }
}
