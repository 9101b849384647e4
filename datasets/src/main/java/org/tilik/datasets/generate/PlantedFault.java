// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.util.Locale;

/** Bad records that the generator can plant; the lower-case names are the reject reasons they must come out with. */
public enum PlantedFault {
    /** A dump line that breaks off in the middle. */
    MALFORMED_JSON,
    /** A dump line that is sound JSON but a list. */
    NOT_AN_OBJECT,
    /** A record without any id. */
    MISSING_ID,
    /** A record whose time of posting is words. */
    BAD_TIMESTAMP,
    /** A record posted long after it was retrieved. */
    IMPOSSIBLE_TIME,
    /** A record whose text is not valid UTF-8. */
    ENCODING,
    /** Twitter's notice that something was deleted before it was posted. */
    REMOVAL_BEFORE_CREATION,
    /** A row of rechecks.csv with two cells. */
    MALFORMED_CSV;

    /** Whether dumps of this platform can have it. */
    boolean occursIn(Site site) {
        return this != MALFORMED_CSV && (this != REMOVAL_BEFORE_CREATION || site == Site.TWITTER);
    }

    /** The reject reason, as in the rejects table. */
    public String reason() {
        return name().toLowerCase(Locale.ROOT);
    }
}
