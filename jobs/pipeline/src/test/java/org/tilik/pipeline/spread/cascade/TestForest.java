// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.cascade;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.tilik.formats.followers.FollowerList;
import org.tilik.measure.spread.cascade.FollowerGraph;
import org.tilik.pipeline.spread.SpreadItem;

/** Invented items that name each other in every way that a link can be: kept, cut, broken. */
final class TestForest {
    private static final int ACCOUNTS = 40;
    private static final int PAIRS = 260;

    final List<SpreadItem> items = new ArrayList<>();
    final List<Pair> pairs = new ArrayList<>();

    /** One account follows another. */
    record Pair(String account, String followed) implements Serializable {}

    /** The pairs as a task reads them. */
    record Source(List<Pair> pairs) implements FollowerSource {
        @Override
        public String id() {
            return "test";
        }

        @Override
        public Followers open() {
            FollowerGraph.Builder graph = FollowerGraph.builder();
            pairs.forEach(pair -> graph.add(CascadeNode.high(pair.account()), CascadeNode.high(pair.followed())));
            return new Followers(graph.build(), new FollowerList.Counts(pairs.size(), 1, 0));
        }
    }

    /** So many items; times are few, so that many items are equally old. */
    TestForest(long seed, int size) {
        Random random = new Random(seed);
        for (int i = 0; i < size; i++) {
            items.add(item(random, i, size));
        }
        for (int i = 0; i < PAIRS; i++) {
            pairs.add(new Pair(account(random.nextInt(ACCOUNTS)), account(random.nextInt(ACCOUNTS))));
        }
    }

    private static SpreadItem item(Random random, int i, int size) {
        SpreadItem item = new SpreadItem();
        item.itemKey = key(i);
        item.platform = i % 3 == 0 ? "reddit" : "twitter";
        item.month = "2024-06";
        item.language = i % 2 == 0 ? "de" : "id";
        item.accountKey = random.nextInt(20) == 0 ? null : account(random.nextInt(ACCOUNTS));
        item.accountFollowers = i % 11 == 0 ? null : Long.valueOf(1 + i % 977);
        item.postedAt = random.nextInt(60) == 0
                ? null
                : Long.valueOf(1_717_000_000_000_000L + (i / 6) * 900_000_000L + random.nextInt(3) * 60_000_000L);
        item.trackedBy = random.nextInt(5) == 0 ? "known" : null;
        item.familyId = item.trackedBy == null ? null : key(1_000_000 + i % 7);
        if (item.trackedBy != null && random.nextInt(3) == 0) {
            item.spanNumbers = new int[] {1};
            item.spanSeen = new long[] {1};
            item.spanGone = new long[] {2};
            item.spanRemoved = new boolean[] {true};
        }
        link(item, random, i, size);
        return item;
    }

    private static void link(SpreadItem item, Random random, int i, int size) {
        String other = other(random, i, size);
        switch (random.nextInt(8)) {
            case 0 -> item.kind = "POST";
            case 1 -> {
                item.kind = "REPLY";
                item.parentKey = other;
            }
            case 2 -> {
                item.kind = "QUOTE";
                item.originKey = random.nextInt(3) == 0 ? null : other;
                item.parentKey = random.nextInt(2) == 0 ? null : other(random, i, size);
            }
            default -> {
                item.kind = "SHARE";
                item.originKey = random.nextInt(40) == 0 ? null : other;
            }
        }
    }

    /** Mostly one of the first few items of a block, so that some are named often. */
    private static String other(Random random, int i, int size) {
        return switch (random.nextInt(20)) {
            case 0 -> key(i);
            case 1 -> key(size + random.nextInt(size));
            case 2 -> key(Math.min(size - 1, i + random.nextInt(6)));
            case 3, 4, 5, 6 -> key(Math.max(0, i - random.nextInt(12)));
            default -> key(i / 60 * 60 + random.nextInt(4));
        };
    }

    /** A pseudonym; keys do not ascend with time. */
    static String key(long number) {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(number * 0x9E3779B97F4A7C15L) + hex.toHexDigits(number);
    }

    private static String account(int number) {
        return key(5_000_000L + number);
    }
}
