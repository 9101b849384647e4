// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.family;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How a family is named where it is published: its own id is the pseudonym of its earliest item, and no item may be named
 * there. Those who have both kinds of tables can make the one from the other; nobody can go back.
 */
public final class FamilyId {
    private static final int BYTES = 16;

    private FamilyId() {}

    /** 32 hex digits that derive from the id of the family. */
    public static String published(String familyId) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("family\u001f" + familyId).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java lacks SHA-256, which every JDK must have.", e);
        }
    }
}
