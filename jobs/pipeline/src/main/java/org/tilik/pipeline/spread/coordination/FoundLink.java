// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.coordination;

import java.util.HexFormat;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.tilik.measure.spread.coordination.AccountLink;

/**
 * A link of two accounts in one window of one stratum, or ({@link #isHead}) how many links of a weight one task made
 * there. Flink needs it mutable, with public fields.
 */
public final class FoundLink {
    /** How links travel between operators. */
    static final TypeInformation<FoundLink> TYPE = Types.POJO(FoundLink.class);

    private static final char NEXT = '\u0001';
    private static final String HEAD = "";

    public String stratum;
    public int window;
    /** Empty in a head. */
    public String account;

    public String otherAccount;
    public long weight;
    public long gapMicros;
    public long items;
    public long otherItems;
    /** In a head, how many links have the weight. */
    public long links;

    static FoundLink of(AccountLink link, String stratum, int window) {
        FoundLink found = new FoundLink();
        found.stratum = stratum;
        found.window = window;
        found.account = PlacedShare.name(link.account());
        found.otherAccount = PlacedShare.name(link.otherAccount());
        found.weight = link.weight();
        found.gapMicros = link.gapMicros();
        found.items = link.items();
        found.otherItems = link.otherItems();
        return found;
    }

    /** So many links of a weight. */
    static FoundLink head(String stratum, int window, long weight, long links) {
        FoundLink head = new FoundLink();
        head.stratum = stratum;
        head.window = window;
        head.account = HEAD;
        head.otherAccount = HEAD;
        head.weight = weight;
        head.links = links;
        return head;
    }

    boolean isHead() {
        return account.equals(HEAD);
    }

    FoundLink copy() {
        FoundLink copy = new FoundLink();
        copy.stratum = stratum;
        copy.window = window;
        copy.account = account;
        copy.otherAccount = otherAccount;
        copy.weight = weight;
        copy.gapMicros = gapMicros;
        copy.items = items;
        copy.otherItems = otherItems;
        copy.links = links;
        return copy;
    }

    /** The network that it is part of. */
    String network() {
        return stratum + NEXT + HexFormat.of().toHexDigits((short) window);
    }

    /** Heads come first, since what they say decides about links. */
    String byNetwork() {
        return network() + NEXT + account + NEXT + otherAccount;
    }
}
