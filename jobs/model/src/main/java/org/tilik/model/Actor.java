// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model;

/** Who made an item disappear; an author's own deletion is a competing cause, never a removal. */
public enum Actor {
    PLATFORM,
    COMMUNITY_MOD,
    AUTHOR,
    REFERRAL,
    LEGAL_ORDER,
    UNKNOWN;

    /** Whether an item gone by this actor counts as removed; UNKNOWN is neither and is published as bounds. */
    public boolean removes() {
        return switch (this) {
            case PLATFORM, COMMUNITY_MOD, REFERRAL, LEGAL_ORDER -> true;
            case AUTHOR, UNKNOWN -> false;
        };
    }
}
