// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import java.util.Arrays;
import java.util.List;

/** Collects rows of {@link RegressionData} and refuses impossible ones by row number (the first row is 1). */
public final class RegressionDataBuilder {

    private final List<String> names;
    private double[] entry = new double[16];
    private double[] exit = new double[16];
    private boolean[] event = new boolean[16];
    private boolean[] competing = new boolean[16];
    private double[] weight = new double[16];
    private int[] family = new int[16];
    private double[][] covariates = new double[16][];
    private int size;
    private long rowsRead;

    RegressionDataBuilder(List<String> names) {
        this.names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("There is no covariate, expected one or more.");
        }
    }

    /** Adds one item without a family. */
    public RegressionDataBuilder addItem(double entryHours, double exitHours, boolean went, double... values) {
        return add(entryHours, exitHours, went, 1, -1, values);
    }

    /** Adds one item without a family that went by a cause that is not studied. */
    public RegressionDataBuilder addCompetitor(double entryHours, double exitHours, double... values) {
        return add(entryHours, exitHours, false, true, 1, -1, values);
    }

    /** Adds {@code items} of a family (−1 = none); a row with exit ≤ entry was never at risk and is left out. */
    public RegressionDataBuilder add(
            double entryHours, double exitHours, boolean went, double items, int familyId, double... values) {
        return add(entryHours, exitHours, went, false, items, familyId, values);
    }

    private RegressionDataBuilder add(
            double entryHours,
            double exitHours,
            boolean went,
            boolean other,
            double items,
            int familyId,
            double... values) {
        rowsRead++;
        require(!Double.isNaN(entryHours), "entry", entryHours, "a number of hours, or -infinity");
        require(Double.isFinite(exitHours), "exit", exitHours, "a finite number of hours");
        require(items > 0 && Double.isFinite(items), "weight", items, "a finite number above 0");
        require(familyId >= -1, "family", familyId, "a number from 0, or -1 for none");
        require(values.length == names.size(), "number of covariates", values.length, "" + names.size());
        for (int j = 0; j < values.length; j++) {
            require(Double.isFinite(values[j]), names.get(j), values[j], "a finite number");
        }
        if (exitHours <= entryHours) {
            return this;
        }
        if (size == exit.length) {
            grow();
        }
        entry[size] = entryHours;
        exit[size] = exitHours;
        event[size] = went;
        competing[size] = other;
        weight[size] = items;
        family[size] = familyId;
        covariates[size++] = values.clone();
        return this;
    }

    /** The rows added so far. */
    public RegressionData build() {
        return new RegressionData(
                names,
                Arrays.copyOf(entry, size),
                Arrays.copyOf(exit, size),
                Arrays.copyOf(event, size),
                Arrays.copyOf(competing, size),
                Arrays.copyOf(weight, size),
                Arrays.copyOf(family, size),
                Arrays.copyOf(covariates, size));
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
        exit = Arrays.copyOf(exit, capacity);
        event = Arrays.copyOf(event, capacity);
        competing = Arrays.copyOf(competing, capacity);
        weight = Arrays.copyOf(weight, capacity);
        family = Arrays.copyOf(family, capacity);
        covariates = Arrays.copyOf(covariates, capacity);
    }
}
