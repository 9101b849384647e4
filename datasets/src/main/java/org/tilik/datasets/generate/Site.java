// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.util.Locale;

/** A platform of the simulated world. */
public enum Site {
    REDDIT,
    TWITTER;

    /** The platform's fixed name in studies and tables. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
