// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model;

import java.util.Locale;

/** Why a sound record is left out on purpose; the names in lower case are those of run.json. */
public enum IgnoreReason {
    NOT_AN_ITEM,
    OUTSIDE_WINDOW,
    SUPPRESSED,
    NON_DUMP_MEMBER;

    /** The name used in run.json. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
