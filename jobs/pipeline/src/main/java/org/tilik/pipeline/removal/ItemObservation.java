// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.time.Instant;

/**
 * One observation of an item's visibility, or a referral of it: the columns of the observations table that episodes
 * need. Flink needs it mutable, with public fields.
 */
public final class ItemObservation {
    public String itemKey;
    /** REMOVAL, REAPPEARANCE, RECHECK or REFERRAL. */
    public String kind;

    public Instant timeLo;
    public Instant timeHi;
    /** For re-checks ALIVE, GONE, BLOCKED or ERROR. */
    public String outcome;

    public boolean explicit;
    public String actor;
    public String reach;
    public String reason;
    /** Referral channel. */
    public String channel;
}
