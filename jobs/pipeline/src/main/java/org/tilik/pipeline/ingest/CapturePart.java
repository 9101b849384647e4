// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import org.tilik.formats.container.DumpRange;
import org.tilik.formats.container.Packing;
import org.tilik.pipeline.table.TableFile;

/**
 * One decoded part of one input: the file that holds its events and what became of its records. The parts of a topic
 * know nothing of each other and are never the last.
 *
 * @param input which input
 * @param range what of the input its reader read; for a part of a topic, as many bytes as its messages have
 * @param part number of the part in this range, from 0; for a part of a topic, the checkpoint that it ends with
 * @param last whether it is the last part of the range
 * @param file the file written
 * @param ledger the file that holds its entries of ledgers; null for none
 * @param looks the file that holds its looks at places; null for none
 * @param tally what became of the part's records
 * @param sha256 checksum of the whole input, on the last part of its first range only, else null
 * @param packing how the input is packed, on the last part of a range only, else null
 */
public record CapturePart(
        CapturedFile input,
        DumpRange range,
        long part,
        boolean last,
        TableFile file,
        TableFile ledger,
        TableFile looks,
        CaptureTally tally,
        String sha256,
        Packing packing) {}
