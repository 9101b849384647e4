// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.twitter;

import java.util.List;
import java.util.Set;
import org.tilik.model.Reach;

/**
 * Where something is withheld and why. Twitter does so on demand of the law, and writes two codes that are no countries:
 * {@code XX} for all countries and {@code XY} for a request about copyright, which holds everywhere.
 *
 * @param everywhere whether nobody can see it
 * @param countries where it cannot be seen otherwise
 * @param reason {@code copyright}, or {@code withheld} where no more is said; null where it is not withheld
 */
record Withheld(boolean everywhere, List<String> countries, String reason) {
    /** Not withheld. */
    static final Withheld NOWHERE = new Withheld(false, List.of(), null);

    private static final String EVERYWHERE = "XX";
    private static final String COPYRIGHT_REQUEST = "XY";
    private static final String COPYRIGHT = "copyright";
    private static final String BY_LAW = "withheld";

    /** What a status says about itself and its account. */
    static Withheld of(TwitterStatus status) {
        return status.withheldIn.isEmpty() && !status.withheldForCopyright
                ? NOWHERE
                : of(status.withheldIn, status.withheldForCopyright);
    }

    /** What these codes say. */
    static Withheld of(Set<String> codes, boolean forCopyright) {
        boolean request = codes.contains(COPYRIGHT_REQUEST);
        boolean everywhere = request || codes.contains(EVERYWHERE);
        return new Withheld(
                everywhere, everywhere ? List.of() : List.copyOf(codes), request || forCopyright ? COPYRIGHT : BY_LAW);
    }

    /** How far it is out of view, where this is the reach of being so for everybody. */
    Reach reach(Reach whole) {
        return everywhere ? whole : Reach.GEO_WITHHELD;
    }
}
