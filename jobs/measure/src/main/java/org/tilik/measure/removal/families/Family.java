// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.families;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * All copies of one content that were seen, in order of posting; times in hours since one zero that a run shares.
 *
 * <p>Copies posted after {@code sightedUntil} would not all be known, so that none of them counts.
 */
public final class Family {

    private final List<Copy> copies;
    private final double sightedUntil;

    private Family(List<Copy> copies, double sightedUntil) {
        this.copies = copies;
        this.sightedUntil = sightedUntil;
    }

    /** The family of these copies, or empty where none was posted by {@code sightedUntil}. */
    public static Optional<Family> of(Collection<Copy> copies, double sightedUntil) {
        List<Copy> known = copies.stream()
                .filter(copy -> copy.postedAt() <= sightedUntil)
                .sorted(Copy.IN_TIME)
                .toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(new Family(known, sightedUntil));
    }

    /** The copies, the earliest first; at least one. */
    public List<Copy> copies() {
        return copies;
    }

    /** Copies that are no shares. */
    public List<Copy> uploads() {
        return copies.stream().filter(copy -> !copy.isShare()).toList();
    }

    /** When the first copy was posted. */
    public double firstPosted() {
        return copies.get(0).postedAt();
    }

    /** Until when a new copy would have been seen. */
    public double sightedUntil() {
        return sightedUntil;
    }

    /** Platforms that have a copy. */
    public SortedSet<String> platforms() {
        SortedSet<String> platforms = new TreeSet<>();
        copies.forEach(copy -> platforms.add(copy.platform()));
        return platforms;
    }

    /** Its copies on one platform, or empty where there are none. */
    public Optional<Family> on(String platform) {
        return of(
                copies.stream().filter(copy -> copy.platform().equals(platform)).toList(), sightedUntil);
    }

    /** When the last of its copies was gone; not happened while one of them was visible when last seen. */
    public HourBracket lastGone() {
        return HourBracket.last(copies.stream().map(Copy::gone).toList());
    }

    /** When a copy was first removed, or empty where none was; deletion by the author is no removal. */
    public Optional<HourBracket> firstRemoved() {
        List<HourBracket> removals =
                copies.stream().filter(Copy::isRemoved).map(Copy::firstGone).toList();
        return removals.isEmpty() ? Optional.empty() : Optional.of(HourBracket.first(removals));
    }
}
