// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.Arrays;
import java.util.List;

/** Collects rows of {@link RemovalData} and refuses impossible ones by row number (the first row is 1). */
public final class RemovalDataBuilder {

    private final List<String> causeNames;
    private double[] entry = new double[16];
    private double[] lower = new double[16];
    private double[] upper = new double[16];
    private int[] cause = new int[16];
    private double[] weight = new double[16];
    private int[] family = new int[16];
    private int size;
    private long rowsRead;
    private double noFollowUp;

    RemovalDataBuilder(List<String> causeNames) {
        this.causeNames = List.copyOf(causeNames);
    }

    /** Adds one item watched from the start, without a cause. */
    public RemovalDataBuilder add(double lowerHours, double upperHours) {
        return add(Double.NEGATIVE_INFINITY, lowerHours, upperHours, 0, 1);
    }

    /** Adds {@code weight} items without a family. */
    public RemovalDataBuilder add(
            double entryHours, double lowerHours, double upperHours, int causeNumber, double items) {
        return add(entryHours, lowerHours, upperHours, causeNumber, items, -1);
    }

    /** Adds {@code weight} items of a family (a number ≥ 0; −1 = none). */
    public RemovalDataBuilder add(
            double entryHours, double lowerHours, double upperHours, int causeNumber, double items, int familyId) {
        rowsRead++;
        check(entryHours, lowerHours, upperHours, causeNumber, items, familyId);
        boolean censored = upperHours == Double.POSITIVE_INFINITY;
        double exit = censored ? lowerHours : upperHours;
        if (exit <= entryHours) {
            noFollowUp += items;
            return this;
        }
        if (size == lower.length) {
            grow();
        }
        // Adding 0.0 turns −0.0 into 0.0, so that equal times are equal bits.
        entry[size] = entryHours + 0.0;
        lower[size] = Math.max(lowerHours, entryHours) + 0.0;
        upper[size] = upperHours + 0.0;
        cause[size] = causeNumber;
        weight[size] = items;
        family[size] = familyId;
        size++;
        return this;
    }

    /** Counts items that were never at risk, which are in no row. */
    public RemovalDataBuilder addWithoutFollowUp(double items) {
        noFollowUp += items;
        return this;
    }

    /** The rows added so far. */
    public RemovalData build() {
        return new RemovalData(
                causeNames,
                Arrays.copyOf(entry, size),
                Arrays.copyOf(lower, size),
                Arrays.copyOf(upper, size),
                Arrays.copyOf(cause, size),
                Arrays.copyOf(weight, size),
                Arrays.copyOf(family, size),
                noFollowUp);
    }

    private void check(double e, double l, double u, int k, double w, int f) {
        require(!Double.isNaN(e) && e != Double.POSITIVE_INFINITY, "entry", e, "a number of hours, or -infinity");
        require(Double.isFinite(l), "lower", l, "a finite number of hours");
        require(!Double.isNaN(u), "upper", u, "a number of hours, or infinity for a censored row");
        require(u >= l, "upper", u, "at least lower = " + l);
        require(w > 0 && Double.isFinite(w), "weight", w, "a finite number above 0");
        require(f >= -1, "family", f, "a number from 0, or -1 for none");
        require(k >= 0 && k <= causeNames.size(), "cause", k, "0 to " + causeNames.size());
        if (u == Double.POSITIVE_INFINITY) {
            require(k == 0, "cause", k, "0, because the row is right-censored");
        } else if (!causeNames.isEmpty()) {
            require(k > 0, "cause", k, "1 to " + causeNames.size() + "; name the unknown cause and give its number");
        }
    }

    private void require(boolean holds, String column, Object found, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "Row " + rowsRead + ": " + column + " is " + found + ", expected " + expected + ".");
        }
    }

    private void grow() {
        int capacity = Math.toIntExact(Math.min(size * 3L / 2, Integer.MAX_VALUE - 8L));
        entry = Arrays.copyOf(entry, capacity);
        lower = Arrays.copyOf(lower, capacity);
        upper = Arrays.copyOf(upper, capacity);
        cause = Arrays.copyOf(cause, capacity);
        weight = Arrays.copyOf(weight, capacity);
        family = Arrays.copyOf(family, capacity);
    }
}
