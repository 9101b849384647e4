// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.counts;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tilik.measure.removal.IndependentGroups;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalDataBuilder;
import org.tilik.measure.removal.RemovalEstimate;
import org.tilik.measure.removal.RemovalEstimator;

/**
 * How many items entered, and how many left in which way, in each cell of time: all that estimates need of any number
 * of items, and what several tasks count of them can be added up in any order. Immutable.
 *
 * <p>The likelihood of the items is Π P(way of leaving) / Π P(visible at entry), and risk sets are entries less exits,
 * so who entered when is needed only in sum and not for each way of leaving. The size is bounded by the number of cells
 * (for exact times) or pairs of cells (for brackets), times groups and causes, whatever the number of items.
 *
 * <p>Items that are not independent are counted in {@value Keys#GROUPS} random groups: a family is in one group as a
 * whole, which one a hash of its id decides. Groups are independent of each other, so samples of whole groups have the
 * variance that samples of families have, at no more cost for each item than adding one. Wolter, Introduction to
 * Variance Estimation, 2007, doi:10.1007/978-0-387-35099-8, chapter 2 (random groups); groups of clusters drawn with
 * replacement: Field and Welsh, Bootstrapping clustered data, 2007, doi:10.1111/j.1467-9868.2007.00593.x. With 256
 * groups the standard error itself is known to 4 % (1 / √(2 · 255)).
 */
public final class RiskCounts {

    private final TimeGrid grid;
    private final List<String> causeNames;
    private final SortedCounts entries;
    private final SortedCounts exits;
    private final SortedCounts families;
    private final long noFollowUp;

    RiskCounts(
            TimeGrid grid,
            List<String> causeNames,
            SortedCounts entries,
            SortedCounts exits,
            SortedCounts families,
            long noFollowUp) {
        this.grid = grid;
        this.causeNames = causeNames;
        this.entries = entries;
        this.exits = exits;
        this.families = families;
        this.noFollowUp = noFollowUp;
    }

    /** What these and other items count together; associative and commutative. */
    public RiskCounts merge(RiskCounts other) {
        if (!grid.equals(other.grid) || !causeNames.equals(other.causeNames)) {
            throw new IllegalArgumentException("Counts of " + grid + " and causes " + causeNames
                    + " cannot be added to counts of " + other.grid + " and causes " + other.causeNames + ".");
        }
        return new RiskCounts(
                grid,
                causeNames,
                entries.plus(other.entries),
                exits.plus(other.exits),
                families.plus(other.families),
                noFollowUp + other.noFollowUp);
    }

    /**
     * Parts of these counts with at most so many kinds each, to be sent and merged elsewhere; at least one part.
     *
     * @throws IllegalArgumentException where parts may not hold anything
     */
    public List<RiskCounts> parts(int kinds) {
        if (kinds < 1) {
            throw new IllegalArgumentException("Parts of " + kinds + " kinds were asked for, expected 1 or more.");
        }
        int largest = Math.max(entries.size(), Math.max(exits.size(), families.size()));
        List<RiskCounts> parts = new ArrayList<>();
        for (int from = 0; from == 0 || from < largest; from += kinds) {
            parts.add(new RiskCounts(
                    grid,
                    causeNames,
                    entries.slice(from, kinds),
                    exits.slice(from, kinds),
                    families.slice(from, kinds),
                    from == 0 ? noFollowUp : 0));
        }
        return List.copyOf(parts);
    }

    /** Writes the counts; the resolution and the names of causes, which all tasks share, are left out. */
    public void write(DataOutput out) throws IOException {
        entries.write(out);
        exits.write(out);
        families.write(out);
        out.writeLong(noFollowUp);
    }

    /** Reads what {@link #write} wrote. */
    public static RiskCounts read(DataInput in, TimeGrid grid, List<String> causeNames) throws IOException {
        return new RiskCounts(
                grid,
                List.copyOf(causeNames),
                SortedCounts.read(in),
                SortedCounts.read(in),
                SortedCounts.read(in),
                in.readLong());
    }

    /** Number of kinds of entries and exits, to which memory is proportional; families of several items come on top. */
    public int size() {
        return entries.size() + exits.size();
    }

    /** Items with follow-up at this resolution. */
    public long items() {
        long sum = 0;
        for (int i = 0; i < entries.size(); i++) {
            sum += entries.count(i);
        }
        return sum;
    }

    /** Whether some item went at a time known only as a bracket. */
    public boolean hasBrackets() {
        for (int i = 0; i < exits.size(); i++) {
            if (Keys.isBracket(exits.key(i))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Rows that give every estimate of the counted items except for its intervals: entries and exits are paired in
     * their order, which keeps each entry before its exit.
     */
    public RemovalData data() {
        RemovalDataBuilder rows = RemovalData.builder(causeNames);
        addRows(rows, ungrouped(entries, Keys.ENTRY_BITS), ungrouped(exits, Keys.EXIT_BITS), -1);
        return rows.addWithoutFollowUp((double) noFollowUp).build();
    }

    /** The same with each group's rows as a family of its own. */
    private RemovalData groupedData() {
        RemovalDataBuilder rows = RemovalData.builder(causeNames);
        for (int group = 0; group < Keys.GROUPS; group++) {
            addRows(rows, part(entries, group, Keys.ENTRY_BITS), part(exits, group, Keys.EXIT_BITS), group);
        }
        return rows.addWithoutFollowUp((double) noFollowUp).build();
    }

    private static SortedCounts part(SortedCounts counts, long group, int bits) {
        return counts.part(group << bits, (group + 1) << bits);
    }

    /** Sums over groups, added pairwise so that each kind is looked at a few times only. */
    private static SortedCounts ungrouped(SortedCounts counts, int bits) {
        SortedCounts[] sums = new SortedCounts[Keys.GROUPS];
        for (int group = 0; group < Keys.GROUPS; group++) {
            sums[group] = part(counts, group, bits);
        }
        for (int step = 1; step < Keys.GROUPS; step *= 2) {
            for (int i = 0; i + step < Keys.GROUPS; i += 2 * step) {
                sums[i] = sums[i].plus(sums[i + step]);
            }
        }
        return sums[0];
    }

    private void addRows(RemovalDataBuilder rows, SortedCounts in, SortedCounts out, int family) {
        int e = 0;
        long left = in.size() == 0 ? 0 : in.count(0);
        for (int x = 0; x < out.size(); x++) {
            long key = out.key(x);
            double lower = grid.hours(Keys.lower(key));
            double upper = Keys.upper(key) < 0 ? Double.POSITIVE_INFINITY : grid.hours(Keys.upper(key));
            for (long missing = out.count(x); missing > 0; ) {
                long items = Math.min(missing, left);
                rows.add(
                        grid.hours(Keys.entryBoundary(in.key(e))),
                        lower,
                        upper,
                        Keys.cause(key),
                        (double) items,
                        family);
                missing -= items;
                left -= items;
                if (left == 0 && ++e < in.size()) {
                    left = in.count(e);
                }
            }
        }
    }

    /**
     * The estimates of the counted items: the same as of rows whose times are rounded as {@link TimeGrid} says, but for
     * intervals from samples, which are of random groups.
     *
     * @throws IllegalArgumentException where a deadline lies inside a cell of time
     */
    public RemovalEstimate estimate(RemovalEstimator estimator) {
        grid.requireAll(estimator.deadlines());
        IndependentGroups groups = groups();
        return hasBrackets() || groups.anyFamily()
                ? estimator.estimate(groupedData(), groups)
                : estimator.estimate(data());
    }

    private IndependentGroups groups() {
        double items = items();
        double inFamilies = 0;
        double squares = 0;
        boolean shared = false;
        for (int i = 0; i < families.size(); i++) {
            double size = families.count(i);
            inFamilies += size;
            squares += size * size;
            shared |= size > 1;
        }
        double sum = squares + items - inFamilies;
        return new IndependentGroups(sum > 0 ? items * items / sum : 0, shared);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RiskCounts same
                && grid.equals(same.grid)
                && causeNames.equals(same.causeNames)
                && entries.equals(same.entries)
                && exits.equals(same.exits)
                && families.equals(same.families)
                && noFollowUp == same.noFollowUp;
    }

    @Override
    public int hashCode() {
        return 31 * entries.hashCode() + exits.hashCode();
    }
}
