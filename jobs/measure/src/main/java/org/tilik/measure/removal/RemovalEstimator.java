// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Estimates how fast items went from exact times, brackets and censored rows: curve, causes, quantiles, shares within
 * deadlines and mean hours visible. Immutable; the same data and options give the same numbers whatever the row order.
 *
 * @param method AUTO chooses Kaplan–Meier for exact times and Turnbull for brackets
 * @param confidenceInterval scale of Greenwood intervals
 * @param confidenceLevel such as 0.95
 * @param deadlines hours, inclusive
 * @param quantiles shares gone, in (0, 1)
 * @param tau horizon of the mean, hours; NaN = no mean
 * @param minAtRisk items that must be under observation for the data to speak (10 for tables, 1 for a plain estimate)
 * @param replicates bootstrap samples, 0 = none; used where Greenwood does not hold (brackets, families)
 * @param seed of the bootstrap
 * @param causeGroups causes whose shares within the deadlines are added
 */
public record RemovalEstimator(
        Method method,
        ConfidenceInterval confidenceInterval,
        double confidenceLevel,
        List<Double> deadlines,
        List<Double> quantiles,
        double tau,
        double minAtRisk,
        int replicates,
        long seed,
        List<CauseGroup> causeGroups) {

    /** Refuses options out of range. */
    public RemovalEstimator {
        deadlines = List.copyOf(deadlines);
        quantiles = List.copyOf(quantiles);
        causeGroups = List.copyOf(causeGroups);
        require(confidenceLevel > 0 && confidenceLevel < 1, "confidence level", confidenceLevel, "between 0 and 1");
        for (double p : quantiles) {
            require(p > 0 && p < 1, "quantile", p, "between 0 and 1");
        }
        for (double d : deadlines) {
            require(d > 0 && Double.isFinite(d), "deadline", d, "a positive number of hours");
        }
        require(!(tau <= 0) && tau != Double.POSITIVE_INFINITY, "tau", tau, "a positive number of hours");
        require(minAtRisk > 0 && Double.isFinite(minAtRisk), "minimum at risk", minAtRisk, "above 0");
        require(replicates >= 0, "number of bootstrap replicates", replicates, "0 or more");
    }

    private static void require(boolean holds, String option, Object found, String expected) {
        if (!holds) {
            throw new IllegalArgumentException("The " + option + " is " + found + ", expected " + expected + ".");
        }
    }

    /** AUTO, log-log intervals at 0.95, the median, one item at risk suffices, no deadlines, mean or bootstrap. */
    public static RemovalEstimator standard() {
        return new RemovalEstimator(
                Method.AUTO, ConfidenceInterval.LOG_LOG, 0.95, List.of(), List.of(0.5), Double.NaN, 1, 0, 0, List.of());
    }

    /** The same with another method. */
    public RemovalEstimator withMethod(Method value) {
        return new RemovalEstimator(
                value,
                confidenceInterval,
                confidenceLevel,
                deadlines,
                quantiles,
                tau,
                minAtRisk,
                replicates,
                seed,
                causeGroups);
    }

    /** The same with another scale and level of intervals. */
    public RemovalEstimator withConfidence(ConfidenceInterval scale, double level) {
        return new RemovalEstimator(
                method, scale, level, deadlines, quantiles, tau, minAtRisk, replicates, seed, causeGroups);
    }

    /** The same with these deadlines, in hours. */
    public RemovalEstimator withDeadlines(double... hours) {
        return new RemovalEstimator(
                method,
                confidenceInterval,
                confidenceLevel,
                Arrays.stream(hours).boxed().toList(),
                quantiles,
                tau,
                minAtRisk,
                replicates,
                seed,
                causeGroups);
    }

    /** The same with these quantiles. */
    public RemovalEstimator withQuantiles(double... shares) {
        return new RemovalEstimator(
                method,
                confidenceInterval,
                confidenceLevel,
                deadlines,
                Arrays.stream(shares).boxed().toList(),
                tau,
                minAtRisk,
                replicates,
                seed,
                causeGroups);
    }

    /** The same with the mean within {@code hours}. */
    public RemovalEstimator withTau(double hours) {
        return new RemovalEstimator(
                method,
                confidenceInterval,
                confidenceLevel,
                deadlines,
                quantiles,
                hours,
                minAtRisk,
                replicates,
                seed,
                causeGroups);
    }

    /** The same with another least number of items under observation. */
    public RemovalEstimator withMinAtRisk(double items) {
        return new RemovalEstimator(
                method,
                confidenceInterval,
                confidenceLevel,
                deadlines,
                quantiles,
                tau,
                items,
                replicates,
                seed,
                causeGroups);
    }

    /** The same with resampling where Greenwood's variance does not hold. */
    public RemovalEstimator withBootstrap(int samples, long randomSeed) {
        return new RemovalEstimator(
                method,
                confidenceInterval,
                confidenceLevel,
                deadlines,
                quantiles,
                tau,
                minAtRisk,
                samples,
                randomSeed,
                causeGroups);
    }

    /** The same with shares of these groups of causes. */
    public RemovalEstimator withCauseGroups(List<CauseGroup> groups) {
        return new RemovalEstimator(
                method,
                confidenceInterval,
                confidenceLevel,
                deadlines,
                quantiles,
                tau,
                minAtRisk,
                replicates,
                seed,
                groups);
    }

    /** Estimates from the data; brackets with a method for exact times are an error that names the row. */
    public RemovalEstimate estimate(RemovalData data) {
        return new Estimation(this, data.collapsed(), (IndependentGroups) null).result();
    }

    /** The same from rows whose family numbers are random groups of families: samples are of whole groups. */
    public RemovalEstimate estimate(RemovalData data, IndependentGroups groups) {
        return new Estimation(this, data.collapsed(), groups).result();
    }

    /**
     * The same from items drawn with unequal probabilities: a row's weight is how many items it stands for, its family number
     * the unit of the sample that it is. Intervals are always of resampled units; least numbers at risk count rows.
     */
    public RemovalEstimate estimate(RemovalData data, DesignSamples samples) {
        return estimation(data, samples).result();
    }

    /**
     * How much higher shares within the deadlines are among some items of such a sample than among others of it, by name of
     * the group of causes; {@code ""} is all causes.
     */
    public Map<String, List<ShareDifference>> differences(
            RemovalData items, RemovalData others, DesignSamples samples) {
        List<List<ShareDifference>> all = estimation(items, samples).differences(estimation(others, samples));
        Map<String, List<ShareDifference>> byGroup = new LinkedHashMap<>();
        for (int g = 0; g < all.size(); g++) {
            byGroup.put(g == 0 ? "" : causeGroups.get(g - 1).name(), all.get(g));
        }
        return Collections.unmodifiableMap(byGroup);
    }

    private Estimation estimation(RemovalData data, DesignSamples samples) {
        samples.requireUnits(data);
        return new Estimation(this, RowCollapse.of(data).data, samples);
    }
}
