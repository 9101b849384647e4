// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.family;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tilik.measure.spread.compare.Reach;
import org.tilik.pipeline.removal.SightingEnds;
import org.tilik.pipeline.removal.UnitHash;
import org.tilik.pipeline.spread.SpreadItem;
import org.tilik.pipeline.spread.SpreadPlan;
import org.tilik.pipeline.strata.ItemTraits;

/**
 * The copies of one content, as they come in any order: what is kept of each are the hashes of its account and its words
 * the followers of the one and its time of posting, 40 bytes in all, and what changed within an hour.
 */
final class FamilyStory {
    private static final String NO_LANGUAGE = "und";
    private static final Comparator<SpreadItem> EARLIEST =
            Comparator.<SpreadItem>comparingLong(item -> item.postedAt).thenComparing(item -> item.itemKey);

    private final SpreadPlan plan;
    private final String familyId;
    private final Timeline timeline;
    private final Numbers posted = new Numbers();
    private final Numbers countedPosted = new Numbers();
    private final Numbers accounts = new Numbers();
    /** Of the same copies as the accounts. */
    private final Numbers followers = new Numbers();

    private final Numbers countedAccounts = new Numbers();
    private final Numbers variants = new Numbers();
    private final SortedMap<String, PlatformStory> platforms = new TreeMap<>();
    private final TreeSet<String> allPlatforms = new TreeSet<>();
    private final TreeSet<String> languages = new TreeSet<>();
    private SpreadItem firstCounted;
    private long copies;
    private long shares;
    private long counted;
    private long countedUntimed;
    private boolean sampled;
    private long everGone;
    private long everRemoved;
    private long lastRemoved = Long.MIN_VALUE;
    private long there;
    private long goneForGood;
    /** When anything was last known of a copy. */
    private long known = Long.MIN_VALUE;
    /** Until when each copy that was not seen gone is known to be there, the least of all. */
    private long thereUntil = Long.MAX_VALUE;

    FamilyStory(SpreadPlan plan, String familyId) {
        this.plan = plan;
        this.familyId = familyId;
        this.timeline = new Timeline(null, plan.k());
    }

    /** Takes in one member; what it is handed may be overwritten afterwards. */
    void add(SpreadItem item) {
        copies++;
        shares += item.isShare() ? 1 : 0;
        sampled |= plan.isSampled(item.platform);
        allPlatforms.add(item.platform);
        if (!NO_LANGUAGE.equals(item.language)) {
            languages.add(item.language);
        }
        if (item.accountKey != null) {
            accounts.add(UnitHash.of(item.accountKey));
            followers.add(item.followers());
        }
        if (item.variantKey != null) {
            variants.add(UnitHash.of(item.variantKey));
        }
        if (item.postedAt != null) {
            posted.add(item.postedAt);
            platforms
                    .computeIfAbsent(item.platform, name -> new PlatformStory())
                    .add(item);
        }
        addVisibility(item);
        if (item.isCounted()) {
            addCounted(item);
        }
    }

    private void addVisibility(SpreadItem item) {
        everGone += item.isEverGone() ? 1 : 0;
        everRemoved += item.isEverRemoved() ? 1 : 0;
        for (int i = 0; i < item.spanGone.length; i++) {
            boolean gone = item.spanGone[i] != SpreadItem.NEVER;
            known = Math.max(known, gone ? item.spanGone[i] : item.spanSeen[i]);
            lastRemoved = gone && item.spanRemoved[i] ? Math.max(lastRemoved, item.spanGone[i]) : lastRemoved;
        }
        int last = item.spanGone.length - 1;
        if (last >= 0 && item.spanGone[last] != SpreadItem.NEVER) {
            goneForGood++;
        } else if (last >= 0) {
            there++;
            thereUntil = Math.min(thereUntil, item.spanSeen[last]);
        }
    }

    private void addCounted(SpreadItem item) {
        counted++;
        timeline.add(item);
        if (item.accountKey != null) {
            countedAccounts.add(UnitHash.of(item.accountKey));
        }
        if (item.postedAt == null) {
            countedUntimed++;
            return;
        }
        countedPosted.add(item.postedAt);
        if (firstCounted == null || EARLIEST.compare(item, firstCounted) < 0) {
            firstCounted = copyOf(item);
        }
    }

    private static SpreadItem copyOf(SpreadItem item) {
        SpreadItem copy = new SpreadItem();
        copy.itemKey = item.itemKey;
        copy.postedAt = item.postedAt;
        copy.platform = item.platform;
        copy.month = item.month;
        copy.kind = item.kind;
        copy.language = item.language;
        copy.label = item.label;
        copy.trackedBy = item.trackedBy;
        return copy;
    }

    String familyId() {
        return familyId;
    }

    /** Copies that headline measures count, over time. */
    Timeline timeline() {
        return timeline;
    }

    SortedMap<String, PlatformStory> platforms() {
        return platforms;
    }

    SortedSet<String> allPlatforms() {
        return allPlatforms;
    }

    SortedSet<String> languages() {
        return languages;
    }

    long copies() {
        return copies;
    }

    long shares() {
        return shares;
    }

    /** Distinct contents; null where none is known. */
    Long variants() {
        return variants.size() == 0 ? null : (Long) (long) variants.distinct();
    }

    int accounts() {
        return accounts.distinct();
    }

    /** How many follow the accounts; nothing is known where a source delivered a sample. */
    Reach reach() {
        boolean everyAccountKnown = !sampled && accounts.size() == copies;
        return Reach.ofItems(accounts.ranks(), followers.inOrder(), everyAccountKnown);
    }

    /** Hashes of different accounts, at most k. */
    long[] someAccounts() {
        return accounts.smallest(plan.k());
    }

    /** The same of the accounts of copies that headline measures count. */
    long[] someCountedAccounts() {
        return countedAccounts.smallest(plan.k());
    }

    /** Whether copies may be missing, or some were posted nobody knows when: then no number says how fast they came. */
    boolean isSpeedUnknown() {
        return sampled || posted.size() < copies;
    }

    /** The same of the copies that headline measures count. */
    boolean isCountedSpeedUnknown() {
        return sampled || countedUntimed > 0;
    }

    OptionalLong first() {
        return posted.size() == 0 ? OptionalLong.empty() : OptionalLong.of(posted.sorted()[0]);
    }

    /** How fast all copies came. */
    FamilySpeed speed() {
        return new FamilySpeed(posted.sorted());
    }

    /** How fast those came that headline measures count. */
    FamilySpeed countedSpeed() {
        return new FamilySpeed(countedPosted.sorted());
    }

    long counted() {
        return counted;
    }

    /** What a study may group the earliest copy by that headline measures count; null where its time is unknown. */
    ItemTraits traits() {
        return firstCounted == null ? null : firstCounted.traits();
    }

    long everGone() {
        return everGone;
    }

    long everRemoved() {
        return everRemoved;
    }

    /** When the last removal was seen, or empty where none was. */
    OptionalLong lastRemoved() {
        return lastRemoved == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(lastRemoved);
    }

    /** Copies that were there when last looked at. */
    long there() {
        return there;
    }

    /** Copies that were seen gone, and not again. */
    long goneForGood() {
        return goneForGood;
    }

    /** Whether of every copy it is known if it was there when anything was last known of one. */
    boolean isFollowedToTheEnd() {
        return there + goneForGood == copies && (there == 0 || thereUntil >= known);
    }

    /** Until when one copy at least was known to be there, where all were gone later; empty where one may still be. */
    OptionalLong lastThere() {
        GoneTime[] gone = platforms.values().stream().map(PlatformStory::gone).toArray(GoneTime[]::new);
        boolean allGone = goneForGood == copies && Arrays.stream(gone).allMatch(GoneTime::happened);
        return allGone ? Arrays.stream(gone).mapToLong(GoneTime::after).max() : OptionalLong.empty();
    }

    /** Until when a further copy would have been seen on each of its platforms; empty where nobody knows. */
    OptionalLong watchedUntil(SightingEnds ends) {
        return allPlatforms.stream()
                .map(ends::on)
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .min();
    }
}
