// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.families;

import java.util.List;
import org.tilik.measure.removal.RemovalDataBuilder;

/**
 * Hours from the first copy of a content until the last one was gone, for whatever cause, as data for
 * {@link org.tilik.measure.removal.RemovalEstimator}; shares count as copies.
 *
 * <pre>T_i in (L_i, R_i]   gives   the last of them in (max L_i, max R_i]; any copy not seen gone right-censors at max L_i</pre>
 *
 * <p>A family comes under observation when the first of its copies does; from the start, where some copy is under
 * observation from its posting on, because the family is then known whenever that copy goes. Copies posted after the end of sighting are not
 * known, so that a content that was gone then may yet have come back. Not defined where the source delivered a sample.
 *
 * @param entryHours when the family came under observation; +∞ where that is unknown
 * @param gone when the last copy was gone, in hours since the first
 */
public record LastCopy(double entryHours, HourBracket gone) {

    /** Until the last copy of a family was gone. */
    public static LastCopy of(Family family) {
        return of(family, family.firstPosted());
    }

    /**
     * For a family with copies on two platforms or more: until it was gone from each of them, in hours since the first copy
     * anywhere; empty for any other. The share "gone" by t is the share of platforms cleared at t.
     */
    public static List<LastCopy> cleared(Family family) {
        if (family.platforms().size() < 2) {
            return List.of();
        }
        return family.platforms().stream()
                .flatMap(platform -> family.on(platform).stream())
                .map(there -> of(there, family.firstPosted()))
                .toList();
    }

    private static LastCopy of(Family family, double origin) {
        boolean fromStart = family.copies().stream().anyMatch(copy -> copy.watchedFrom() <= copy.postedAt());
        double watchedFrom =
                family.copies().stream().mapToDouble(Copy::watchedFrom).min().orElse(Double.POSITIVE_INFINITY);
        return new LastCopy(
                fromStart ? 0 : watchedFrom - origin, family.lastGone().since(origin));
    }

    /** Adds it as one of the rows of the family of this number; −1 where it is the only one. */
    public void addTo(RemovalDataBuilder rows, int family) {
        // What nobody would have missed is at risk at no time.
        double exit = gone.happened() ? gone.by() : gone.after();
        rows.add(Math.min(entryHours, exit), gone.after(), gone.by(), 0, 1, family);
    }
}
