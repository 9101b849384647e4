// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

/**
 * When items are posted and on which platform: Reddit's evenly over the whole period, Twitter's evenly over the part of
 * it that the stream covers, which in a small world is shorter so that no minute of the stream is empty.
 */
final class Timeline {
    private final Period posted;
    private final long streamSeconds;
    private final double twitterItems;
    /** Number of items posted by the end of the stream. */
    private final double untilStreamEnds;

    private final double afterwards;

    Timeline(WorldSettings settings) {
        this.posted = settings.posted();
        this.streamSeconds = settings.twitterShare() == 0
                ? posted.seconds()
                : settings.stream().covered().seconds();
        double items = settings.items();
        this.twitterItems = items * settings.twitterShare();
        double reddit = items - twitterItems;
        double during = streamSeconds / (double) posted.seconds();
        this.untilStreamEnds = twitterItems + reddit * during;
        this.afterwards = reddit * (1 - during);
    }

    /** Millisecond of posting of item number {@code number}; {@code jitter} on [0, 1) is its place in its slot. */
    long postedAt(long number, double jitter) {
        double place = number + jitter;
        if (place < untilStreamEnds) {
            return posted.from().toEpochMilli() + (long) (place / untilStreamEnds * streamSeconds * 1000);
        }
        long rest = posted.seconds() - streamSeconds;
        return streamEnd() + (long) ((place - untilStreamEnds) / afterwards * rest * 1000);
    }

    /** The platform of an item posted at this millisecond; {@code luck} on [0, 1) decides where both are possible. */
    Site site(long ms, double luck) {
        return ms < streamEnd() && luck * untilStreamEnds < twitterItems ? Site.TWITTER : Site.REDDIT;
    }

    private long streamEnd() {
        return posted.from().toEpochMilli() + streamSeconds * 1000;
    }
}
