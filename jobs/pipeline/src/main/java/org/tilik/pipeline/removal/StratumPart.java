// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

/** What one task saw of one stratum, or a part of it. Flink needs it mutable, with public fields. */
public final class StratumPart {
    /** {@link org.tilik.pipeline.strata.Stratum#label()}. */
    public String stratum;
    /** Items one by one, or counts of them, as {@link StratumItems} writes them. */
    public byte[] body;
}
