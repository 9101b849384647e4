// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.util.Locale;

/** Bad records that the generator can plant; the lower-case names are the reject reasons they must come out with. */
public enum PlantedFault {
    /** A dump line that breaks off in the middle. */
    MALFORMED_JSON,
    /** A dump line that is sound JSON but a list. */
    NOT_AN_OBJECT,
    /** A record with neither {@code id} nor {@code name}. */
    MISSING_ID,
    /** A record whose {@code created_utc} is words. */
    BAD_TIMESTAMP,
    /** A record posted in the year 2100, long after it was retrieved. */
    IMPOSSIBLE_TIME,
    /** A record whose text is not valid UTF-8. */
    ENCODING,
    /** A row of rechecks.csv with two cells. */
    MALFORMED_CSV;

    /** The reject reason, as in the rejects table. */
    public String reason() {
        return name().toLowerCase(Locale.ROOT);
    }
}
