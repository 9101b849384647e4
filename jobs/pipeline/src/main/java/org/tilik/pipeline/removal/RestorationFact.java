// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.time.Instant;

/** What became of an item that was removed, on its way to its strata. Flink needs it mutable, with public fields. */
public final class RestorationFact {
    /** Labels of the strata that count it. */
    public String[] strata;
    /** Null where unknown. */
    public String accountKey;
    /** Null where the item has no family. */
    public String familyId;
    /** Between which times it was removed. */
    public Instant removedLo;

    public Instant removedHi;
    /** When it was last looked for in vain. */
    public Instant lastMissed;
    /** When it was seen again; null for never. */
    public Instant seenAgain;
}
