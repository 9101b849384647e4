// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model;

import java.util.Locale;

/** What made a platform look, as a ledger says it. */
public enum LedgerSource {
    /** Its own search. */
    VOLUNTARY,
    /** Anybody's notice (Article 16 of the Digital Services Act). */
    NOTICE,
    /** A notice by a trusted flagger. */
    TRUSTED_FLAGGER,
    /** Another notification, which may be that of an authority. */
    OTHER_NOTIFICATION,
    /** A complaint by somebody with a claim of rights, or by a government. */
    COMPLAINT,
    /** An order by an authority or a court. */
    ORDER,
    UNKNOWN;

    /** The name used in tables. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
