// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.family;

import org.tilik.pipeline.removal.UnitHash;
import org.tilik.pipeline.spread.SpreadItem;

/** What a family did on one platform, from its copies with a time of posting there. */
final class PlatformStory {
    private final GoneTime gone = new GoneTime();
    private final Numbers accounts = new Numbers();
    private long copies;
    private long first = Long.MAX_VALUE;

    void add(SpreadItem copy) {
        copies++;
        first = Math.min(first, copy.postedAt);
        gone.add(copy);
        if (copy.accountKey != null) {
            accounts.add(UnitHash.of(copy.accountKey));
        }
    }

    long copies() {
        return copies;
    }

    /** When the first copy was posted, microseconds since 1970. */
    long first() {
        return first;
    }

    /** When the last copy was gone. */
    GoneTime gone() {
        return gone;
    }

    int accounts() {
        return accounts.distinct();
    }
}
