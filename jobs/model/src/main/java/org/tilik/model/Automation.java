// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model;

import java.util.Locale;

/** How much of a decision a machine made, as a ledger says it. */
public enum Automation {
    FULLY,
    PARTIALLY,
    NOT,
    UNKNOWN;

    /** The name used in tables. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
