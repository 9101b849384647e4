// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

/**
 * What one dump file was and gave, for run.json.
 *
 * @param container what it was packed in
 * @param rawBytes size of the file
 * @param sha256 hash of the whole file as it lies on disk, in hex, also where its content could not all be read
 * @param contentBytes uncompressed bytes read
 * @param records records delivered, without the header row
 * @param problems what could not be delivered, each counted as one record
 */
public record ReadSummary(
        Container container, long rawBytes, String sha256, long contentBytes, long records, long problems) {}
