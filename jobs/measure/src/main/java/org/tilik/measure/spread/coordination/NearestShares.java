// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.coordination;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.ObjIntConsumer;

/**
 * Says of each share of a content what the narrowest window is in which it has a pair, in time proportional to the number
 * of shares: the nearest share before or after it that it can be a pair with decides.
 *
 * <p>Shares come in the order of content, time and item. What is held is the shares of one account that follow each other
 * with no other account's between them, within the widest window.
 */
public final class NearestShares {

    private static final long NEVER = Long.MAX_VALUE;

    private record Waiting(Share share, long gapBefore) {}

    private final CoordinationRules rules;
    private final ObjIntConsumer<Share> out;
    private final Deque<Waiting> run = new ArrayDeque<>();
    private String object;
    private String account;
    private long lastOther;
    private boolean hasOther;
    private long last;

    /**
     * For all contents one after the other.
     *
     * @param out receives each share with the number of the narrowest window in which it has a pair; the number of
     *     windows if it has none
     */
    public NearestShares(CoordinationRules rules, ObjIntConsumer<Share> out) {
        this.rules = rules;
        this.out = out;
    }

    /** The next share. */
    public void add(Share share) {
        if (!share.object().equals(object)) {
            end();
            object = share.object();
        }
        if (!rules.admits(share)) {
            out.accept(share, rules.windows());
            return;
        }
        boolean other = !run.isEmpty() && (rules.loops() || !share.account().equals(account));
        if (other) {
            run.forEach(waiting -> decide(
                    waiting,
                    Math.min(
                            waiting.gapBefore(),
                            share.micros() - waiting.share().micros())));
            run.clear();
            lastOther = last;
            hasOther = true;
        }
        while (!run.isEmpty() && share.micros() - run.peekFirst().share().micros() > rules.widest()) {
            Waiting waiting = run.removeFirst();
            decide(waiting, waiting.gapBefore());
        }
        run.add(new Waiting(share, hasOther ? share.micros() - lastOther : NEVER));
        account = share.account();
        last = share.micros();
    }

    /** After the last share. */
    public void end() {
        run.forEach(waiting -> decide(waiting, waiting.gapBefore()));
        run.clear();
        hasOther = false;
    }

    private void decide(Waiting waiting, long gap) {
        out.accept(waiting.share(), rules.narrowest(gap));
    }
}
