// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over a list of texts or over bytes, in hex. */
public final class Fingerprint {
    private static final int SHORT_DIGITS = 16;

    private final MessageDigest sha256 = sha256();

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java lacks SHA-256, which every JDK must have.", e);
        }
    }

    /** All 64 digits of the hash of these bytes. */
    static String of(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /** Adds a text, its length first, so that texts cannot flow into each other; null and empty differ. */
    public Fingerprint add(Object value) {
        byte[] bytes = String.valueOf(value).getBytes(StandardCharsets.UTF_8);
        String length = (value == null ? "null" : Integer.toString(bytes.length)) + ":";
        sha256.update(length.getBytes(StandardCharsets.UTF_8));
        sha256.update(bytes);
        return this;
    }

    /** The first 16 hex digits. */
    public String shortHex() {
        return HexFormat.of().formatHex(sha256.digest()).substring(0, SHORT_DIGITS);
    }
}
