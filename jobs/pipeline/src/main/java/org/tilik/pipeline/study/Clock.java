// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

import java.util.Locale;

/** The origin from which durations are measured; durations of different clocks never share a column. */
public enum Clock {
    POSTED,
    FIRST_SEEN,
    REPORTED,
    REFERRED,
    ORDERED;

    /** The name used in studies and tables. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
