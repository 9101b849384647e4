// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.measure;

import org.tilik.pipeline.removal.MeasurePlan;
import org.tilik.pipeline.strata.Stratum;
import org.tilik.pipeline.table.RowId;

/** Each stratum of each population has its own seed, which does not depend on which others there are. */
final class StratumSeed {
    private static final int HEX = 16;

    private StratumSeed() {}

    static long of(MeasurePlan plan, String population, Stratum stratum) {
        return Long.parseUnsignedLong(RowId.of(plan.seed(), "spread " + population, stratum.label()), HEX);
    }
}
