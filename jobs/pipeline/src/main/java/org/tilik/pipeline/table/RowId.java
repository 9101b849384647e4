// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** Names a published number for citation: the same in every run of the study, also after its inputs changed. */
public final class RowId {
    private static final int BYTES = 8;

    private RowId() {}

    /** 16 hex digits of what tells the number from all others of the study; null stands for what does not apply. */
    public static String of(Object... identity) {
        String text = Arrays.stream(identity)
                .map(part -> part == null ? "" : part.toString())
                .collect(Collectors.joining("\u001f"));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java lacks SHA-256, which every JDK must have.", e);
        }
    }
}
