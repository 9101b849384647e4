// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.cascade;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.tilik.pipeline.spread.SpreadItem;

/** Cascades as one would build them by hand, from the definitions alone. */
final class SlowCascades {
    static final String ROOT_ONLY = "root_only";
    private static final double MICROS_PER_HOUR = 3.6e9;

    final Map<String, Long> counts = new TreeMap<>();
    final Set<String> edges = new TreeSet<>();
    final Set<String> rows = new TreeSet<>();

    private final Map<String, SpreadItem> items = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, String> kinds = new HashMap<>();
    private final Comparator<SpreadItem> inOrder =
            Comparator.comparing((SpreadItem item) -> item.postedAt).thenComparing(item -> item.itemKey);

    SlowCascades(List<SpreadItem> all, List<TestForest.Pair> follows, long windowMicros) {
        for (SpreadItem item : all) {
            if (item.postedAt == null) {
                count("links.unknown_time");
            } else {
                items.put(item.itemKey, item);
            }
        }
        items.values().forEach(this::link);
        new TreeSet<>(parents.keySet()).forEach(this::cutCycle);
        items.keySet().stream().filter(parents::containsKey).forEach(item -> count("links.attached"));
        Map<String, List<SpreadItem>> cascades = new TreeMap<>();
        items.values()
                .forEach(item -> cascades.computeIfAbsent(root(item.itemKey, parents), root -> new ArrayList<>())
                        .add(item));
        Set<TestForest.Pair> pairs = new HashSet<>(follows);
        cascades.forEach((root, members) -> {
            if (members.stream().anyMatch(item -> item.trackedBy != null)) {
                cascade(root, members, pairs, windowMicros);
            } else if (members.size() > 1) {
                count("cascades.untracked");
            }
        });
    }

    private void count(String name) {
        counts.merge(name, 1L, Long::sum);
    }

    private void link(SpreadItem item) {
        String kind = item.kind.toLowerCase(Locale.ROOT);
        String target = kind.equals("reply") ? item.parentKey : kind.equals("post") ? null : item.originKey;
        if (kind.equals("quote") && target == null) {
            kind = "reply";
            target = item.parentKey;
        }
        if (target == null) {
            count("links.no_link");
            if (!kind.equals("post")) {
                count("links.unnamed");
            }
        } else if (target.equals(item.itemKey)) {
            count("links.self");
        } else if (!items.containsKey(target)) {
            count(kind.equals("share") ? "links.missing_root" : "links.orphan_" + kind);
        } else if (items.get(target).postedAt > item.postedAt) {
            count("links.cycle_cut");
        } else {
            parents.put(item.itemKey, target);
            kinds.put(item.itemKey, kind);
        }
    }

    /** Cuts the link of the smallest key, if this item is on a cycle. */
    private void cutCycle(String item) {
        Set<String> way = new HashSet<>();
        String at = item;
        while (at != null && way.add(at)) {
            at = parents.get(at);
        }
        if (at != null && at.equals(item)) {
            count("links.cycle_cut");
            String first = way.stream().min(Comparator.naturalOrder()).orElseThrow();
            parents.remove(first);
            kinds.remove(first);
        }
    }

    private static String root(String item, Map<String, String> parents) {
        String at = item;
        while (parents.containsKey(at)) {
            at = parents.get(at);
        }
        return at;
    }

    private boolean isRootOnly(SpreadItem item) {
        return item.platform.equals("twitter") && "share".equals(kinds.get(item.itemKey));
    }

    private void cascade(String root, List<SpreadItem> members, Set<TestForest.Pair> follows, long windowMicros) {
        if (members.size() < 2) {
            return;
        }
        count("cascades");
        boolean rootOnly = members.stream().anyMatch(item -> parents.containsKey(item.itemKey) && isRootOnly(item));
        for (SpreadItem item : members) {
            if (parents.containsKey(item.itemKey)) {
                edges.add(edge(item, parents.get(item.itemKey), isRootOnly(item) ? ROOT_ONLY : "explicit"));
            }
        }
        row(root, members, rootOnly ? ROOT_ONLY : "explicit", parents);
        if (rootOnly) {
            infer(
                    root,
                    members,
                    "follower_graph",
                    (sharer, candidate) -> sharer.accountKey != null
                            && candidate.accountKey != null
                            && !sharer.accountKey.equals(candidate.accountKey)
                            && follows.contains(new TestForest.Pair(sharer.accountKey, candidate.accountKey)));
            infer(
                    root,
                    members,
                    "time_inferred",
                    (sharer, candidate) ->
                            (sharer.accountKey == null || !sharer.accountKey.equals(candidate.accountKey))
                                    && sharer.postedAt - candidate.postedAt <= windowMicros);
        }
    }

    private String edge(SpreadItem child, String parent, String source) {
        return child.itemKey + " " + parent + " " + kinds.get(child.itemKey) + " " + source + " " + child.postedAt;
    }

    private void infer(
            String root, List<SpreadItem> members, String source, BiPredicate<SpreadItem, SpreadItem> mayBeParent) {
        Map<String, String> inferred = new HashMap<>(parents);
        for (SpreadItem share : members) {
            String original = parents.get(share.itemKey);
            if (original == null || !isRootOnly(share)) {
                continue;
            }
            SpreadItem best = null;
            for (SpreadItem candidate : members) {
                boolean isOriginal = candidate.itemKey.equals(original);
                boolean isEarlierShare = original.equals(parents.get(candidate.itemKey))
                        && isRootOnly(candidate)
                        && candidate.postedAt < share.postedAt;
                if ((isOriginal || isEarlierShare)
                        && mayBeParent.test(share, candidate)
                        && (best == null || isBetter(candidate, best, original))) {
                    best = candidate;
                }
            }
            if (best != null) {
                inferred.put(share.itemKey, best.itemKey);
                edges.add(edge(share, best.itemKey, source));
            }
        }
        row(root, members, source, inferred);
    }

    private static boolean isBetter(SpreadItem one, SpreadItem other, String original) {
        if (!one.postedAt.equals(other.postedAt)) {
            return one.postedAt > other.postedAt;
        }
        return one.itemKey.equals(original)
                || (!other.itemKey.equals(original) && one.itemKey.compareTo(other.itemKey) < 0);
    }

    private void row(String root, List<SpreadItem> unsorted, String source, Map<String, String> tree) {
        List<SpreadItem> members = unsorted.stream().sorted(inOrder).toList();
        Map<String, Integer> depths = new HashMap<>();
        members.forEach(
                item -> depths.put(item.itemKey, above(item.itemKey, tree).size() - 1));
        Map<Integer, Integer> breadths = new TreeMap<>();
        Map<Integer, Set<String>> accounts = new TreeMap<>();
        for (SpreadItem item : members) {
            breadths.merge(depths.get(item.itemKey), 1, Integer::sum);
            accounts.computeIfAbsent(depths.get(item.itemKey), depth -> new HashSet<>())
                    .add(item.accountKey);
        }
        boolean structure = !source.equals(ROOT_ONLY) && !source.equals("time_inferred");
        SpreadItem first = items.get(root);
        rows.add(shown(
                root,
                source,
                first.platform,
                first.language,
                first.familyId,
                first.trackedBy != null,
                members.size(),
                kinds(members, "share"),
                kinds(members, "quote"),
                kinds(members, "reply"),
                members.stream().filter(item -> item.trackedBy != null).count(),
                members.stream().filter(item -> item.spanGone.length > 0).count(),
                members.stream()
                        .map(item -> item.accountKey)
                        .filter(account -> account != null)
                        .distinct()
                        .count(),
                depths.values().stream().max(Comparator.naturalOrder()).orElseThrow(),
                structure
                        ? breadths.values().stream()
                                .max(Comparator.naturalOrder())
                                .orElseThrow()
                        : null,
                structure
                        ? accounts.values().stream()
                                .mapToLong(known -> known.stream()
                                        .filter(account -> account != null)
                                        .count())
                                .max()
                                .orElseThrow()
                        : null,
                structure ? String.format(Locale.ROOT, "%.9f", virality(members, tree)) : null,
                members.stream()
                        .filter(item -> !"reply".equals(kinds.getOrDefault(item.itemKey, "reply")))
                        .map(item -> (item.postedAt - first.postedAt) / MICROS_PER_HOUR)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                members.size() < 10 ? null : (members.get(9).postedAt - first.postedAt) / MICROS_PER_HOUR,
                peak(members),
                (members.get(members.size() - 1).postedAt - first.postedAt) / MICROS_PER_HOUR,
                mostFollowers(members).size(),
                reach(members)));
    }

    /** By account, of those whose followers are stated. */
    private static Map<String, Long> mostFollowers(List<SpreadItem> members) {
        Map<String, Long> most = new HashMap<>();
        for (SpreadItem item : members) {
            if (item.accountKey != null && item.accountFollowers != null) {
                most.merge(item.accountKey, item.accountFollowers, Math::max);
            }
        }
        return most;
    }

    private static Long reach(List<SpreadItem> members) {
        Map<String, Long> most = mostFollowers(members);
        boolean known = members.stream().allMatch(item -> most.containsKey(String.valueOf(item.accountKey)));
        return known ? most.values().stream().mapToLong(Long::longValue).sum() : null;
    }

    private long kinds(List<SpreadItem> members, String kind) {
        return members.stream()
                .filter(item -> kind.equals(kinds.get(item.itemKey)))
                .count();
    }

    private static List<String> above(String item, Map<String, String> tree) {
        List<String> way = new ArrayList<>();
        for (String at = item; at != null; at = tree.get(at)) {
            way.add(at);
        }
        return way;
    }

    private static double virality(List<SpreadItem> members, Map<String, String> tree) {
        double sum = 0;
        for (SpreadItem one : members) {
            List<String> way = above(one.itemKey, tree);
            for (SpreadItem other : members) {
                List<String> otherWay = above(other.itemKey, tree);
                long common = way.stream().filter(otherWay::contains).count();
                sum += way.size() + otherWay.size() - 2 * common;
            }
        }
        return sum / (members.size() * (members.size() - 1.0));
    }

    private static long peak(List<SpreadItem> members) {
        long most = 0;
        for (SpreadItem last : members) {
            most = Math.max(
                    most,
                    members.stream()
                            .filter(item -> item.postedAt <= last.postedAt
                                    && last.postedAt - item.postedAt < (long) MICROS_PER_HOUR)
                            .count());
        }
        return most;
    }

    /** Values in one line. */
    static String shown(Object... values) {
        StringBuilder line = new StringBuilder();
        for (Object value : values) {
            line.append(value).append(' ');
        }
        return line.toString();
    }
}
