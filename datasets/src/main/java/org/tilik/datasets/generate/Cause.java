// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.util.Locale;

/** Why an item truly disappeared. */
public enum Cause {
    COMMUNITY_MOD("community_mod"),
    PLATFORM("platform"),
    AUTHOR("author"),
    /** A copyright notice: a legal order with its own reason. */
    COPYRIGHT("legal_order"),
    /** The platform suspended the account, and everything it had posted went with it. */
    SUSPENSION("platform");

    private final String actor;

    Cause(String actor) {
        this.actor = actor;
    }

    /** The actor by whose act the item went. */
    public String actor() {
        return actor;
    }

    /** Lower-case name used in the truth tables. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the item was removed, and not deleted by its author. */
    public boolean removes() {
        return this != AUTHOR;
    }
}
