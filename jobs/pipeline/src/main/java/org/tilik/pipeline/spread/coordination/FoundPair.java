// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.coordination;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.tilik.measure.spread.coordination.SharePair;

/** Two shares of one content within a window; the accounts in order by name. Flink needs it mutable, with public fields. */
public final class FoundPair {
    /** How pairs travel between operators. */
    static final TypeInformation<FoundPair> TYPE = Types.POJO(FoundPair.class);

    private static final char NEXT = '\u0001';

    /** One account, in its stratum. */
    public String account;
    /** The other, in the same stratum. */
    public String otherAccount;

    public String earlierItem;
    public String laterItem;
    /** Whether the earlier item is of the first account. */
    public boolean firstIsEarlier;

    public long gapMicros;
    /** Number of the narrowest window that has this pair. */
    public int narrowest;

    static FoundPair of(SharePair pair) {
        FoundPair found = new FoundPair();
        String earlier = pair.earlier().account();
        String later = pair.later().account();
        found.firstIsEarlier = earlier.compareTo(later) <= 0;
        found.account = found.firstIsEarlier ? earlier : later;
        found.otherAccount = found.firstIsEarlier ? later : earlier;
        found.earlierItem = pair.earlier().item();
        found.laterItem = pair.later().item();
        found.gapMicros = pair.gapMicros();
        found.narrowest = pair.narrowest();
        return found;
    }

    String accounts() {
        return account + NEXT + otherAccount;
    }
}
