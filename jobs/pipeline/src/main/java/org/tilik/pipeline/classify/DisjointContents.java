// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.BiConsumer;
import org.tilik.measure.spread.variants.Similarity;
import org.tilik.pipeline.study.RunError;

/**
 * Which contents belong together because some item holds both, or because they are similar texts: connected components of
 * contents named by 32 hex digits, once under each rule for similar texts.
 *
 * <p>Union–find by arrays of numbers, with path halving and the smallest key as the component's name, so that the result
 * does not depend on the order of pairs. A content takes 28 bytes, and 6 to 12 more in the hash table that finds it;
 * while the arrays grow, up to 90. Contents that nothing ties to another never come here.
 */
final class DisjointContents {
    /** Java property with the most contents that one run may tie together. */
    static final String LIMIT_PROPERTY = "tilik.families.max-contents";

    private static final int USUAL_LIMIT = 20_000_000;
    private static final int FIRST_NODES = 1 << 10;
    private static final int RADIX = 16;
    private static final int HALF = 16;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final int limit;
    /** Under each rule the parents of all nodes. */
    private final Map<Similarity, int[]> parents = new EnumMap<>(Similarity.class);

    private long[] high = new long[FIRST_NODES];
    private long[] low = new long[FIRST_NODES];
    /** Number of the node plus one; 0 = free. */
    private int[] slots = new int[2 * FIRST_NODES];

    private int size;

    /** An empty one that holds at most so many contents. */
    DisjointContents(int limit) {
        this.limit = limit;
        for (Similarity rule : Similarity.values()) {
            parents.put(rule, new int[FIRST_NODES]);
        }
    }

    static int configuredLimit() {
        return Integer.getInteger(LIMIT_PROPERTY, USUAL_LIMIT);
    }

    /** Number of contents. */
    int size() {
        return size;
    }

    /**
     * Says that two contents belong together.
     *
     * @param similarity of two texts; 1 for what belongs together under every rule
     */
    void join(String one, String other, double similarity) {
        int a = node(one);
        int b = node(other);
        for (Similarity rule : Similarity.values()) {
            if (rule.holds(similarity)) {
                join(parents.get(rule), a, b);
            }
        }
    }

    private void join(int[] parent, int one, int other) {
        int a = root(parent, one);
        int b = root(parent, other);
        if (isSmaller(a, b)) {
            parent[b] = a;
        } else {
            parent[a] = b;
        }
    }

    private boolean isSmaller(int a, int b) {
        int order = Long.compareUnsigned(high[a], high[b]);
        return order < 0 || (order == 0 && Long.compareUnsigned(low[a], low[b]) < 0);
    }

    /** Hands over every content with the names of its components. */
    void forEach(BiConsumer<String, Components> consumer) {
        for (int node = 0; node < size; node++) {
            consumer.accept(
                    name(node),
                    new Components(
                            component(Similarity.LOOSE, node),
                            component(Similarity.STANDARD, node),
                            component(Similarity.STRICT, node)));
        }
    }

    private String component(Similarity rule, int node) {
        return name(root(parents.get(rule), node));
    }

    private String name(int node) {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(high[node]) + hex.toHexDigits(low[node]);
    }

    private static int root(int[] parent, int node) {
        int at = node;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private int node(String key) {
        long h = Long.parseUnsignedLong(key, 0, HALF, RADIX);
        long l = Long.parseUnsignedLong(key, HALF, 2 * HALF, RADIX);
        int slot = slot(h, l);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        if (size == limit) {
            throw RunError.failed(
                    "Families tie together more than " + limit + " contents (texts, media, shared items), which is the"
                            + " limit of the one task that joins them. Give it more heap, about 90 bytes a content, and"
                            + " raise the Java property " + LIMIT_PROPERTY + "; or measure a shorter window.",
                    null);
        }
        grow();
        high[size] = h;
        low[size] = l;
        for (int[] parent : parents.values()) {
            parent[size] = size;
        }
        slots[slot(h, l)] = size + 1;
        return size++;
    }

    /** Where the content stands in the hash table, or where it would. */
    private int slot(long h, long l) {
        int slot = (int) (((h ^ Long.rotateLeft(l, 32)) * MIX) >>> 33) % slots.length;
        while (slots[slot] != 0 && (high[slots[slot] - 1] != h || low[slots[slot] - 1] != l)) {
            slot = slot + 1 == slots.length ? 0 : slot + 1;
        }
        return slot;
    }

    private void grow() {
        if (size < high.length) {
            return;
        }
        int nodes = (int) Math.min(limit, size + (size >> 1) + 1L);
        high = Arrays.copyOf(high, nodes);
        low = Arrays.copyOf(low, nodes);
        parents.replaceAll((rule, parent) -> Arrays.copyOf(parent, nodes));
        slots = new int[(int) Math.min(Integer.MAX_VALUE - 8L, 2L * nodes)];
        for (int node = 0; node < size; node++) {
            slots[slot(high[node], low[node])] = node + 1;
        }
    }
}
