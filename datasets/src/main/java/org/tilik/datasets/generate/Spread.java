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
 * <p>An item attracts by how contagious its family is (a Pareto distribution, so few families become large) and less the
 * older it is. Chosen is among some recent and some older items by this weight, which gives short delays mostly and a
 * long tail of them.
 */
final class Spread {
    private static final int CANDIDATES = 12;
    private static final int RECENT = 64;
    private static final int WEAKEST_OF = 8;

    private final SpreadPlan plan;
    private final Forgotten forgotten;
    private final Map<Site, List<Active>> active = new EnumMap<>(Site.class);
    private final Map<Site, List<Active>> recent = new EnumMap<>(Site.class);

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
            recent.put(site, new ArrayList<>());
        }
    }

    /** One of the items of a platform for which this holds, by attraction; null when none comes up. */
    Active pick(Site site, long now, Predicate<Active> suits, Draws draws) {
        List<Active> all = active.get(site);
        List<Active> latest = recent.get(site);
        Active chosen = null;
        double total = 0;
        for (int i = 0; i < CANDIDATES && !all.isEmpty(); i++) {
            Active candidate = draws.pick(i % 2 == 0 ? latest : all);
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

    private double attraction(Active candidate, long now) {
        double age = Times.hours(candidate.item().postedAt(), now);
        double gone = candidate.fate().visibleAt(now) ? 1 : plan.reuploads();
        return gone * candidate.family().contagion() * StrictMath.pow(0.5, age / plan.halfLifeHours());
    }

    /** From now on the item can be answered and so on; another one is let go if there are too many. */
    void remember(Active newest, Draws draws) throws IOException {
        Site site = newest.item().form().site();
        List<Active> all = active.get(site);
        List<Active> latest = recent.get(site);
        long now = newest.item().postedAt();
        if (all.size() < plan.active()) {
            all.add(newest);
        } else {
            int weakest = draws.below(all.size());
            for (int i = 1; i < WEAKEST_OF; i++) {
                int other = draws.below(all.size());
                if (attraction(all.get(other), now) < attraction(all.get(weakest), now)) {
                    weakest = other;
                }
            }
            Active old = all.set(weakest, newest);
            latest.removeIf(item -> item == old);
            forgotten.take(old);
        }
        if (latest.size() < RECENT) {
            latest.add(newest);
        } else {
            latest.set((int) (newest.item().number() % RECENT), newest);
        }
    }

    /** Lets everything go. */
    void forgetAll() throws IOException {
        for (List<Active> all : active.values()) {
            for (Active item : all) {
                forgotten.take(item);
            }
            all.clear();
        }
        recent.values().forEach(List::clear);
    }
}
