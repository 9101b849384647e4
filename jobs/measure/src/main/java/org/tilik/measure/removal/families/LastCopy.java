// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.families;

import java.util.List;
import java.util.Optional;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalDataBuilder;

/**
 * Hours from the first copy of a content until the last one was gone, for whatever cause, as data for
 * {@link org.tilik.measure.removal.RemovalEstimator}; shares count as copies.
 *
 * <pre>T_i in (L_i, R_i]   gives   the last of them in (max L_i, max R_i]; any copy not seen gone right-censors at max L_i</pre>
 *
 * <p>A family comes under observation when the first of its copies does. Copies posted after the end of sighting are not
 * known, so that a content that was gone then may yet have come back. Not defined where the source delivered a sample.
 */
public final class LastCopy {

    private LastCopy() {}

    /** One row for each family: until its last copy was gone. */
    public static RemovalData gone(List<Family> families) {
        RemovalDataBuilder rows = RemovalData.builder(List.of());
        for (Family family : families) {
            add(rows, family, family, -1);
        }
        return rows.build();
    }

    /**
     * One row for each platform of each family that has copies on two or more: until the content was gone from it, in
     * hours since the first copy anywhere. The share "gone" by t is the share of platforms cleared at t.
     */
    public static RemovalData cleared(List<Family> families) {
        RemovalDataBuilder rows = RemovalData.builder(List.of());
        for (int i = 0; i < families.size(); i++) {
            Family family = families.get(i);
            if (family.platforms().size() > 1) {
                for (String platform : family.platforms()) {
                    Optional<Family> there = family.on(platform);
                    int number = i;
                    there.ifPresent(part -> add(rows, part, family, number));
                }
            }
        }
        return rows.build();
    }

    private static void add(RemovalDataBuilder rows, Family copies, Family whole, int number) {
        double watchedFrom =
                copies.copies().stream().mapToDouble(Copy::watchedFrom).min().orElse(Double.POSITIVE_INFINITY);
        HourBracket gone = copies.lastGone().since(whole.firstPosted());
        // A family that nobody would have missed is at risk at no time.
        double entry = Math.min(watchedFrom - whole.firstPosted(), gone.happened() ? gone.by() : gone.after());
        rows.add(entry, gone.after(), gone.by(), 0, 1, number);
    }
}
