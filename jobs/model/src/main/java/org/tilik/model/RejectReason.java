// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model;

import java.util.Locale;

/** Why a record could not be used; the names in lower case are those of the rejects table. */
public enum RejectReason {
    MALFORMED_JSON,
    MALFORMED_CSV,
    NOT_AN_OBJECT,
    MISSING_ID,
    BAD_TIMESTAMP,
    IMPOSSIBLE_TIME,
    REMOVAL_BEFORE_CREATION,
    OVERSIZE_RECORD,
    TRUNCATED_ARCHIVE,
    CORRUPT_ARCHIVE,
    UNSAFE_ARCHIVE,
    ENCODING,
    UNSUPPORTED_RECORD;

    /** The name used in tables and in run.json. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
