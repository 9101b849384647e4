// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.families;

import java.util.Optional;
import java.util.stream.Stream;

/** What happens again and again to a family, as events for {@link MeanCumulativeFunction}. */
public final class FamilyHistories {

    private FamilyHistories() {}

    /** Its copies after the first one, shares too, in hours since the first. */
    public static EventHistory furtherCopies(Family family) {
        double first = family.firstPosted();
        return new EventHistory(
                family.sightedUntil() - first,
                family.copies().stream()
                        .skip(1)
                        .mapToDouble(copy -> copy.postedAt() - first)
                        .toArray());
    }

    /**
     * Its re-uploads in hours since its first removal, at least those that are certain and at most all that are possible.
     *
     * <p>With the first removal in (L, R], an upload posted at p is a re-upload for certain when p ≥ R, and then happened
     * less than p − L hours after; it may be one when p &gt; L, and then happened at least p − R hours after. Follow-up of
     * both ends at C − R. With R = L both are the same.
     *
     * @param atLeast certain re-uploads, as late as possible
     * @param atMost possible re-uploads, as early as possible
     */
    public record Reuploads(EventHistory atLeast, EventHistory atMost) {

        /** The re-uploads of a family, or empty where no copy was removed. */
        public static Optional<Reuploads> of(Family family) {
            return family.firstRemoved().map(removed -> of(family, removed));
        }

        private static Reuploads of(Family family, HourBracket removed) {
            double followed = family.sightedUntil() - removed.by();
            boolean exact = removed.isExact();
            return new Reuploads(
                    new EventHistory(
                            followed,
                            posted(family)
                                    .filter(p -> exact ? p > removed.by() : p >= removed.by())
                                    .mapToDouble(p -> p - removed.after())
                                    .toArray()),
                    new EventHistory(
                            followed,
                            posted(family)
                                    .filter(p -> p > removed.after())
                                    .mapToDouble(p -> Math.max(0, p - removed.by()))
                                    .toArray()));
        }

        private static Stream<Double> posted(Family family) {
            return family.uploads().stream().map(Copy::postedAt);
        }
    }
}
