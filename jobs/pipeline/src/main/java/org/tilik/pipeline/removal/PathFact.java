// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

/**
 * When a measured item was visible, gone, visible again and so on, in hours since an exact origin, on its way to its
 * strata. Flink needs it mutable, with public fields.
 */
public final class PathFact {
    /** Labels of the strata that count it. */
    public String[] strata;
    /** Null where unknown. */
    public String accountKey;
    /** Null where the item has no family. */
    public String familyId;
    /** {@link UnitHash} of its family, or of itself where it has none. */
    public long unit;
    /** When it came under observation; −∞ = from the start. */
    public double entry;
    /** After which time it went, came back and so on, by turns; and at or before which. */
    public double[] lows;

    public double[] highs;
    /** When it was last looked for. */
    public double end;
    /** False where a single last absence is the only sign of the last change. */
    public boolean confirmed;
    /** Countries in which it was withheld, the empty name for anywhere first; with each when that first happened. */
    public String[] countries;

    public double[] withheldLows;
    public double[] withheldHighs;
}
