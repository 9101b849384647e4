// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.exposure;

import org.tilik.measure.proportion.Proportion;
import org.tilik.measure.proportion.ProportionInterval;

/**
 * Violative view rate: the share of all counted views that fell on tracked items, in [0, 1], from sums over independent
 * clusters (accounts).
 *
 * <pre>
 * R = Σ y_c / Σ x_c      Var R = m/(m − 1) Σ (y_c − R x_c)² / (Σ x_c)²      m clusters
 * </pre>
 *
 * <p>The interval is Wilson's for R of an effective sample of R(1 − R)/Var R views, since views of one account are not
 * independent; where no view or every view is on tracked items, of (Σ x)²/Σ x² clusters. No interval for fewer than 20
 * effective clusters. Cochran, Sampling Techniques, 1977, chapter 6; Dean and Pagano 2015, doi:10.1093/jssam/smv024.
 * Sums add up, so that they can be made in parts.
 */
public final class ViolativeViews {
    private static final double FEWEST = 20;

    private long clusters;
    private double tracked;
    private double all;
    private double trackedSquares;
    private double allSquares;
    private double products;

    /**
     * The rate with its interval; NaN = not defined.
     *
     * @param effectiveClusters equally viewed accounts worth as much
     */
    public record Rate(double estimate, double ciLow, double ciHigh, double effectiveClusters) {}

    /** Adds the views of one cluster, of which some fell on tracked items. */
    public ViolativeViews add(double viewsOnTracked, double views) {
        if (!(viewsOnTracked >= 0 && views >= viewsOnTracked && Double.isFinite(views))) {
            throw new IllegalArgumentException("Views on tracked items are " + viewsOnTracked + " of " + views
                    + ", expected 0 or more and no more than all.");
        }
        clusters += views > 0 ? 1 : 0;
        tracked += viewsOnTracked;
        all += views;
        trackedSquares += viewsOnTracked * viewsOnTracked;
        allSquares += views * views;
        products += viewsOnTracked * views;
        return this;
    }

    /** Adds what another part has summed up. */
    public ViolativeViews add(ViolativeViews other) {
        clusters += other.clusters;
        tracked += other.tracked;
        all += other.all;
        trackedSquares += other.trackedSquares;
        allSquares += other.allSquares;
        products += other.products;
        return this;
    }

    /** The rate in all that was added. */
    public Rate rate(double level) {
        if (!(all > 0)) {
            return new Rate(Double.NaN, Double.NaN, Double.NaN, 0);
        }
        double rate = tracked / all;
        double effective = all * all / allSquares;
        if (effective < FEWEST) {
            return new Rate(rate, Double.NaN, Double.NaN, effective);
        }
        double squares = Math.max(0, trackedSquares - 2 * rate * products + rate * rate * allSquares);
        double variance = clusters / (clusters - 1.0) * squares / (all * all);
        double sample = rate > 0 && rate < 1 && variance > 0 ? rate * (1 - rate) / variance : effective;
        Proportion interval = ProportionInterval.WILSON.ofEffective(rate, sample, level);
        return new Rate(rate, interval.ciLow(), interval.ciHigh(), effective);
    }
}
