// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.variants;

import java.util.Arrays;

/**
 * Says which texts of a bucket are compared: all with all in a bucket of up to {@link #WHOLE}, and in a fuller one each with
 * the {@link #NEXT} that follow it.
 *
 * <p>Full buckets hold what thousands say with small changes. There the next ones tie such texts together as well as all
 * would, because each bucket has an order of its own: what is far apart in one stands close in another. Bucket and order
 * make up a {@link #place}, by which texts must be sorted; those of equal place may come in any order. So what is compared
 * depends on texts alone. Pairs whose sizes rule out the loosest similarity are no comparisons.
 */
public final class BucketPairs {
    /** Texts up to which a bucket is compared as a whole. */
    public static final int WHOLE = 32;
    /** In a fuller bucket, texts that each one is compared with in its order. */
    public static final int NEXT = 8;

    /** Bits of a place that tell the order; the others tell the bucket, and buckets that fall together do no harm. */
    private static final int ORDER_BITS = 24;

    private static final long ORDER = (1L << ORDER_BITS) - 1;

    private final Pairs pairs;
    /** The last texts of the bucket, in a ring. */
    private final Member[] members = new Member[WHOLE];
    /** Texts of one place, of which there is mostly one. */
    private Member[] level = new Member[1];

    private int levelSize;
    private long place;
    private long count;
    private long cutBuckets;

    private record Member(long text, int shingles) {}

    /** Takes two texts that are to be compared. */
    @FunctionalInterface
    public interface Pairs {
        /** Two texts, the one with the smaller number first. */
        void compare(long one, long other);
    }

    /** Tells of the pairs. */
    public BucketPairs(Pairs pairs) {
        this.pairs = pairs;
    }

    /** Where a text stands in a bucket: a number that sorts by bucket, and in each bucket by another order. */
    public static long place(long bucket, long text) {
        return (bucket & ~ORDER) | (Shingles.mix(bucket ^ text) & ORDER);
    }

    /** The bucket of a place, as a number. */
    public static long bucket(long place) {
        return place >>> ORDER_BITS;
    }

    /**
     * The next text, sorted by {@link #place}.
     *
     * @param shingles size of its set
     */
    public void add(long textPlace, long text, int shingles) {
        if (textPlace != place) {
            finishPlace();
            if (bucket(textPlace) != bucket(place)) {
                finishBucket();
            }
            place = textPlace;
        }
        if (levelSize == level.length) {
            level = Arrays.copyOf(level, 2 * levelSize);
        }
        int at = levelSize++;
        for (; at > 0 && level[at - 1].text() > text; at--) {
            level[at] = level[at - 1];
        }
        level[at] = new Member(text, shingles);
    }

    /** Ends the last bucket. */
    public void finish() {
        finishPlace();
        finishBucket();
    }

    /** Number of buckets so far that were too full for all to be compared. */
    public long cutBuckets() {
        return cutBuckets;
    }

    private void finishPlace() {
        for (int i = 0; i < levelSize; i++) {
            add(level[i]);
        }
        levelSize = 0;
    }

    private void add(Member member) {
        if (count == WHOLE) {
            cutBuckets++;
            for (int earlier = 1; earlier < WHOLE; earlier++) {
                compareBack(earlier, Math.min(earlier, NEXT));
            }
        }
        members[slot(count)] = member;
        if (count >= WHOLE) {
            compareBack(count, NEXT);
        }
        count++;
    }

    private void finishBucket() {
        if (count <= WHOLE) {
            for (int member = 1; member < count; member++) {
                compareBack(member, member);
            }
        }
        count = 0;
    }

    private void compareBack(long member, int back) {
        Member one = members[slot(member)];
        for (int i = 1; i <= back; i++) {
            Member other = members[slot(member - i)];
            boolean canBeSimilar = Shingles.canReach(Similarity.LOOSE.least(), one.shingles(), other.shingles());
            if (canBeSimilar && one.text() != other.text()) {
                pairs.compare(Math.min(one.text(), other.text()), Math.max(one.text(), other.text()));
            }
        }
    }

    private static int slot(long member) {
        return (int) (member % WHOLE);
    }
}
