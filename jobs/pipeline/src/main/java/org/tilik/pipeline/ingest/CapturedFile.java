// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.util.Map;
import org.tilik.formats.DumpFormat;
import org.tilik.pipeline.study.InputFile;

/**
 * Which file some captures come from.
 *
 * @param digest names it, and what its decoding depended on
 * @param uri where it lay
 * @param name its path relative to the study
 * @param bytes its size as stored
 * @param format its format, or null where its members decided
 */
public record CapturedFile(String digest, String uri, String name, long bytes, DumpFormat format) {
    static CapturedFile of(InputFile input) {
        return new CapturedFile(input.digest(), input.uri(), input.name(), input.bytes(), input.format());
    }

    /** The input as far as its captures are concerned: settings that only its decoding needs are left out. */
    public InputFile input() {
        return new InputFile(uri, name, bytes, format, null, null, false, Map.of(), digest);
    }
}
