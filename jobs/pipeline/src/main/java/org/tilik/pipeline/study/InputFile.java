// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

import java.io.Serializable;
import java.time.Instant;
import org.tilik.formats.DumpFormat;
import org.tilik.model.Platform;

/**
 * One file that a study reads, found and recognised.
 *
 * @param uri where it lies, for Flink's file systems
 * @param name its path relative to the study, with forward slashes; how tables and messages name it
 * @param bytes its size as stored
 * @param format declared or sniffed; null when it could not be recognised, then its records are rejects
 * @param platform for formats that serve several platforms, else null
 * @param capturedAt when a dump without capture times was taken, else null
 * @param samplingShare share of the platform's posts that the source delivered; 1 for all
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
        double samplingShare,
        String digest)
        implements Serializable {}
