// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.compare;

import java.util.Arrays;

/**
 * How unequally copies are spread over the accounts that made them.
 *
 * <pre>
 * top share(q) = copies of the ⌈q A⌉ accounts with the most / all copies          A accounts with at least one copy
 * Gini         = Σ_i (2 i − A − 1) x_i / (A Σ x_i)                                x_i copies of account i, ascending
 * </pre>
 *
 * <p>Gini's mean difference of these accounts over twice their mean (no correction A / (A − 1)): 0 when all made as many,
 * 1 − 1/A when one made nearly all. Accounts without a copy are not in the data, and would raise it. Both grow with what is
 * counted as a copy and with how long accounts were followed: compare like with like. Gini, Variabilità e mutabilità, 1912;
 * formula of Damgaard and Weiner, Describing inequality in plant size or fecundity, 2000,
 * doi:10.1890/0012-9658(2000)081[1139:DIIPSO]2.0.CO;2. Equal to {@code Gini(x)} of R ineq.
 */
public final class Concentration {
    private final long[] ascending;
    private final long copies;

    private Concentration(long[] ascending) {
        this.ascending = ascending;
        long sum = 0;
        for (long count : ascending) {
            sum = Math.addExact(sum, count);
        }
        this.copies = sum;
    }

    /** The concentration of these numbers of copies, one for each account; an account with 0 copies is left out. */
    public static Concentration of(long[] copiesByAccount) {
        Concentration every = ofEvery(copiesByAccount);
        int zeros = 0;
        while (zeros < every.ascending.length && every.ascending[zeros] == 0) {
            zeros++;
        }
        return new Concentration(Arrays.copyOfRange(every.ascending, zeros, every.ascending.length));
    }

    /** The concentration of what each account has, for instance followers; an account that has none counts as one of them. */
    public static Concentration ofEvery(long[] byAccount) {
        long[] ascending = Arrays.stream(byAccount).sorted().toArray();
        if (ascending.length > 0 && ascending[0] < 0) {
            throw new IllegalArgumentException("An account has " + ascending[0] + ", expected a number from 0.");
        }
        return new Concentration(ascending);
    }

    /** The concentration of posts by these accounts, numbers from 0; posts without a known account (−1) are left out. */
    public static Concentration ofPosts(int[] accounts) {
        int[] sorted = Arrays.stream(accounts).filter(a -> a >= 0).sorted().toArray();
        long[] counts = new long[sorted.length];
        int different = 0;
        for (int i = 0; i < sorted.length; i++) {
            different += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
            counts[different - 1]++;
        }
        return of(Arrays.copyOf(counts, different));
    }

    /** Number of accounts with a copy; with {@link #ofEvery} of all. */
    public int accounts() {
        return ascending.length;
    }

    /** Number of copies. */
    public long copies() {
        return copies;
    }

    /**
     * The share of copies that the most active accounts made, 0.01 for the top 1 %; NaN where that is less than one account
     * (below 100 accounts for 1 %): its first account would be more than 1 %.
     */
    public double topShare(double shareOfAccounts) {
        if (!(shareOfAccounts > 0 && shareOfAccounts <= 1)) {
            throw new IllegalArgumentException(
                    "The share of accounts is " + shareOfAccounts + ", expected above 0 and at most 1.");
        }
        // 0.01 · 300 is a little above 3 in binary numbers.
        double exact = shareOfAccounts * accounts();
        double whole = Math.rint(exact);
        boolean isWhole = Math.abs(exact - whole) < 1e-9 * whole;
        if (exact < 1 && !isWhole) {
            return Double.NaN;
        }
        int top = (int) (isWhole ? whole : Math.ceil(exact));
        long sum = 0;
        for (int i = accounts() - top; i < accounts(); i++) {
            sum += ascending[i];
        }
        return (double) sum / copies;
    }

    /** Gini's coefficient in [0, 1); NaN for fewer than two accounts. */
    public double gini() {
        int n = accounts();
        if (n < 2) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += (2.0 * i + 1 - n) * ascending[i];
        }
        return sum / ((double) n * copies);
    }
}
