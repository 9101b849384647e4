// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.coordination;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Searches shares that fit in memory; the same steps, each on a sorted stream, serve for more.
 *
 * <ol>
 *   <li>by account: shares of accounts that have enough ({@link Participation});
 *   <li>by content and time: the narrowest window in which each has a pair ({@link NearestShares});
 *   <li>by account and window: accounts that have enough shares in a pair ({@link Participation});
 *   <li>by content and time: pairs ({@link PairSearch});
 *   <li>by accounts: links ({@link LinkBuilder}), whose weights give a threshold ({@link WeightCounts}) and whose ends
 *       groups ({@link Components}).
 * </ol>
 */
public final class CoordinatedSharing {

    /** Order of content, time and item. */
    public static final Comparator<Share> BY_OBJECT = Comparator.comparing(Share::object)
            .thenComparingLong(Share::micros)
            .thenComparing(Share::item)
            .thenComparing(Share::account);

    private record Ranked(Share share, int narrowest) {}

    private CoordinatedSharing() {}

    /**
     * What was found.
     *
     * @param pairs all pairs of all windows
     * @param links by number of the window, in order of accounts
     * @param crowded contents of which not all pairs were made, with the narrowest such window
     */
    public record Found(List<SharePair> pairs, List<List<AccountLink>> links, Map<String, Integer> crowded) {}

    /** Pairs and links of all windows. */
    public static Found search(List<Share> shares, CoordinationRules rules) {
        List<Share> byAccount = new ArrayList<>(shares);
        byAccount.sort(Comparator.comparing(Share::account).thenComparing(BY_OBJECT));
        List<Share> taking = new ArrayList<>();
        Participation all = new Participation(rules.minParticipation(), (share, window) -> taking.add(share));
        byAccount.forEach(share -> all.add(share, 0));
        taking.sort(BY_OBJECT);
        List<Ranked> near = new ArrayList<>();
        NearestShares nearest = new NearestShares(rules, (share, window) -> near.add(new Ranked(share, window)));
        taking.forEach(nearest::add);
        nearest.end();
        // An item that carries several contents counts once for each as soon as it has a pair in one.
        Map<String, Integer> byItem = new HashMap<>();
        near.forEach(ranked -> byItem.merge(ranked.share().item(), ranked.narrowest(), Math::min));
        near.sort(Comparator.comparing((Ranked ranked) -> ranked.share().account())
                .thenComparingInt(ranked -> byItem.get(ranked.share().item())));
        List<Ranked> enough = new ArrayList<>();
        Participation paired =
                new Participation(rules.minParticipation(), (share, window) -> enough.add(new Ranked(share, window)));
        near.forEach(
                ranked -> paired.add(ranked.share(), byItem.get(ranked.share().item())));
        enough.sort(Comparator.comparing(Ranked::share, BY_OBJECT));
        return found(enough, rules);
    }

    private static Found found(List<Ranked> shares, CoordinationRules rules) {
        List<SharePair> pairs = new ArrayList<>();
        Map<String, Integer> crowded = new TreeMap<>();
        PairSearch search = new PairSearch(rules, pairs::add, crowded::put);
        shares.forEach(ranked -> search.add(ranked.share(), ranked.narrowest()));
        search.end();
        Map<List<String>, LinkBuilder> builders = new TreeMap<>(
                Comparator.comparing((List<String> ends) -> ends.get(0)).thenComparing(ends -> ends.get(1)));
        for (SharePair pair : pairs) {
            String earlier = pair.earlier().account();
            String later = pair.later().account();
            boolean firstIsEarlier = earlier.compareTo(later) <= 0;
            List<String> ends = firstIsEarlier ? List.of(earlier, later) : List.of(later, earlier);
            builders.computeIfAbsent(ends, key -> new LinkBuilder(key.get(0), key.get(1), rules.windows()))
                    .add(
                            pair.earlier().item(),
                            pair.later().item(),
                            firstIsEarlier,
                            pair.gapMicros(),
                            pair.narrowest());
        }
        List<List<AccountLink>> links = new ArrayList<>();
        for (int w = 0; w < rules.windows(); w++) {
            int window = w;
            links.add(builders.values().stream()
                    .flatMap(builder -> builder.link(window).stream())
                    .toList());
        }
        return new Found(pairs, links, crowded);
    }
}
