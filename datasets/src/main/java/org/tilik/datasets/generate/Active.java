// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.util.List;

/** An item that can still be answered, quoted, shared or copied, and what the stream has shown of it so far. */
final class Active {
    private final Item item;
    private final Family family;
    private final boolean reupload;
    private final Fates.Outcome outcome;
    private final Cascade cascade;
    private final int place;
    private final double contagion;
    private Active quoted;
    private Sightings sightings;
    private int retweets;
    private int replies;
    private int quotes;
    private boolean closed;

    /**
     * An item just posted.
     *
     * @param place its place in the cascade
     * @param contagion how readily it is answered, quoted, shared and copied, at least 1
     * @param quoted what it quotes, null for nothing
     */
    Active(
            Population.Posting posting,
            Fates.Outcome outcome,
            Cascade cascade,
            int place,
            double contagion,
            Active quoted) {
        this.item = posting.item();
        this.family = posting.family();
        this.reupload = posting.isReupload();
        this.outcome = outcome;
        this.cascade = cascade;
        this.place = place;
        this.contagion = contagion;
        this.quoted = quoted;
        family.open();
        cascade.open();
    }

    Item item() {
        return item;
    }

    Fates.Outcome outcome() {
        return outcome;
    }

    Fate fate() {
        return outcome.fate();
    }

    Family family() {
        return family;
    }

    Cascade cascade() {
        return cascade;
    }

    /** Whether it repeats what was gone. */
    boolean isReupload() {
        return reupload;
    }

    int place() {
        return place;
    }

    boolean canBeAnsweredAt(long ms) {
        return fate().visibleAt(ms) && !cascade.isFull();
    }

    double contagion() {
        return contagion;
    }

    /** What it quotes, where that can be shown at this millisecond; null otherwise. */
    Active quotedAt(long ms) {
        return quoted == null || quoted.closed || !quoted.fate().visibleAt(ms) ? null : quoted;
    }

    /** Counts what answers, quotes or shares it. */
    void count(Form form) {
        switch (form) {
            case RETWEET, CROSSPOST -> retweets++;
            case ANSWER, COMMENT -> replies++;
            case QUOTE -> quotes++;
            case LINK, TEXT, TWEET -> throw new IllegalArgumentException(form + " refers to nothing");
        }
    }

    int retweets() {
        return retweets;
    }

    int replies() {
        return replies;
    }

    int quotes() {
        return quotes;
    }

    /** What the stream showed of it; null while it showed nothing. */
    Sightings sightings() {
        return sightings;
    }

    /** Takes down that the stream showed it for the first time, and what a checker will see. */
    void seen(boolean topLevel, long ms, List<Look> rechecks, StreamPlan plan) {
        sightings = new Sightings(topLevel, ms, fate(), rechecks, plan);
    }

    /** From here on nothing refers to it any more. */
    void close() {
        closed = true;
        quoted = null;
    }
}
