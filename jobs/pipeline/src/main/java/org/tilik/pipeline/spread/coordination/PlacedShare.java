// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.coordination;

import java.util.HexFormat;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.tilik.measure.spread.coordination.Share;

/**
 * One copy of a content on its way through the search. Flink needs it mutable, with public fields.
 *
 * <p>Each stratum is a search of its own, so that its label is part of the names of contents and accounts.
 */
public final class PlacedShare {
    /** How shares travel between operators. */
    static final TypeInformation<PlacedShare> TYPE = Types.POJO(PlacedShare.class);

    private static final char STRATUM = '\u0002';
    private static final char NEXT = '\u0001';

    /** The content, in its stratum. */
    public String object;

    public String item;
    /** The account, in its stratum. */
    public String account;
    /** Time of posting in microseconds since 1970. */
    public long micros;
    /** Number of the narrowest window that the step before found. */
    public int window;

    static PlacedShare of(Share share, int window) {
        PlacedShare placed = new PlacedShare();
        placed.object = share.object();
        placed.item = share.item();
        placed.account = share.account();
        placed.micros = share.micros();
        placed.window = window;
        return placed;
    }

    /** A name in a stratum; the stratum comes last, because sorting looks at the first characters first. */
    static String in(String stratum, String name) {
        return name + STRATUM + stratum;
    }

    /** The stratum of a name. */
    static String stratum(String named) {
        return named.substring(named.lastIndexOf(STRATUM) + 1);
    }

    /** The name without its stratum. */
    static String name(String named) {
        return named.substring(0, named.lastIndexOf(STRATUM));
    }

    Share share() {
        return new Share(object, item, account, micros);
    }

    String byObject() {
        return object + NEXT + HexFormat.of().toHexDigits(micros ^ Long.MIN_VALUE) + NEXT + item;
    }

    String byAccount() {
        return account + NEXT + HexFormat.of().toHexDigits((short) window) + NEXT + item;
    }
}
