// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.families;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tilik.measure.proportion.Proportion;
import org.tilik.measure.proportion.ProportionInterval;
import org.tilik.measure.removal.Quantile;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalDataBuilder;
import org.tilik.measure.removal.RemovalEstimate;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.measure.removal.Share;

/**
 * How much of the media that was seen a hash list covers, by variant and by copy, and how many hours before a copy was
 * posted the list had its hash.
 *
 * <pre>
 * by variant  |observed variants within distance d of the list| / |observed variants|
 * by copy     |copies of such variants| / |copies with a hash|
 * lead        posted_at − hash_added_at    positive = the list was first
 * </pre>
 *
 * <p>Say at which distance: what is covered at PDQ distance 31 is rarely covered at 0. Copies of one family are not
 * independent, so that their share and the leads have family-cluster bootstrap intervals where any family has two; variants
 * count once each and have Wilson's interval. Copies that the list itself selected must be left out: it covers them all. What was blocked at upload was never seen, so that a list that platforms use covers less of what is seen
 * than of what was tried.
 */
public final class HashListCoverage {

    /** A share of covered copies is a share of copies "gone" at this time, so that one estimator serves both. */
    private static final double COVERED_AT = 1;

    private static final double NOT_COVERED_UNTIL = 2;

    private final List<Sighting> sightings;
    private final Map<String, Boolean> variants = new TreeMap<>();

    /**
     * One copy with a media hash, compared with a list at one distance.
     *
     * @param variant its hash, or what stands for it
     * @param family number of its family from 0; −1 = none
     * @param isCovered whether the list holds a hash within the distance
     * @param leadHours hours from when the list first held one until the copy was posted; NaN = not covered, or unknown
     */
    public record Sighting(String variant, int family, boolean isCovered, double leadHours) {}

    private HashListCoverage(List<Sighting> sightings) {
        this.sightings = sightings;
        for (Sighting sighting : sightings) {
            Boolean before = variants.put(sighting.variant(), sighting.isCovered());
            if (before != null && before != sighting.isCovered()) {
                throw new IllegalArgumentException(
                        "Two copies of one variant are once covered by the list and once not;"
                                + " expected one answer for each variant.");
            }
        }
    }

    /** The coverage of these copies. */
    public static HashListCoverage of(Collection<Sighting> sightings) {
        return new HashListCoverage(List.copyOf(sightings));
    }

    /** Number of distinct variants seen. */
    public long variants() {
        return variants.size();
    }

    /** How many of them the list covers. */
    public long coveredVariants() {
        return variants.values().stream().filter(covered -> covered).count();
    }

    /** The share of variants that the list covers, with Wilson's interval of this level; NaN without any. */
    public Proportion shareOfVariants(double level) {
        return ProportionInterval.WILSON.of(coveredVariants(), variants(), level);
    }

    /** Number of copies with a hash. */
    public long copies() {
        return sightings.size();
    }

    /** The share of copies that the list covers; level and bootstrap as the estimator has. */
    public Share shareOfCopies(RemovalEstimator estimator) {
        RemovalDataBuilder rows = RemovalData.builder(List.of());
        for (Sighting sighting : sightings) {
            double until = sighting.isCovered() ? COVERED_AT : NOT_COVERED_UNTIL;
            double upper = sighting.isCovered() ? COVERED_AT : Double.POSITIVE_INFINITY;
            rows.add(0, until, upper, 0, 1, sighting.family());
        }
        return estimator
                .withQuantiles()
                .withMinAtRisk(1)
                .withTau(Double.NaN)
                .withDeadlines(COVERED_AT)
                .estimate(rows.build())
                .deadlines()
                .get(0)
                .share();
    }

    /** Covered copies of which it is not known when the list got the hash; they are in no lead. */
    public long unknownLeads() {
        return sightings.stream()
                .filter(sighting -> sighting.isCovered() && Double.isNaN(sighting.leadHours()))
                .count();
    }

    /** Quantiles of the lead of covered copies, in hours; negative where the copy was first. */
    public List<Quantile> leads(double[] shares, RemovalEstimator estimator) {
        double least = 0;
        for (Sighting sighting : sightings) {
            least = Double.isNaN(sighting.leadHours()) ? least : Math.min(least, sighting.leadHours());
        }
        // A whole number of hours, so that all leads are positive times.
        double shift = 1 - Math.floor(least);
        RemovalDataBuilder rows = RemovalData.builder(List.of());
        for (Sighting sighting : sightings) {
            if (sighting.isCovered() && !Double.isNaN(sighting.leadHours())) {
                double lead = sighting.leadHours() + shift;
                rows.add(0, lead, lead, 0, 1, sighting.family());
            }
        }
        RemovalEstimate estimate = estimator
                .withQuantiles(shares)
                .withMinAtRisk(1)
                .withTau(Double.NaN)
                .withDeadlines()
                .estimate(rows.build());
        List<Quantile> leads = new ArrayList<>();
        for (Quantile q : estimate.quantiles()) {
            leads.add(new Quantile(
                    q.p(),
                    q.reached(),
                    q.estimate() - shift,
                    q.ciLow() - shift,
                    q.ciHigh() - shift,
                    q.boundLow() - shift,
                    q.boundHigh() - shift));
        }
        return List.copyOf(leads);
    }
}
