// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.time.Instant;
import java.util.Map;
import org.tilik.formats.DumpFormat;
import org.tilik.model.Platform;
import org.tilik.pipeline.study.InputFile;

/**
 * Which file some captures come from.
 *
 * @param digest names it, and what its decoding depended on
 * @param uri where it lay
 * @param name its path relative to the study
 * @param bytes its size as stored
 * @param format its format, or null where its members decided
 * @param platform what the study says of it, as the next two: the platform of a format that serves several, else null
 * @param capturedAt when it was taken, ISO-8601, else null
 * @param complete whether it holds all numbers of a range
 */
public record CapturedFile(
        String digest,
        String uri,
        String name,
        long bytes,
        DumpFormat format,
        Platform platform,
        String capturedAt,
        boolean complete) {
    static CapturedFile of(InputFile input) {
        return new CapturedFile(
                input.digest(),
                input.uri(),
                input.name(),
                input.bytes(),
                input.format(),
                input.platform(),
                input.capturedAt() == null ? null : input.capturedAt().toString(),
                input.isComplete());
    }

    /** A later state of the same file or topic. */
    CapturedFile state(String version, long bytesByThen) {
        return new CapturedFile(version, uri, name, bytesByThen, format, platform, capturedAt, complete);
    }

    /** The input, as the study that was decoded names it; how much of a platform was sampled only its decoding needs. */
    public InputFile input() {
        Instant taken = capturedAt == null ? null : Instant.parse(capturedAt);
        return new InputFile(uri, name, bytes, format, platform, taken, complete, Map.of(), digest);
    }
}
