// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

/**
 * What truly became of an item, in milliseconds since 1970 UTC: visible before {@code goneAt} and again from
 * {@code restoredAt} on.
 *
 * @param goneAt first millisecond at which it was gone, or {@link #NEVER}
 * @param cause why, null when it never went
 * @param restoredAt first millisecond at which it was visible again, or {@link #NEVER}
 */
record Fate(long goneAt, Cause cause, long restoredAt) {
    static final long NEVER = Long.MAX_VALUE;
    static final Fate STAYS = new Fate(NEVER, null, NEVER);

    boolean visibleAt(long ms) {
        return ms < goneAt || ms >= restoredAt;
    }

    boolean goes() {
        return goneAt != NEVER;
    }
}
