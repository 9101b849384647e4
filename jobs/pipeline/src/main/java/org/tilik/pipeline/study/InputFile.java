// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import org.tilik.formats.DecoderSettings;
import org.tilik.formats.DumpFormat;
import org.tilik.model.Platform;

/**
 * One file that a study reads, found and recognised; or one topic, as far as it has been read.
 *
 * @param uri where it lies, for Flink's file systems; of a topic, its address
 * @param name its path relative to the study, with forward slashes; how tables and messages name it; of a topic, its address
 * @param bytes its size as stored; of a topic, that of the messages read so far
 * @param format declared or sniffed; null for an archive whose members have formats of their own, and when it could not
 *     be recognised, then it is rejected
 * @param platform for formats that serve several platforms, else null
 * @param capturedAt when a dump without capture times was taken, else null
 * @param isComplete whether the study declares that it holds all numbers of a range, see {@link Study.Input#isComplete()}
 * @param sampling per platform, the share of posts that the source delivered; absent means 1
 * @param digest 16 hex digits naming what decoding it depends on: name, size, time of change, format, settings, key and
 *     decoder version; decoded events are kept under it and reused while it stays the same
 */
public record InputFile(
        String uri,
        String name,
        long bytes,
        DumpFormat format,
        Platform platform,
        Instant capturedAt,
        boolean isComplete,
        Map<Platform, Double> sampling,
        String digest)
        implements Serializable {
    /** What a decoder of records of this format must know of this file, beside the header of their text. */
    public DecoderSettings settings(DumpFormat recordFormat, byte[] header) {
        Platform about = recordFormat.platform().orElse(platform);
        double share = about == null ? 1 : sampling.getOrDefault(about, 1.0);
        return new DecoderSettings(platform, capturedAt, header, share);
    }
}
