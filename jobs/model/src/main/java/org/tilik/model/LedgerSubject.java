// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;

/**
 * What an entry of a ledger is about, by its keywords. Keywords are left out more often than not, so {@link #NOT_STATED} holds
 * more of the same.
 */
public enum LedgerSubject {
    TERRORISM,
    HATE,
    NOT_STATED;

    private static final Set<String> OF_TERRORISM =
            Set.of("KEYWORD_TERRORIST_CONTENT", "KEYWORD_ILLEGAL_ORGANIZATIONS");
    private static final Set<String> OF_HATE = Set.of("KEYWORD_HATE_SPEECH", "KEYWORD_INCITEMENT_VIOLENCE_HATRED");

    /** The subject of an entry of this ledger with these keywords; terrorism comes before hate. */
    public static LedgerSubject of(Ledger ledger, Collection<String> keywords) {
        // Orders under the regulation are about nothing else.
        if (ledger == Ledger.TCO || keywords.stream().anyMatch(OF_TERRORISM::contains)) {
            return TERRORISM;
        }
        return keywords.stream().anyMatch(OF_HATE::contains) ? HATE : NOT_STATED;
    }

    /** The name used in tables. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
