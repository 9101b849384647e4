// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.util.Locale;

/** What an item truly is; planted by the generator and never written into a dump. */
public enum Label {
    /** Speaks in favour of a fictional group. */
    SUPPORTIVE,
    /** Reports about it. */
    REPORTING,
    /** Argues against it. */
    COUNTER_SPEECH,
    /** Has nothing to do with it. */
    NEUTRAL;

    /** Lower-case name used in the truth tables. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
