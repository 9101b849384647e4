// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.coordination;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;

/**
 * Makes the pairs of each content with a window that slides over its shares.
 *
 * <p>Shares come in the order of content, time and item, each with the narrowest window in which its account takes part
 * often enough; a pair needs one such share. Held are the shares of one content within the widest window, at most
 * {@value #MOST_HELD}. A content makes at most so many pairs as the rules say with gaps that one window holds and the next
 * narrower one does not, and looks at {@value #LOOKS} times as many; from then on the content is crowded in that window and
 * all wider ones: it makes no more pairs with such gaps, and those that it made are the first in time.
 */
public final class PairSearch {

    /** Most shares of one content that are held. */
    static final int MOST_HELD = 100_000;
    /** Most pairs that are looked at for one that may be made, since two shares of one account make none. */
    static final int LOOKS = 20;

    private final CoordinationRules rules;
    private final Consumer<SharePair> out;
    private final ObjIntConsumer<String> crowded;
    private Share[] held = new Share[16];
    private int[] enough = new int[16];
    private int first;
    private int end;
    private final long[] made;
    private final long[] seen;
    private String object;
    private int crowdedFrom;

    /**
     * For all contents one after the other.
     *
     * @param out receives the pairs
     * @param crowded receives contents of which not all pairs were made, with the narrowest such window
     */
    public PairSearch(CoordinationRules rules, Consumer<SharePair> out, ObjIntConsumer<String> crowded) {
        this.rules = rules;
        this.out = out;
        this.crowded = crowded;
        this.made = new long[rules.windows()];
        this.seen = new long[rules.windows()];
        this.crowdedFrom = rules.windows();
    }

    /** The next share, with the narrowest window in which its account takes part often enough. */
    public void add(Share share, int enoughFrom) {
        if (!share.object().equals(object)) {
            end();
            object = share.object();
        }
        if (!rules.admits(share)) {
            return;
        }
        while (first < end && share.micros() - held[first].micros() > rules.widest()) {
            held[first++] = null;
        }
        int nearest = end - 1;
        for (int band = 0; band < rules.windows() && nearest >= first; band++) {
            int farther = lastFartherThan(share.micros() - rules.windowsMicros().get(band), nearest);
            if (nearest > farther) {
                pairs(share, enoughFrom, band, nearest, farther);
            }
            nearest = farther;
        }
        hold(share, enoughFrom);
    }

    /** The last held share before a time, at or before {@code from}; {@code first − 1} if none is. */
    private int lastFartherThan(long micros, int from) {
        int low = first - 1;
        int high = from;
        while (low < high) {
            int middle = low + (high - low + 1) / 2;
            if (held[middle].micros() < micros) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private void pairs(Share share, int enoughFrom, int band, int nearest, int farther) {
        for (int i = nearest; i > farther; i--) {
            if (made[band] >= rules.mostPairs() || seen[band] >= LOOKS * rules.mostPairs()) {
                crowdedFrom = Math.min(crowdedFrom, band);
                return;
            }
            seen[band]++;
            int narrowest = Math.max(band, Math.min(enoughFrom, enough[i]));
            if (narrowest < rules.windows() && rules.admits(held[i], share)) {
                made[band]++;
                out.accept(new SharePair(held[i], share, narrowest));
            }
        }
    }

    private void hold(Share share, int enoughFrom) {
        if (end - first == MOST_HELD) {
            // It lies within the widest window of the next share only if that comes as soon.
            crowdedFrom = Math.min(crowdedFrom, rules.narrowest(share.micros() - held[first].micros()));
            held[first++] = null;
        }
        if (end == held.length) {
            int size = end - first;
            Share[] shares = size > held.length / 2 ? new Share[2 * held.length] : held;
            int[] windows = size > held.length / 2 ? new int[2 * held.length] : enough;
            System.arraycopy(held, first, shares, 0, size);
            System.arraycopy(enough, first, windows, 0, size);
            Arrays.fill(shares, size, shares.length, null);
            held = shares;
            enough = windows;
            first = 0;
            end = size;
        }
        held[end] = share;
        enough[end++] = enoughFrom;
    }

    /** After the last share. */
    public void end() {
        if (crowdedFrom < rules.windows()) {
            crowded.accept(object, crowdedFrom);
        }
        Arrays.fill(held, first, end, null);
        first = 0;
        end = 0;
        Arrays.fill(made, 0);
        Arrays.fill(seen, 0);
        crowdedFrom = rules.windows();
    }
}
