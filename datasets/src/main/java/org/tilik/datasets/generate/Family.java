// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

/**
 * Items that say the same, on whatever platform: counted while they are posted, never listed.
 *
 * <p>Open as long as one of its items can still be copied or shared; then it is told to the truth and forgotten.
 */
final class Family {
    private final Item root;
    private final double frailty;
    private long onReddit;
    private long onTwitter;
    private long shares;
    private long variants;
    private long reuploads;
    private long gone;
    private long lastPostedAt;
    private long lastGoneAt = Long.MIN_VALUE;
    private int open;

    /**
     * A family that begins with this item.
     *
     * @param frailty factor on how readily moderators and platform act against its items, mean 1
     */
    Family(Item root, double frailty) {
        this.root = root.alone();
        this.frailty = frailty;
    }

    String id() {
        return root.key();
    }

    double frailty() {
        return frailty;
    }

    /** A number that no other variant of the family has. */
    int nextVariant() {
        return (int) variants + 2;
    }

    /** Counts a member; {@code isVariant} and {@code isReupload} are about how it repeats what was there. */
    void add(Item item, Fate fate, boolean isVariant, boolean isReupload) {
        if (item.form().site() == Site.REDDIT) {
            onReddit++;
        } else {
            onTwitter++;
        }
        shares += item.form().isShare() ? 1 : 0;
        variants += isVariant ? 1 : 0;
        reuploads += isReupload ? 1 : 0;
        lastPostedAt = item.postedAt();
        if (fate.goes()) {
            gone++;
            lastGoneAt = Math.max(lastGoneAt, fate.goneAt());
        }
    }

    void open() {
        open++;
    }

    /** Whether this was the last of its items that could still be copied. */
    boolean closeOne() {
        return --open == 0;
    }

    long members() {
        return onReddit + onTwitter;
    }

    TruthFamily truth() {
        return new TruthFamily(
                id(),
                root.content().label().id(),
                root.content().language().code(),
                Times.instant(root.postedAt()),
                Times.instant(lastPostedAt),
                members(),
                onReddit,
                onTwitter,
                shares,
                variants + 1,
                reuploads,
                gone,
                gone == members() ? Times.instant(lastGoneAt) : null,
                frailty);
    }
}
