// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.families;

import java.util.Optional;

/**
 * By how many hours a content was gone from a second platform later than from a first one; negative = from the second
 * first. On each platform it is gone when its last copy there is.
 *
 * <pre>
 * T_a in (L_a, R_a], T_b in (L_b, R_b]     T_b − T_a in (L_b − R_a, R_b − L_a]
 * still visible on b                       T_b − T_a in (L_b − R_a, ∞)
 * still visible on a                       T_b − T_a in (−∞, R_b − L_a]
 * still visible on both                    nothing is known
 * </pre>
 *
 * @param outcome from which of the platforms the content was seen gone
 * @param after hours; −∞ = no lower end
 * @param by hours; +∞ = no upper end
 */
public record GoneLag(Outcome outcome, double after, double by) {

    /** From which of two platforms a content was seen gone. */
    public enum Outcome {
        /** The lag is known, or lies in a bracket. */
        FROM_BOTH,
        /** The lag is at least {@link GoneLag#after()}. */
        FROM_FIRST_ONLY,
        /** The lag is at most {@link GoneLag#by()}. */
        FROM_SECOND_ONLY,
        /** There is no lag. */
        FROM_NEITHER
    }

    /** The lag between two platforms, or empty where the family has no copy on one of them. */
    public static Optional<GoneLag> of(Family family, String first, String second) {
        return family.on(first).flatMap(a -> family.on(second).map(b -> of(a.lastGone(), b.lastGone())));
    }

    /** The lag between two times. */
    static GoneLag of(HourBracket first, HourBracket second) {
        Outcome outcome = first.happened()
                ? second.happened() ? Outcome.FROM_BOTH : Outcome.FROM_FIRST_ONLY
                : second.happened() ? Outcome.FROM_SECOND_ONLY : Outcome.FROM_NEITHER;
        return new GoneLag(
                outcome,
                first.happened() ? second.after() - first.by() : Double.NEGATIVE_INFINITY,
                second.happened() ? second.by() - first.after() : Double.POSITIVE_INFINITY);
    }
}
