// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.incident;

import java.util.Locale;

/** What makes an hour one of alarm. */
public enum Trigger {
    /** Many more copies than the days before let expect. */
    BURST,
    /** First copies on several platforms within a short time. */
    EMERGENCE;

    /** The name in tables. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
