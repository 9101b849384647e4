// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

/** One measured item that people coded; times in hours. Flink needs it mutable, with public fields. */
public final class AuditFact {
    /** Number of the item in the audit. */
    public int number;
    /** Labels of the strata that count it. */
    public String[] strata;

    public double entry;
    public double lower;
    /** Infinity when it was not seen gone. */
    public double upper;
    /** Null when it was not seen gone. */
    public String cause;

    public boolean confirmed;
    /** Null where unknown. */
    public String accountKey;
}
