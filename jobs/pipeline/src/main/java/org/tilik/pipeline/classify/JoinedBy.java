// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.util.Locale;

/** By what an item is tied to another of its family, the closest tie first. */
public enum JoinedBy {
    /** One shares the other, or both share the same third. */
    SHARE('0'),
    /** Equal MD5 or SHA-256 of media, or PDQ hashes at most 31 bits apart. */
    MEDIA_HASH('1'),
    /** Both lead to an address that is on a known-item list. */
    KNOWN_URL('2'),
    /** The same words after normalisation. */
    TEXT('3'),
    /** Nearly the same words: Jaccard similarity of at least 0.8. */
    NEAR_TEXT('4');

    private final char rank;

    JoinedBy(char rank) {
        this.rank = rank;
    }

    /** Sorts before the ranks of less close ties. */
    char rank() {
        return rank;
    }

    static JoinedBy ofRank(char rank) {
        for (JoinedBy joinedBy : values()) {
            if (joinedBy.rank == rank) {
                return joinedBy;
            }
        }
        throw new IllegalArgumentException("No tie has the rank " + rank + ".");
    }

    /** The name used in tables. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
