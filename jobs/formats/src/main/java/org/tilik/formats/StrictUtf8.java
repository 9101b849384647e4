// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads bytes as UTF-8 without replacing what is not. */
public final class StrictUtf8 {
    private StrictUtf8() {}

    /** The text of these bytes, or empty when they are not UTF-8. */
    public static Optional<String> decode(byte[] bytes, int start, int length) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, start, length))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Whether these bytes are UTF-8. */
    public static boolean isValid(byte[] bytes, int start, int length) {
        return decode(bytes, start, length).isPresent();
    }
}
