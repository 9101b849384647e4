// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model;

/** What a dump record reports: that an item exists, that its text or counts changed, or what became of it. */
public enum EventKind {
    POST,
    SHARE,
    QUOTE,
    REPLY,
    EDIT,
    COUNTS,
    REMOVAL,
    REAPPEARANCE,
    RECHECK,
    REFERRAL,
    GAP;

    /** Whether the event says that an item was created; all other kinds are observations of an item. */
    public boolean isExistence() {
        return switch (this) {
            case POST, SHARE, QUOTE, REPLY -> true;
            case EDIT, COUNTS, REMOVAL, REAPPEARANCE, RECHECK, REFERRAL, GAP -> false;
        };
    }
}
