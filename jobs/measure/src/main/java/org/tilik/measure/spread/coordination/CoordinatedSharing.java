// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.coordination;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Searches shares that fit in memory.
 *
 * <ol>
 *   <li>shares of accounts that have enough;
 *   <li>by content and time: the narrowest window in which each has a pair ({@link NearestShares});
 *   <li>accounts that have enough shares in a pair, by window;
 *   <li>by content and time: pairs ({@link PairSearch});
 *   <li>by accounts: links ({@link LinkBuilder}), whose weights give a threshold ({@link WeightCounts}) and whose ends
 *       groups ({@link Components}).
 * </ol>
 *
 * <p>Accounts are counted here, so that shares are sorted once; for more shares than memory holds, the same steps serve on
 * sorted streams, with {@link Participation} for accounts.
 */
public final class CoordinatedSharing {

    /** Order of content, time and item. */
    public static final Comparator<Share> BY_OBJECT = Comparator.comparing(Share::object)
            .thenComparingLong(Share::micros)
            .thenComparing(Share::item)
            .thenComparing(Share::account);

    private static final Comparator<Numbered> BY_NUMBER = Comparator.comparingInt(Numbered::object)
            .thenComparingLong(numbered -> numbered.share().micros())
            .thenComparing(numbered -> numbered.share().item())
            .thenComparingInt(Numbered::account);

    private final CoordinationRules rules;
    /** In order by name. */
    private final Map<String, Integer> accounts;

    private final List<Numbered> shares;

    /** A share whose content and account are numbered in the order of their names, since numbers compare faster. */
    private record Numbered(Share share, int object, int account) {}

    private record Ends(long accounts, SharePair pair) {}

    private CoordinatedSharing(List<Share> shares, CoordinationRules rules) {
        this.rules = rules;
        this.accounts = numbers(shares, Share::account);
        Map<String, Integer> objects = numbers(shares, Share::object);
        this.shares = new ArrayList<>(shares.size());
        shares.forEach(share ->
                this.shares.add(new Numbered(share, objects.get(share.object()), accounts.get(share.account()))));
    }

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
        return new CoordinatedSharing(shares, rules).found();
    }

    private static Map<String, Integer> numbers(List<Share> shares, Function<Share, String> name) {
        Map<String, Integer> numbers = new HashMap<>();
        shares.forEach(share -> numbers.put(name.apply(share), 0));
        List<String> names = new ArrayList<>(numbers.keySet());
        Collections.sort(names);
        for (int i = 0; i < names.size(); i++) {
            numbers.put(names.get(i), i);
        }
        return numbers;
    }

    private Found found() {
        int[] all = new int[accounts.size()];
        shares.forEach(numbered -> all[numbered.account()]++);
        shares.removeIf(numbered -> all[numbered.account()] < rules.minParticipation());
        shares.sort(BY_NUMBER);
        int[] narrowest = narrowest();
        int[] enough = enough(narrowest);
        List<SharePair> pairs = new ArrayList<>();
        Map<String, Integer> crowded = new TreeMap<>();
        PairSearch search = new PairSearch(rules, pairs::add, crowded::put);
        for (Numbered numbered : shares) {
            search.add(numbered.share(), enough[numbered.account()]);
        }
        search.end();
        return new Found(pairs, links(pairs), crowded);
    }

    /**
     * By share, the narrowest window in which its item has a pair; an item that carries several contents counts once for each
     * as soon as it has a pair in one.
     */
    private int[] narrowest() {
        Map<String, Integer> byItem = new HashMap<>();
        NearestShares nearest = new NearestShares(rules, (share, window) -> {
            if (window < rules.windows()) {
                byItem.merge(share.item(), window, Math::min);
            }
        });
        shares.forEach(numbered -> nearest.add(numbered.share()));
        nearest.end();
        return shares.stream()
                .mapToInt(numbered -> byItem.getOrDefault(numbered.share().item(), rules.windows()))
                .toArray();
    }

    /** By account, the narrowest window in which it has enough shares in a pair; the number of windows where in none. */
    private int[] enough(int[] narrowest) {
        int[][] counts = new int[rules.windows()][accounts.size()];
        for (int i = 0; i < narrowest.length; i++) {
            if (narrowest[i] < rules.windows()) {
                counts[narrowest[i]][shares.get(i).account()]++;
            }
        }
        int[] enough = new int[accounts.size()];
        for (int account = 0; account < enough.length; account++) {
            int sum = 0;
            while (enough[account] < rules.windows()) {
                sum += counts[enough[account]][account];
                if (sum >= rules.minParticipation()) {
                    break;
                }
                enough[account]++;
            }
        }
        return enough;
    }

    private List<List<AccountLink>> links(List<SharePair> pairs) {
        List<Ends> byAccounts = new ArrayList<>(pairs.size());
        for (SharePair pair : pairs) {
            long earlier = accounts.get(pair.earlier().account());
            long later = accounts.get(pair.later().account());
            byAccounts.add(new Ends(Math.min(earlier, later) << Integer.SIZE | Math.max(earlier, later), pair));
        }
        byAccounts.sort(Comparator.comparingLong(Ends::accounts));
        List<List<AccountLink>> links = new ArrayList<>();
        for (int window = 0; window < rules.windows(); window++) {
            links.add(new ArrayList<>());
        }
        for (int i = 0, end = 0; i < byAccounts.size(); i = end) {
            while (end < byAccounts.size()
                    && byAccounts.get(end).accounts() == byAccounts.get(i).accounts()) {
                end++;
            }
            LinkBuilder link = link(byAccounts.subList(i, end));
            for (int window = 0; window < rules.windows(); window++) {
                link.link(window).ifPresent(links.get(window)::add);
            }
        }
        return links;
    }

    private LinkBuilder link(List<Ends> ofTwo) {
        Share earlier = ofTwo.get(0).pair().earlier();
        Share later = ofTwo.get(0).pair().later();
        boolean isInOrder = earlier.account().compareTo(later.account()) <= 0;
        LinkBuilder link = new LinkBuilder(
                isInOrder ? earlier.account() : later.account(),
                isInOrder ? later.account() : earlier.account(),
                rules.windows());
        for (Ends ends : ofTwo) {
            SharePair pair = ends.pair();
            link.add(
                    pair.earlier().item(),
                    pair.later().item(),
                    pair.earlier().account().compareTo(pair.later().account()) <= 0,
                    pair.gapMicros(),
                    pair.narrowest());
        }
        return link;
    }
}
