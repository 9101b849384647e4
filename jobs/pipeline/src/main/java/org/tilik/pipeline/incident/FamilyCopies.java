// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.incident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.IntPredicate;
import org.tilik.measure.incident.CopyFate;
import org.tilik.measure.incident.FamilyHistory;
import org.tilik.measure.incident.Incident;
import org.tilik.pipeline.removal.UnitHash;
import org.tilik.pipeline.spread.SpreadItem;
import org.tilik.pipeline.spread.family.Numbers;

/**
 * The copies of one family as they come in any order: counts by hour, and of each copy its hour, its platform and the hash of
 * its account, 24 bytes in all.
 */
final class FamilyCopies {
    private final String familyId;
    private final FamilyHistory history = new FamilyHistory();
    private final List<String> platforms = new ArrayList<>();
    private final Numbers hours = new Numbers();
    private final Numbers places = new Numbers();
    private final Numbers accounts = new Numbers();
    private long untimed;

    /** No copy yet. */
    FamilyCopies(String familyId) {
        this.familyId = familyId;
    }

    String familyId() {
        return familyId;
    }

    /** Adds a copy; what it is handed may be overwritten afterwards. A copy that was posted nobody knows when is only counted. */
    void add(SpreadItem copy) {
        if (copy.postedAt == null) {
            untimed++;
            return;
        }
        long hour = WatchedSpans.hour(copy.postedAt);
        history.add(hour, copy.platform, fate(copy));
        if (!platforms.contains(copy.platform)) {
            platforms.add(copy.platform);
        }
        hours.add(hour);
        places.add(platforms.indexOf(copy.platform));
        accounts.add(copy.accountKey == null ? 0 : UnitHash.of(copy.accountKey));
    }

    private static CopyFate fate(SpreadItem copy) {
        int last = copy.spanGone.length - 1;
        boolean isFollowed = last >= 0;
        boolean isThere = isFollowed && copy.spanGone[last] == SpreadItem.NEVER;
        return new CopyFate(copy.isEverRemoved(), copy.isEverGone(), isThere, isThere || !isFollowed);
    }

    FamilyHistory history() {
        return history;
    }

    /** Platforms with a copy whose time is known. */
    List<String> platforms() {
        return platforms;
    }

    /** Copies with a known time. */
    long timed() {
        return hours.size();
    }

    /** Copies that were posted nobody knows when. */
    long untimed() {
        return untimed;
    }

    /** Different known accounts of an incident. */
    int accounts(Incident incident) {
        return accounts(copy -> incident.holds(hours.get(copy)));
    }

    /** Whether an incident has so many copies by so many accounts on a platform. */
    boolean isLarge(Incident incident, String platform, int k) {
        int place = platforms.indexOf(platform);
        return isLarge(copy -> places.get(copy) == place && incident.holds(hours.get(copy)), k);
    }

    /** Whether there are no copies beside these incidents, or so many by so many accounts. */
    boolean isRestLarge(Collection<Incident> incidents, int k) {
        IntPredicate isBeside = copy -> incidents.stream().noneMatch(incident -> incident.holds(hours.get(copy)));
        return (untimed == 0 && count(isBeside) == 0) || isLarge(isBeside, k);
    }

    private boolean isLarge(IntPredicate chosen, int k) {
        return count(chosen) >= k && accounts(chosen) >= k;
    }

    private int count(IntPredicate chosen) {
        int count = 0;
        for (int copy = 0; copy < hours.size(); copy++) {
            count += chosen.test(copy) ? 1 : 0;
        }
        return count;
    }

    private int accounts(IntPredicate chosen) {
        Numbers known = new Numbers();
        for (int copy = 0; copy < hours.size(); copy++) {
            if (accounts.get(copy) != 0 && chosen.test(copy)) {
                known.add(accounts.get(copy));
            }
        }
        return known.distinct();
    }
}
