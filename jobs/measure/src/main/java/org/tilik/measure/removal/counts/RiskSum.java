// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.counts;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Adds up any number of {@link RiskCounts}, small ones first, so that each kind is looked at a few times only. */
public final class RiskSum {

    private final Deque<RiskCounts> waiting = new ArrayDeque<>();

    /** A sum of nothing yet, at this resolution and with these names of causes. */
    public RiskSum(TimeGrid grid, List<String> causeNames) {
        waiting.push(new RiskCounter(grid, causeNames).counts());
    }

    /** Adds these counts. */
    public void add(RiskCounts counts) {
        RiskCounts sum = counts;
        while (!waiting.isEmpty() && waiting.peek().size() <= 2 * sum.size()) {
            sum = waiting.pop().merge(sum);
        }
        waiting.push(sum);
    }

    /** The sum so far. */
    public RiskCounts total() {
        while (waiting.size() > 1) {
            waiting.push(waiting.pop().merge(waiting.pop()));
        }
        return waiting.peek();
    }
}
