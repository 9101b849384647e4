// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SHA-1 of a dump that its publisher put beside it, as {@code sha1sum} writes it: {@code <40 hex digits>  <name>}. It tells
 * a file that was cut or changed on its way, not one that somebody forged.
 *
 * @param sha1 the hash in small hex digits
 * @param name the file it is about
 */
public record ChecksumFile(String sha1, String name) {
    /** What is added to the name of a dump. */
    public static final String ENDING = ".sha1";

    /** Longer ones are not read. */
    public static final int MOST_BYTES = 4096;

    private static final Pattern LINE = Pattern.compile("\\s*([0-9a-fA-F]{40})(?:\\s+\\*?(\\S[^\\r\\n]*))?\\s*");

    /** The checksum in a file that begins like this, or empty where it is none. */
    public static Optional<ChecksumFile> of(byte[] content) {
        if (content.length > MOST_BYTES) {
            return Optional.empty();
        }
        Matcher line = LINE.matcher(new String(content, StandardCharsets.UTF_8));
        return line.matches()
                ? Optional.of(new ChecksumFile(
                        line.group(1).toLowerCase(Locale.ROOT),
                        line.group(2) == null ? "" : line.group(2).strip()))
                : Optional.empty();
    }

    /** What is wrong with a dump of this name and content, or empty where it has this checksum. */
    public Optional<String> complaint(InputStream dump, String dumpName) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java lacks SHA-1, which every JDK must have.", e);
        }
        try (DigestInputStream in = new DigestInputStream(dump, digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        String found = HexFormat.of().formatHex(digest.digest());
        return found.equals(sha1)
                ? Optional.empty()
                : Optional.of("The SHA-1 of " + dumpName + " is " + found + ", but " + dumpName + ENDING + " says "
                        + sha1 + ". The file was cut or changed on its way; fetch it again.");
    }
}
