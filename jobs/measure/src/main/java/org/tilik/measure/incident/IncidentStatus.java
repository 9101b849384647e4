// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.incident;

import java.util.Locale;

/** Whether an incident is over. */
public enum IncidentStatus {
    /** The last hour of alarm is less than the rule's quiet hours ago. */
    OPEN,
    /** The quiet hours have passed without alarm. */
    CLOSED;

    /** The name in tables. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
