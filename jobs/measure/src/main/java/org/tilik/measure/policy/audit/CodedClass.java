// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What coders may say an item is. */
public enum CodedClass {
    /** Attacks a protected group, or praises or calls for violence. */
    HATEFUL,
    /** Insulting, but not hateful: neither what removal is meant for nor what must be protected from it. */
    OFFENSIVE,
    /** Speaks against hate, or reports on hate or terror. */
    COUNTER,
    /** Speaks in support of a violent organisation. */
    EXTREMIST_SUPPORT,
    /** Nothing of these. */
    NONE;

    /** The label in files and tables. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The class of this label. */
    public static Optional<CodedClass> byId(String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }

    /** Whether removal is meant for it: hateful, or support of a violent organisation. */
    public boolean isViolating() {
        return this == HATEFUL || this == EXTREMIST_SUPPORT;
    }

    /** Whether its removal is over-removal: reporting, counter-speech, and what is nothing of all this. */
    public boolean isProtected() {
        return this == COUNTER || this == NONE;
    }
}
