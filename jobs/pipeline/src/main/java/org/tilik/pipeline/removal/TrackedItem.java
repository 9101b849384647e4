// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.time.Instant;

/** What is known of one tracked item besides its observations. Flink needs it mutable, with public fields. */
public final class TrackedItem {
    public String platform;
    public String month;
    public String itemKey;
    /** Null where the account is unknown or deleted. */
    public String accountKey;
    /** POST, REPLY, QUOTE or SHARE. */
    public String kind;
    /** Primary language subtag, or {@code und}. */
    public String language;
    /** {@code all} or {@code known}. */
    public String trackedBy;
    /** Null when unknown. */
    public Instant postedAt;
    /** First capture; null when no input states it. */
    public Instant enteredAt;
    /** Whether the first capture found only a stub, so that it is no sighting of the item alive. */
    public boolean seenAsStub;
    /** Whether a push stream that delivered the item would also have sent notice of its disappearance. */
    public boolean notified;
    /** Whether the item would be here had it gone before its first capture, so that it is under observation from 0. */
    public boolean followedFromStart;
    /** When a list that selected the item named it: the item is under observation no earlier; null for no such limit. */
    public Instant listedAt;
    /** Whether there is such a limit, but nobody wrote down the time. */
    public boolean listedAtUnknown;
}
