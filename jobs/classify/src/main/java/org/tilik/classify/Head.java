// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the classifier gives a probability of. */
public enum Head {
    /** Attacks a protected group, or praises or calls for violence or a violent group. */
    HATEFUL,
    /** Insulting, profane or abusive in the wide sense. */
    OFFENSIVE,
    /** Speaks against hate, or reports on hate or terror. */
    COUNTER,
    /** Speaks in support of a violent organisation; experimental, because no licensed labelled text exists for it. */
    EXTREMIST_SUPPORT;

    /** Lower-case name, as studies and tables write it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The head of this lower-case name. */
    public static Optional<Head> byId(String id) {
        return Arrays.stream(values()).filter(head -> head.id().equals(id)).findFirst();
    }
}
