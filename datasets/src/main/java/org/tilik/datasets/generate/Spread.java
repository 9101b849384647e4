// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What can still be answered, quoted, shared or copied: on each platform a bounded number of items, of which the least
 * attractive are forgotten.
 *
 * <p>An item attracts by how contagious it is (a Pareto distribution, so that few attract many) and less the older it is. Chosen is by this weight among some of the latest, some of the most attractive and some of all items,
 * which gives short delays mostly and a long tail of them, and few large cascades among many small ones.
 */
final class Spread {
    private static final int CANDIDATES = 12;
    private static final int LATEST = 64;
    private static final int ATTRACTIVE = 16;
    private static final int WEAKEST_OF = 8;
    private static final double MOST_CONTAGIOUS = 10_000;

    private final SpreadPlan plan;
    private final Forgotten forgotten;
    private final Map<Site, List<Active>> active = new EnumMap<>(Site.class);
    private final Map<Site, List<Active>> latest = new EnumMap<>(Site.class);
    private final Map<Site, List<Active>> attractive = new EnumMap<>(Site.class);

    /** Takes what is let go. */
    @FunctionalInterface
    interface Forgotten {
        void take(Active item) throws IOException;
    }

    /** Nothing is active yet; {@code forgotten} is given each item that is let go. */
    Spread(SpreadPlan plan, Forgotten forgotten) {
        this.plan = plan;
        this.forgotten = forgotten;
        for (Site site : Site.values()) {
            active.put(site, new ArrayList<>());
            latest.put(site, new ArrayList<>());
            attractive.put(site, new ArrayList<>());
        }
    }

    /** One of the items of a platform for which this holds, by attraction; null when none comes up. */
    Active pick(Site site, long now, Predicate<Active> suits, Draws draws) {
        List<List<Active>> sources = List.of(latest.get(site), attractive.get(site), active.get(site));
        Active chosen = null;
        double total = 0;
        for (int i = 0; i < CANDIDATES && !active.get(site).isEmpty(); i++) {
            Active candidate = draws.pick(sources.get(i % sources.size()));
            if (suits.test(candidate)) {
                double weight = attraction(candidate, now);
                total += weight;
                if (draws.uniform() * total < weight) {
                    chosen = candidate;
                }
            }
        }
        return chosen;
    }

    /** How contagious an item is. */
    double contagion(Draws draws) {
        return Math.min(MOST_CONTAGIOUS, StrictMath.pow(1 - draws.uniform(), -1 / plan.tail()));
    }

    private double attraction(Active candidate, long now) {
        double age = Times.hours(candidate.item().postedAt(), now);
        double gone = candidate.fate().visibleAt(now) ? 1 : plan.reuploads();
        return gone * candidate.contagion() * StrictMath.pow(0.5, age / plan.halfLifeHours());
    }

    /** From now on the item can be answered and so on; another one is let go if there are too many. */
    void remember(Active newest, Draws draws) throws IOException {
        Site site = newest.item().form().site();
        List<Active> all = active.get(site);
        long now = newest.item().postedAt();
        if (all.size() < plan.active()) {
            all.add(newest);
        } else {
            int weakest = weakest(all, now, draws);
            Active old = all.set(weakest, newest);
            latest.get(site).removeIf(item -> item == old);
            attractive.get(site).removeIf(item -> item == old);
            forgotten.take(old);
        }
        rememberAsLatest(newest, latest.get(site));
        rememberIfAttractive(newest, attractive.get(site), draws);
    }

    private static void rememberAsLatest(Active newest, List<Active> among) {
        if (among.size() < LATEST) {
            among.add(newest);
        } else {
            among.set((int) (newest.item().number() % LATEST), newest);
        }
    }

    private void rememberIfAttractive(Active newest, List<Active> among, Draws draws) {
        if (among.size() < ATTRACTIVE) {
            among.add(newest);
            return;
        }
        long now = newest.item().postedAt();
        int weakest = weakest(among, now, draws);
        if (attraction(among.get(weakest), now) < attraction(newest, now)) {
            among.set(weakest, newest);
        }
    }

    /** The place of the least attractive of a few. */
    private int weakest(List<Active> among, long now, Draws draws) {
        int weakest = draws.below(among.size());
        for (int i = 1; i < WEAKEST_OF; i++) {
            int other = draws.below(among.size());
            if (attraction(among.get(other), now) < attraction(among.get(weakest), now)) {
                weakest = other;
            }
        }
        return weakest;
    }

    /** Lets everything go. */
    void forgetAll() throws IOException {
        for (List<Active> all : active.values()) {
            for (Active item : all) {
                forgotten.take(item);
            }
            all.clear();
        }
        latest.values().forEach(List::clear);
        attractive.values().forEach(List::clear);
    }
}
