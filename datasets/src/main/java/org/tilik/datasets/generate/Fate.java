// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

/**
 * What truly became of an item, in seconds since 1970 UTC: visible before {@code goneAt} and again from
 * {@code restoredAt} on.
 *
 * @param goneAt first second at which it was gone, or {@link #NEVER}
 * @param cause why, null when it never went
 * @param restoredAt first second at which it was visible again, or {@link #NEVER}
 */
record Fate(long goneAt, Cause cause, long restoredAt) {
    static final long NEVER = Long.MAX_VALUE;
    static final Fate STAYS = new Fate(NEVER, null, NEVER);

    boolean visibleAt(long second) {
        return second < goneAt || second >= restoredAt;
    }

    boolean goes() {
        return goneAt != NEVER;
    }
}
