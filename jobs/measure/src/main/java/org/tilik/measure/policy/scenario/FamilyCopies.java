// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.scenario;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.tilik.measure.spread.cascade.NodeKeys;

/**
 * All items of one family in columns, each with the copy it repeats where that is known; ids are keys of 128 bits.
 *
 * <p>Arrays of numbers and open addressing: about 95 bytes a copy, 145 while the arrays grow, and 30 more in a replay. A copy
 * that is named and never added takes as much. The order of adding does not matter.
 */
public final class FamilyCopies {
    private static final byte NOT_ADDED = -1;
    private static final byte SHARE = 1;
    private static final byte VIOLATES = 1 << 1;
    private static final byte IS_PROTECTED = 1 << 2;
    private static final byte POSSIBLY_BARRED = 1 << 3;
    private static final byte SURELY_BARRED = 1 << 4;
    private static final int FIRST_COPIES = 4;

    private final int limit;
    private final NodeKeys keys = new NodeKeys();
    private long[] posted = new long[FIRST_COPIES];
    private long[] flagged = new long[FIRST_COPIES];
    private long[] removedAfter = new long[FIRST_COPIES];
    private long[] removedBy = new long[FIRST_COPIES];
    private long[] goneBy = new long[FIRST_COPIES];
    private long[] viewsLower = new long[FIRST_COPIES];
    private long[] viewsUpper = new long[FIRST_COPIES];
    private int[] variant = new int[FIRST_COPIES];
    private int[] parent = new int[FIRST_COPIES];
    private byte[] platform = new byte[FIRST_COPIES];
    private byte[] traits = new byte[FIRST_COPIES];

    /** An empty family for at most so many copies, named ones included. */
    public FamilyCopies(int limit) {
        this.limit = limit;
        Arrays.fill(traits, NOT_ADDED);
    }

    /** Adds a copy of which nobody knows what it repeats. */
    public void add(long keyHigh, long keyLow, PostedCopy copy) {
        fill(node(keyHigh, keyLow), -1, copy);
    }

    /** Adds a copy that repeats another one, which may be added later or never. */
    public void add(long keyHigh, long keyLow, long parentHigh, long parentLow, PostedCopy copy) {
        int own = node(keyHigh, keyLow);
        fill(own, node(parentHigh, parentLow), copy);
    }

    private int node(long keyHigh, long keyLow) {
        int known = keys.find(keyHigh, keyLow);
        if (known >= 0) {
            return known;
        }
        if (keys.size() == limit) {
            throw new IllegalStateException(
                    "A family has more than " + limit + " copies, which is the limit of the task"
                            + " that replays it. Raise it, with about 175 bytes of heap a copy, or measure a shorter window.");
        }
        int node = keys.add(keyHigh, keyLow);
        if (node == posted.length) {
            grow(Math.min(limit, node + (node >> 1)));
        }
        return node;
    }

    private void grow(int capacity) {
        int before = posted.length;
        posted = Arrays.copyOf(posted, capacity);
        flagged = Arrays.copyOf(flagged, capacity);
        removedAfter = Arrays.copyOf(removedAfter, capacity);
        removedBy = Arrays.copyOf(removedBy, capacity);
        goneBy = Arrays.copyOf(goneBy, capacity);
        viewsLower = Arrays.copyOf(viewsLower, capacity);
        viewsUpper = Arrays.copyOf(viewsUpper, capacity);
        variant = Arrays.copyOf(variant, capacity);
        parent = Arrays.copyOf(parent, capacity);
        platform = Arrays.copyOf(platform, capacity);
        traits = Arrays.copyOf(traits, capacity);
        Arrays.fill(traits, before, capacity, NOT_ADDED);
    }

    private void fill(int node, int above, PostedCopy copy) {
        if (traits[node] != NOT_ADDED) {
            throw new IllegalArgumentException(
                    "Copy " + keys.key(node) + " was added before, expected each copy once.");
        }
        posted[node] = copy.postedAt();
        flagged[node] = copy.known().flaggedAt();
        removedAfter[node] = Math.max(copy.postedAt(), copy.known().removedAfter());
        removedBy[node] = Math.max(copy.postedAt(), copy.known().removedBy());
        goneBy[node] = copy.goneBy();
        viewsLower[node] = copy.viewsLower();
        viewsUpper[node] = copy.viewsUpper();
        variant[node] = copy.variant();
        parent[node] = above;
        platform[node] = (byte) copy.platform();
        traits[node] = (byte) ((copy.isShare() ? SHARE : 0) | trait(copy.standing()) | trait(copy.bar()));
    }

    private static byte trait(Standing standing) {
        return switch (standing) {
            case VIOLATING -> VIOLATES;
            case PROTECTED -> IS_PROTECTED;
            case OTHER -> 0;
        };
    }

    private static byte trait(Bar bar) {
        return switch (bar) {
            case NOT -> 0;
            case POSSIBLY -> POSSIBLY_BARRED;
            case SURELY -> SURELY_BARRED;
        };
    }

    private boolean has(int copy, byte trait) {
        return (traits[copy] & trait) != 0;
    }

    /** How many numbers copies have; those that were named and never added have one, too. */
    public int nodes() {
        return keys.size();
    }

    /** Whether the copy of this number was added, not only named. */
    public boolean isAdded(int copy) {
        return traits[copy] != NOT_ADDED;
    }

    /** The number of a copy that was added; −1 for any other. */
    public int find(long keyHigh, long keyLow) {
        int node = keys.find(keyHigh, keyLow);
        return node >= 0 && isAdded(node) ? node : -1;
    }

    /** When the copy was posted. */
    public long postedAt(int copy) {
        return posted[copy];
    }

    /** When it was first flagged. */
    long flaggedAt(int copy) {
        return flagged[copy];
    }

    /** When it was removed at the earliest. */
    long removedAfter(int copy) {
        return removedAfter[copy];
    }

    /** When it was removed at the latest. */
    long removedBy(int copy) {
        return removedBy[copy];
    }

    /** When it was gone at the latest. */
    long goneBy(int copy) {
        return goneBy[copy];
    }

    /** Views that it had at least, or unknown. */
    public long viewsLower(int copy) {
        return viewsLower[copy];
    }

    /** Views that it had at most, or unknown. */
    public long viewsUpper(int copy) {
        return viewsUpper[copy];
    }

    /** The number of its platform. */
    public int platform(int copy) {
        return platform[copy];
    }

    /** The number of its variant. */
    int variant(int copy) {
        return variant[copy];
    }

    /** Whether it repeats an item that is there by the platform's own means. */
    boolean isShare(int copy) {
        return has(copy, SHARE);
    }

    /** What it is to a rule. */
    public Standing standing(int copy) {
        if (has(copy, VIOLATES)) {
            return Standing.VIOLATING;
        }
        return has(copy, IS_PROTECTED) ? Standing.PROTECTED : Standing.OTHER;
    }

    /** Whether its account was barred. */
    Bar bar(int copy) {
        if (has(copy, SURELY_BARRED)) {
            return Bar.SURELY;
        }
        return has(copy, POSSIBLY_BARRED) ? Bar.POSSIBLY : Bar.NOT;
    }

    /** The number of the copy it repeats, if that was added and not posted later; −1 otherwise. */
    int parent(int copy) {
        int above = parent[copy];
        return above >= 0 && isAdded(above) && posted[above] <= posted[copy] && above != copy ? above : -1;
    }

    /** Copies that were added in the order of posting, of one time those first that others repeat. */
    int[] inOrder() {
        int[] rows = IntStream.range(0, nodes()).filter(this::isAdded).toArray();
        long[] links = linksWithinOneTime(rows);
        Micros.sort(rows, links);
        Micros.sort(rows, posted);
        return rows;
    }

    /** How many copies of its own time stand above each copy. */
    private long[] linksWithinOneTime(int[] rows) {
        long[] links = new long[nodes()];
        boolean[] done = new boolean[nodes()];
        for (int row : rows) {
            int above = 0;
            int top = row;
            for (int next = twin(top); next >= 0 && !done[top]; next = twin(top)) {
                top = next;
                if (++above > rows.length) {
                    throw new IllegalArgumentException("Copies posted at " + posted[row]
                            + " microseconds repeat each other" + " in a circle, among them " + keys.key(row)
                            + "; expected trees: cut one of the links.");
                }
            }
            long base = links[top];
            for (int at = row; !done[at]; at = twin(at)) {
                links[at] = base + above--;
                done[at] = true;
                if (above < 0) {
                    break;
                }
            }
        }
        return links;
    }

    private int twin(int copy) {
        int above = parent(copy);
        return above >= 0 && posted[above] == posted[copy] ? above : -1;
    }
}
