// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.util.Locale;

/** Why an item is measured. */
public enum TrackedBy {
    /** The study tracks every item. */
    ALL,
    /** A known-item list names it. */
    KNOWN,
    /** A score of its text reaches the study's threshold. */
    LABEL,
    /** Another member of its family is tracked, and nothing of the above holds for itself. */
    FAMILY;

    /** The name used in tables. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
