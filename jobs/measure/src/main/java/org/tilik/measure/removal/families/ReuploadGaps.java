// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.families;

import java.util.List;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalDataBuilder;

/**
 * Hours from the removal of a copy to the posting of the next new copy of the same content, as data for
 * {@link org.tilik.measure.removal.RemovalEstimator}: the share "gone" within Δ is the share re-uploaded within Δ.
 *
 * <p>One row for each removed copy, with its family. With the removal T in (L, R], new copies posted at p_1 &lt; p_2 …,
 * and new copies known until C:
 *
 * <pre>
 * T known                          gap = p − T of the first p &gt; T; without one, longer than C − T
 * no new copy in (L, R)            p − R ≤ gap &lt; p − L of the first p ≥ R; without one, longer than C − R
 * new copies in (L, R)             T may lie before or after each: 0 &lt; gap &lt; the longest of p_1 − L, p_2 − p_1, …;
 *                                  without a copy after R nothing is known
 * </pre>
 *
 * <p>Shares are no re-uploads; deletions by authors, and by nobody knows whom, are no removals. A family without a removal
 * gives no row. A removal after C, or of which nothing is known, is counted in {@link RemovalData#noFollowUp()}. The rows
 * of one family are recurrent gaps: the estimate assumes that how soon a content comes back does not depend on how late
 * it was removed (Lin, Sun and Ying, Nonparametric estimation of the gap time distributions for serial events with
 * censored data, 1999, doi:10.1093/biomet/86.1.59).
 */
public final class ReuploadGaps {

    private ReuploadGaps() {}

    /** The gaps of these families, each family with its place in the list as number. */
    public static RemovalData of(List<Family> families) {
        RemovalDataBuilder rows = RemovalData.builder(List.of());
        for (int i = 0; i < families.size(); i++) {
            for (HourBracket gap : of(families.get(i))) {
                add(rows, gap, i);
            }
        }
        return rows.build();
    }

    /** Adds a gap of the family of this number. */
    public static void add(RemovalDataBuilder rows, HourBracket gap, int family) {
        rows.add(0, gap.after(), gap.by(), 0, 1, family);
    }

    /** The gaps of one family, one for each removed copy; a gap that begins below 0 was not followed at all. */
    public static List<HourBracket> of(Family family) {
        double[] posted = family.uploads().stream().mapToDouble(Copy::postedAt).toArray();
        return family.copies().stream()
                .filter(Copy::isRemoved)
                .map(copy -> gap(copy.firstGone(), posted, family.sightedUntil()))
                .toList();
    }

    /**
     * The gap after one removal.
     *
     * @param posted when the family's copies were posted, ascending; hours since the same zero as all other times
     */
    static HourBracket gap(HourBracket removed, double[] posted, double sightedUntil) {
        double longest = 0;
        double from = removed.after();
        boolean inside = false;
        for (double p : posted) {
            boolean isBefore = p <= removed.after();
            if (!isBefore && p < removed.by()) {
                inside = true;
                longest = Math.max(longest, p - from);
                from = p;
            } else if (!isBefore) {
                return new HourBracket(inside ? 0 : p - removed.by(), Math.max(longest, p - from));
            }
        }
        return HourBracket.notUntil(inside ? 0 : sightedUntil - removed.by());
    }
}
