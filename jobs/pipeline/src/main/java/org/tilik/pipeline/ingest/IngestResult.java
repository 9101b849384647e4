// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.util.Map;

/**
 * What ingest read and what became of it.
 *
 * @param inputs every input by name, decoded now or by an earlier run
 * @param decodedNow how many inputs were decoded by this run; the others had not changed
 * @param merged what became of the decoded records
 */
public record IngestResult(Map<String, DecodedInput> inputs, int decodedNow, MergeTally merged) {
    /** The tallies of all inputs together. */
    public CaptureTally decoded() {
        return inputs.values().stream().map(DecodedInput::tally).reduce(CaptureTally.empty(), CaptureTally::plus);
    }
}
