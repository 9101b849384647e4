// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.misclassification;

import java.util.ArrayList;
import java.util.List;
import org.tilik.measure.removal.Identifiability;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.Share;
import org.tilik.measure.removal.SurvivalCurve;

/**
 * Turns the share gone of all items that were labelled into that of the items labelled rightly, in [0, 1].
 *
 * <p>Of the labelled items a share PPV, the positive predictive value, is labelled rightly. With F_E gone of these and
 * F_B of the others
 *
 * <pre>
 * F = PPV F_E + (1 − PPV) F_B
 * F_B known                     F_E = (F − (1 − PPV) F_B) / PPV
 * F_B unknown, 0 ≤ F_B ≤ F_E    F ≤ F_E ≤ min(1, F / PPV)
 * </pre>
 *
 * <p>The bounds rest on harmless items going no sooner than the others; then every labelled set looks slower than it
 * is. All shares must be of one time on one clock, with all items watched from the start: late entry leaves more of
 * the harmless ones, and PPV is then no longer that of the items at risk. That F is a share of a mixture is Bayes'
 * rule; the variant is the project's own.
 *
 * @param predictiveValue PPV in (0, 1]
 * @param predictiveValueLow low end of its confidence interval; the value itself if it is known
 */
public record PredictiveValueAdjustment(double predictiveValue, double predictiveValueLow) {

    /** Shares that leave [0, 1] by less than this do so by rounding. */
    private static final double ROUNDING = 1e-12;

    /** Refuses values outside (0, 1], and a low end above the value. */
    public PredictiveValueAdjustment {
        if (!(predictiveValueLow > 0 && predictiveValueLow <= predictiveValue && predictiveValue <= 1)) {
            throw new IllegalArgumentException("The positive predictive value is " + predictiveValue + " (low end "
                    + predictiveValueLow + "), expected 0 < low end <= value <= 1.");
        }
    }

    /** A predictive value that is known. */
    public static PredictiveValueAdjustment known(double predictiveValue) {
        return new PredictiveValueAdjustment(predictiveValue, predictiveValue);
    }

    /**
     * Bounds when it is not known how fast harmless items go. The interval reaches from the low end for the observed
     * share to its high end over the least predictive value; with both intervals at 0.95 it is at 0.90 or more.
     */
    public AdjustedShare bounds(Share observed) {
        if (observed.identifiability() == Identifiability.NONE) {
            return AdjustedShare.none();
        }
        double high = upper(observed.boundHigh(), predictiveValue);
        boolean point = observed.boundLow() == high;
        return new AdjustedShare(
                point ? Identifiability.POINT : Identifiability.BOUNDS,
                point ? high : Double.NaN,
                observed.boundLow(),
                high,
                observed.ciLow(),
                upper(observed.ciHigh(), predictiveValueLow));
    }

    private static double upper(double share, double predictive) {
        return Math.min(1, share / predictive);
    }

    /**
     * The share when {@code harmlessShare} of the harmless items is known to have gone; without an interval. NONE if the
     * three numbers contradict each other, that is, no share in [0, 1] gives the observed one.
     */
    public AdjustedShare corrected(double observed, double harmlessShare) {
        requireShare("observed", observed);
        requireShare("harmless", harmlessShare);
        double share = (observed - (1 - predictiveValue) * harmlessShare) / predictiveValue;
        if (share < -ROUNDING || share > 1 + ROUNDING) {
            return AdjustedShare.none();
        }
        double clipped = Math.min(1, Math.max(0, share));
        return new AdjustedShare(Identifiability.POINT, clipped, clipped, clipped, Double.NaN, Double.NaN);
    }

    private static void requireShare(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("The " + name + " share is " + share + ", expected 0 to 1.");
        }
    }

    /**
     * Bounds along a curve of these data, at each of its points.
     *
     * @throws IllegalArgumentException if some item entered late
     */
    public List<AdjustedPoint> bounds(RemovalData data, SurvivalCurve curve) {
        for (int i = 0; i < data.size(); i++) {
            if (data.entry(i) > 0) {
                throw new IllegalArgumentException("An item entered at " + data.entry(i)
                        + " hours, but the curve can be adjusted only for items watched from the start (entry 0).");
            }
        }
        List<AdjustedPoint> points = new ArrayList<>();
        for (int i = 0; i < curve.size(); i++) {
            if (curve.timeHigh(i) < Double.POSITIVE_INFINITY) {
                double gone = 1 - curve.survival(i);
                Share observed =
                        new Share(Identifiability.POINT, gone, 1 - curve.ciHigh(i), 1 - curve.ciLow(i), gone, gone);
                points.add(new AdjustedPoint(curve.timeHigh(i), gone, bounds(observed)));
            }
        }
        return List.copyOf(points);
    }
}
