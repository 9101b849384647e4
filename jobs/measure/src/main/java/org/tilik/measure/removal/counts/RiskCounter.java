// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.counts;

import java.util.List;

/** Counts items one by one, as one task sees them, into {@link RiskCounts}. */
public final class RiskCounter {

    private final TimeGrid grid;
    private final List<String> causeNames;
    private final ItemBuffer entries = new ItemBuffer();
    private final ItemBuffer exits = new ItemBuffer();
    private final ItemBuffer families = new ItemBuffer();
    private long noFollowUp;

    /** For items whose causes 1 … K have these names, at this resolution. */
    public RiskCounter(TimeGrid grid, List<String> causeNames) {
        if (causeNames.size() > Keys.MOST_CAUSES) {
            throw new IllegalArgumentException(
                    causeNames.size() + " causes are named, expected at most " + Keys.MOST_CAUSES + ".");
        }
        this.grid = grid;
        this.causeNames = List.copyOf(causeNames);
    }

    /**
     * Counts one item; times in hours as in {@link org.tilik.measure.removal.RemovalData}.
     *
     * @param unit what is independent of all else: a hash of the family's id, or of the item's own where it has none
     * @param inFamily whether the unit is a family
     * @throws IllegalArgumentException where a time is negative or not a number, or the bracket is reversed
     */
    public void add(double entry, double lower, double upper, int cause, long unit, boolean inFamily) {
        boolean censored = upper == Double.POSITIVE_INFINITY;
        if (!(upper >= lower) || cause < 0 || cause > causeNames.size() || (censored && cause > 0)) {
            throw new IllegalArgumentException("An item was last seen alive at " + lower + " hours and gone at " + upper
                    + " by cause " + cause + "; expected times in this order and a cause from 0 to "
                    + causeNames.size() + ", 0 for an item not gone.");
        }
        int from = entry == Double.NEGATIVE_INFINITY ? TimeGrid.NONE : grid.atOrAfter(entry);
        int exit = censored ? grid.atOrBefore(lower) : grid.atOrAfter(upper);
        if (exit <= from) {
            noFollowUp++;
            return;
        }
        int group = Keys.group(unit);
        entries.add(Keys.entry(group, from));
        if (censored) {
            exits.add(Keys.censored(group, exit));
        } else if (lower == upper) {
            exits.add(Keys.exact(group, exit, cause));
        } else {
            exits.add(Keys.bracket(group, Math.max(from, grid.atOrBefore(lower)), exit, cause));
        }
        if (inFamily) {
            families.add(unit);
        }
    }

    /** The items counted so far. */
    public RiskCounts counts() {
        return new RiskCounts(grid, causeNames, entries.counts(), exits.counts(), families.counts(), noFollowUp);
    }
}
