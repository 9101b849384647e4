// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * The observed lifetimes of items, in hours since the origin of one clock; columnar and immutable.
 *
 * <p>A row says: {@code weight} items came under observation at {@code entry} and went at a time T with
 * {@code lower < T ≤ upper}, by {@code cause}.
 *
 * <ul>
 *   <li>{@code lower == upper}: T is known exactly.
 *   <li>{@code upper = +∞}: still visible when last seen at {@code lower} (right-censored); the cause is 0.
 *   <li>{@code entry = −∞}: under observation from the start (no left truncation).
 * </ul>
 *
 * <p>The risk set is (entry, exit], with exit = {@code upper}, or {@code lower} of a censored row. A row with
 * exit ≤ entry was never at risk: it is left out and counted in {@link #noFollowUp()}. An item that was seen at its
 * entry was alive then, so a bracket that began before entry begins at entry.
 *
 * <p>{@code family} binds rows that are not independent (copies of one content); −1 means none.
 */
public final class RemovalData {

    private final List<String> causeNames;
    private final double[] entry;
    private final double[] lower;
    private final double[] upper;
    private final int[] cause;
    private final double[] weight;
    private final int[] family;
    private final double noFollowUp;

    RemovalData(
            List<String> causeNames,
            double[] entry,
            double[] lower,
            double[] upper,
            int[] cause,
            double[] weight,
            int[] family,
            double noFollowUp) {
        this.causeNames = causeNames;
        this.entry = entry;
        this.lower = lower;
        this.upper = upper;
        this.cause = cause;
        this.weight = weight;
        this.family = family;
        this.noFollowUp = noFollowUp;
    }

    /** A builder for rows whose causes 1 … K have these names; an empty list when causes are not recorded. */
    public static RemovalDataBuilder builder(List<String> causeNames) {
        return new RemovalDataBuilder(causeNames);
    }

    /** Number of rows (not of items: see {@link #totalWeight()}). */
    public int size() {
        return lower.length;
    }

    /** When row i came under observation, hours; −∞ = from the start. */
    public double entry(int i) {
        return entry[i];
    }

    /** When row i was last known visible, hours. */
    public double lower(int i) {
        return lower[i];
    }

    /** When row i was first known gone, hours; +∞ = never. */
    public double upper(int i) {
        return upper[i];
    }

    /** Why row i went, 1 … K; 0 = censored, or causes are not recorded. */
    public int cause(int i) {
        return cause[i];
    }

    /** How many items row i stands for. */
    public double weight(int i) {
        return weight[i];
    }

    /** The weights of all rows. */
    double[] weights() {
        return weight.clone();
    }

    /** The family of row i, −1 = none. */
    public int family(int i) {
        return family[i];
    }

    /** Names of the causes 1 … K, in order. */
    public List<String> causeNames() {
        return causeNames;
    }

    /** Items never at risk (exit ≤ entry), left out of every row. */
    public double noFollowUp() {
        return noFollowUp;
    }

    /** Whether row i is still visible when last seen. */
    public boolean isCensored(int i) {
        return upper[i] == Double.POSITIVE_INFINITY;
    }

    /** Whether row i went at an unknown time between two sightings. */
    public boolean isBracket(int i) {
        return lower[i] < upper[i] && !isCensored(i);
    }

    /** The end of follow-up of row i: when it went (at the latest), or was last seen. */
    public double exit(int i) {
        return isCensored(i) ? lower[i] : upper[i];
    }

    /** Number of items. */
    public double totalWeight() {
        double sum = 0;
        for (double w : weight) {
            sum += w;
        }
        return sum;
    }

    /** Number of items that went. */
    public double events() {
        return totalWeight() - censored();
    }

    /** Number of items still visible when last seen. */
    public double censored() {
        double sum = 0;
        for (int i = 0; i < size(); i++) {
            sum += isCensored(i) ? weight[i] : 0;
        }
        return sum;
    }

    /** Number of items that went at a time known only as a bracket. */
    public double brackets() {
        double sum = 0;
        for (int i = 0; i < size(); i++) {
            sum += isBracket(i) ? weight[i] : 0;
        }
        return sum;
    }

    /** The latest time at which anything was seen, hours; −∞ without rows. */
    public double lastFollowUp() {
        double last = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size(); i++) {
            last = Math.max(last, exit(i));
        }
        return last;
    }

    /**
     * The earliest time from which {@code minimum} items were under observation up to {@code deadline}, hours; 0 = from
     * the start.
     */
    public double watchedFrom(double deadline, double minimum) {
        return new RiskWindow(this).startFor(deadline, minimum);
    }

    /**
     * The same data with equal rows added up, in an order that does not depend on the order of the input, so that
     * seeded resampling does not either. Families of one item become plain items.
     */
    public RemovalData collapsed() {
        return RowCollapse.of(withFamilies(Families.canonical(this))).data;
    }

    /** Rows {@code rows[0 … count)} with these weights. */
    RemovalData select(int[] rows, double[] weights, int count) {
        double[] e = new double[count];
        double[] l = new double[count];
        double[] u = new double[count];
        int[] c = new int[count];
        int[] f = new int[count];
        for (int i = 0; i < count; i++) {
            e[i] = entry[rows[i]];
            l[i] = lower[rows[i]];
            u[i] = upper[rows[i]];
            c[i] = cause[rows[i]];
            f[i] = family[rows[i]];
        }
        return new RemovalData(causeNames, e, l, u, c, Arrays.copyOf(weights, count), f, noFollowUp);
    }

    /** The same rows with other weights (0 = the row is not in the sample). */
    RemovalData reweighted(double[] weights) {
        int[] rows = new int[size()];
        double[] kept = new double[size()];
        int count = 0;
        for (int i = 0; i < size(); i++) {
            if (weights[i] > 0) {
                rows[count] = i;
                kept[count++] = weights[i];
            }
        }
        return select(rows, kept, count);
    }

    /** The same rows, each standing for one item. */
    RemovalData eachOnce() {
        double[] ones = new double[size()];
        Arrays.fill(ones, 1);
        return new RemovalData(causeNames, entry, lower, upper, cause, ones, family, noFollowUp);
    }

    /** The same rows with causes renamed: {@code newCause} maps 1 … K to 1 … new K. */
    RemovalData recoded(List<String> names, IntUnaryOperator newCause) {
        int[] c = new int[size()];
        for (int i = 0; i < size(); i++) {
            c[i] = cause[i] == 0 ? 0 : newCause.applyAsInt(cause[i]);
        }
        return new RemovalData(names, entry, lower, upper, c, weight, family, noFollowUp);
    }

    /** The same rows, whatever the items went by. */
    public RemovalData withoutCauses() {
        return recoded(List.of(), cause -> 0);
    }

    /** The same rows with other family numbers. */
    RemovalData withFamilies(int[] families) {
        return new RemovalData(causeNames, entry, lower, upper, cause, weight, families, noFollowUp);
    }

    /** The same rows, each without a family. */
    RemovalData withoutFamilies() {
        int[] none = new int[size()];
        Arrays.fill(none, -1);
        return withFamilies(none);
    }

    /** Whether some bracket has {@code deadline} strictly inside, so that the data do not say on which side T lies. */
    boolean straddles(double deadline) {
        for (int i = 0; i < size(); i++) {
            if (isBracket(i) && lower[i] < deadline && deadline < upper[i]) {
                return true;
            }
        }
        return false;
    }

    /**
     * What the rows say of the time until {@code deadline}: a bracket around it is cut there, its early part kept or
     * its late part, and whatever went later is still visible at the deadline. Families are forgotten.
     */
    RemovalData until(double deadline, boolean keepEarly) {
        double[] e = entry.clone();
        double[] l = lower.clone();
        double[] u = upper.clone();
        int[] c = cause.clone();
        int[] none = new int[size()];
        Arrays.fill(none, -1);
        for (int i = 0; i < size(); i++) {
            boolean early = lower[i] < deadline && (keepEarly || upper[i] <= deadline);
            boolean late = isCensored(i) ? lower[i] >= deadline : !early && upper[i] > deadline;
            e[i] = Math.min(entry[i], deadline);
            if (late) {
                l[i] = deadline;
                u[i] = Double.POSITIVE_INFINITY;
                c[i] = 0;
            } else if (!isCensored(i)) {
                u[i] = Math.min(upper[i], deadline);
            }
        }
        return new RemovalData(causeNames, e, l, u, c, weight, none, noFollowUp);
    }
}
