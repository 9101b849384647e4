// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import org.tilik.pipeline.table.TableFile;

/**
 * One decoded part of one input: the file that holds its events and what became of its records.
 *
 * @param digest names the input
 * @param part number of the part, from 0
 * @param last whether it is the input's last part
 * @param file the file written
 * @param tally what became of the part's records
 * @param sha256 checksum of the whole input, on its last part only, else null
 * @param rawBytes bytes of the whole input as stored, on its last part only
 * @param container how the input is packed, on its last part only, else null
 */
public record CapturePart(
        String digest,
        long part,
        boolean last,
        TableFile file,
        CaptureTally tally,
        String sha256,
        long rawBytes,
        String container) {}
