// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import java.util.List;

/**
 * What one dump file, or the range of it that was read, was and gave, for run.json.
 *
 * @param packing what it was packed in
 * @param rawBytes size of the file or range
 * @param sha256 hash of the whole file as it lies on disk, in hex, also where its content could not all be read; null for
 *     ranges that do not begin with the file
 * @param contentBytes unpacked bytes of the texts that were read
 * @param records records delivered, without header rows
 * @param problems what could not be delivered, each counted as one record
 * @param minutes for push streams: the minutes whose files were read to their end
 */
public record ReadSummary(
        Packing packing,
        long rawBytes,
        String sha256,
        long contentBytes,
        long records,
        long problems,
        List<MinuteRange> minutes) {}
