// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model;

import java.util.Locale;

/** The public ledgers of moderation that can be read; none of them says what was not acted on. */
public enum Ledger {
    /** Statements of reasons of the European Union's Digital Services Act. */
    DSA("posted"),
    /** Notices that the Lumen database publishes. */
    LUMEN("noticed"),
    /** Removal orders under Regulation (EU) 2021/784 on terrorist content online. */
    TCO("ordered");

    private final String clock;

    Ledger(String clock) {
        this.clock = clock;
    }

    /** The name used in tables. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The ledger of this name, which must be one. */
    public static Ledger of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    /** What its delays are counted from; no two ledgers count from the same. */
    public String clock() {
        return clock;
    }
}
