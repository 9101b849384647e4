// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

import java.time.Instant;
import org.apache.flink.core.fs.Path;
import org.tilik.formats.DumpFormat;
import org.tilik.model.Platform;

/**
 * A file that a study means, not opened yet.
 *
 * @param name its path relative to the study, with forward slashes
 * @param path where it lies
 * @param bytes its size as stored
 * @param changedAtMillis when it was last changed, in milliseconds since 1970
 * @param entry number of the entry under {@code inputs} that means it, the first where several do
 * @param format declared by the study, else null
 * @param platform declared by the study, else null
 * @param capturedAt declared by the study, else null
 * @param isComplete declared by the study, see {@link Study.Input#isComplete()}
 */
public record FoundFile(
        String name,
        Path path,
        long bytes,
        long changedAtMillis,
        int entry,
        DumpFormat format,
        Platform platform,
        Instant capturedAt,
        boolean isComplete) {}
