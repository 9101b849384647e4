// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.compare;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How many accounts can follow one of those that posted something, in number of accounts, from what records state of each.
 *
 * <pre>
 * bound    max_a f_a  ≤  |⋃_a F_a|  ≤  Σ_a f_a          F_a followers of account a, f_a their stated number
 * mean     Σ_a f_a / A  ≤  max_a f_a                    A accounts
 * </pre>
 *
 * <p>Each account counts once, with the most followers that a record states of it. The sum is an upper bound and no number of
 * people: who follows several of the accounts is in it for each. It says nothing of who saw it: followers may not, and others
 * may. It bounds nothing where an account is not known or its followers are not stated; then there is none.
 *
 * <p>For publication the mean stands for the maximum, which is the number of one account, and both ends are rounded outward to
 * two digits. Where one account has more than half of the sum there is none: the number would tell how large that account is,
 * and with that nearly which it is.
 */
public final class Reach {
    /** Stands for followers that no record states. */
    public static final long NOT_STATED = -1;

    private static final long HUNDRED = 100;
    private static final int TEN = 10;

    private final long[] stated;
    private final long accounts;
    private final boolean isComplete;
    private final long sum;
    private final long most;

    private Reach(long[] mostByAccount, boolean everyAccountKnown) {
        this.accounts = mostByAccount.length;
        this.stated = Arrays.stream(mostByAccount).filter(n -> n >= 0).toArray();
        this.isComplete = everyAccountKnown && accounts > 0 && stated.length == accounts;
        long all = 0;
        for (long followers : stated) {
            all = Math.addExact(all, followers);
        }
        this.sum = all;
        this.most = Arrays.stream(stated).max().orElse(0);
    }

    /** Limits that may be published of a number of accounts. */
    public record Limits(long low, long high) {}

    /**
     * The reach of these accounts.
     *
     * @param mostByAccount most followers stated of each account, {@link #NOT_STATED} where none are
     * @param everyAccountKnown whether there is no item besides, of an account that is not known
     */
    public static Reach of(long[] mostByAccount, boolean everyAccountKnown) {
        return new Reach(mostByAccount, everyAccountKnown);
    }

    /**
     * The reach of the accounts of these items.
     *
     * @param account number of each item's account, from 0 without gaps; below 0 where it is not known
     * @param followers stated of each item's account, {@link #NOT_STATED} where none are
     * @param everyItemThere whether there is no item besides
     */
    public static Reach ofItems(int[] account, long[] followers, boolean everyItemThere) {
        long[] byAccount = new long[Arrays.stream(account).max().orElse(-1) + 1];
        Arrays.fill(byAccount, NOT_STATED);
        boolean everyAccountKnown = everyItemThere;
        for (int i = 0; i < account.length; i++) {
            if (account[i] < 0) {
                everyAccountKnown = false;
            } else {
                byAccount[account[i]] = Math.max(byAccount[account[i]], followers[i]);
            }
        }
        return new Reach(byAccount, everyAccountKnown);
    }

    /** Number of known accounts. */
    public long accounts() {
        return accounts;
    }

    /** Number of those whose followers are stated. */
    public long accountsWithFollowers() {
        return stated.length;
    }

    /** The upper bound; empty where there is none. */
    public OptionalLong upper() {
        return isComplete ? OptionalLong.of(sum) : OptionalLong.empty();
    }

    /** Both bounds as they may be published; empty where there are none, or one account has more than half of the sum. */
    public Optional<Limits> published() {
        boolean isOneAccounts = most > sum - most;
        return isComplete && !isOneAccounts
                ? Optional.of(new Limits(roundedDown(sum / accounts), roundedUp(sum)))
                : Optional.empty();
    }

    /**
     * The share of the sum that the accounts with the most followers have, 0.01 for the top 1 %; NaN where there is no bound,
     * that is less than one account, or nobody has followers.
     */
    public double topShare(double shareOfAccounts) {
        return isComplete ? Concentration.ofEvery(stated).topShare(shareOfAccounts) : Double.NaN;
    }

    private static long digit(long number) {
        long digit = 1;
        while (number / digit >= HUNDRED) {
            digit *= TEN;
        }
        return digit;
    }

    private static long roundedDown(long number) {
        return number - number % digit(number);
    }

    /** The smallest number of two digits and zeros that is not below this one. */
    public static long roundedUp(long number) {
        long down = roundedDown(number);
        return down == number ? number : down + digit(number);
    }
}
