// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

/** One measured item as a member of one stratum; times in hours. Flink needs it mutable, with public fields. */
public final class StratumItem {
    /** {@link Stratum#label()}. */
    public String stratum;

    public double entry;
    public double lower;
    /** Infinity when it was not seen gone. */
    public double upper;
    /** Null when it was not seen gone. */
    public String cause;

    public boolean confirmed;
    public String itemKey;
    /** Null where unknown. */
    public String accountKey;
    /** Null where the item has no family. */
    public String familyId;
}
