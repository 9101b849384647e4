// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.audit;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.tilik.measure.proportion.Proportion;

/**
 * The true share of items behind the share that a classifier found, in [0, 1].
 *
 * <pre>
 * π = (p + Sp − 1) / (Se + Sp − 1)
 * Var π = (Var p + π² Var Se + (1 − π)² Var Sp) / (Se + Sp − 1)²
 * </pre>
 *
 * <p>Rogan and Gladen, Estimating prevalence from the results of a screening test, 1978,
 * doi:10.1093/oxfordjournals.aje.a112510. With known errors the ends of an interval of p are carried over (Reiczigel,
 * Földi and Ózsvári, Exact confidence limits for prevalence of a disease with an imperfect diagnostic test, 2010,
 * doi:10.1017/S0950268810000385); with estimated ones the variance is that of the delta method, three independent
 * samples. π outside [0, 1] is kept beside what it is moved to, and has its own outcome.
 *
 * @param sensitivity Se, share of true items that the classifier finds
 * @param sensitivityVariance Var Se; 0 = known
 * @param specificity Sp, share of other items that it leaves out
 * @param specificityVariance Var Sp; 0 = known
 */
public record RoganGladen(
        double sensitivity, double sensitivityVariance, double specificity, double specificityVariance) {

    /** Refuses shares outside [0, 1] and negative variances. */
    public RoganGladen {
        requireShare("sensitivity", sensitivity);
        requireShare("specificity", specificity);
        if (!(sensitivityVariance >= 0 && specificityVariance >= 0)) {
            throw new IllegalArgumentException("The variances of sensitivity and specificity are " + sensitivityVariance
                    + " and " + specificityVariance + ", expected 0 or more.");
        }
    }

    /** Errors that are known. */
    public static RoganGladen known(double sensitivity, double specificity) {
        return new RoganGladen(sensitivity, 0, specificity, 0);
    }

    /**
     * Errors that were counted.
     *
     * @param found true items that the classifier found, of {@code trueItems}
     * @param leftOut other items that it left out, of {@code otherItems}
     */
    public static RoganGladen counted(long found, long trueItems, long leftOut, long otherItems) {
        if (trueItems < 1 || otherItems < 1) {
            throw new IllegalArgumentException("Of " + trueItems + " true and " + otherItems
                    + " other items sensitivity and specificity cannot be counted; expected one of each at least.");
        }
        double se = found / (double) trueItems;
        double sp = leftOut / (double) otherItems;
        return new RoganGladen(se, se * (1 - se) / trueItems, sp, sp * (1 - sp) / otherItems);
    }

    private static void requireShare(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("The " + name + " is " + share + ", expected 0 to 1.");
        }
    }

    /** Se + Sp − 1, Youden's index: 0 = no better than chance. */
    public double youden() {
        return sensitivity + specificity - 1;
    }

    /** The true share behind this one, whatever it comes to; NaN where the classifier is no better than chance. */
    public double trueShare(double apparent) {
        return youden() > 0 ? (apparent + specificity - 1) / youden() : Double.NaN;
    }

    /** The true share with the interval of the apparent one carried over, as if sensitivity and specificity were known. */
    public CorrectedPrevalence carriedOver(Proportion apparent) {
        return youden() > 0
                ? CorrectedPrevalence.of(
                        trueShare(apparent.estimate()),
                        Double.NaN,
                        trueShare(apparent.ciLow()),
                        trueShare(apparent.ciHigh()))
                : CorrectedPrevalence.none(PrevalenceOutcome.NOT_INFORMATIVE);
    }

    /**
     * The true share with an interval of the delta method.
     *
     * @param apparent share that the classifier found
     * @param apparentVariance its variance; 0 where it was found of all items
     * @param level of confidence, such as 0.95
     */
    public CorrectedPrevalence corrected(double apparent, double apparentVariance, double level) {
        if (!(youden() > 0)) {
            return CorrectedPrevalence.none(PrevalenceOutcome.NOT_INFORMATIVE);
        }
        double share = trueShare(apparent);
        double error = standardError(share, apparentVariance);
        double z = normalQuantile(level);
        return CorrectedPrevalence.of(share, error, share - z * error, share + z * error);
    }

    private double standardError(double share, double apparentVariance) {
        double others = 1 - share;
        return Math.sqrt(apparentVariance + share * share * sensitivityVariance + others * others * specificityVariance)
                / youden();
    }

    /**
     * The interval of Lang and Reiczigel for three independent counts, which holds the truth more often than that of the
     * delta method when counts are small.
     *
     * <pre>
     * p' = (x + z²/2) / (n + z²)    Se' = (found + 1) / (true + 2)    Sp' = (left out + 1) / (others + 2)
     * π' + 2 z² (π' Se' (1 − Se') / n_Se' − (1 − π') Sp' (1 − Sp') / n_Sp') ± z · standard error at the primed numbers
     * </pre>
     *
     * <p>Lang and Reiczigel, Confidence limits for prevalence of disease adjusted for estimated sensitivity and
     * specificity, 2014, doi:10.1016/j.prevetmed.2013.09.015; as in the authors' own script of 2013.
     *
     * @param positive items that the classifier found, of {@code all}
     * @param found true items that it found, of {@code trueItems}
     * @param leftOut other items that it left out, of {@code otherItems}
     * @return the share at the primed numbers and its interval
     */
    public static CorrectedPrevalence langReiczigel(
            long positive, long all, long found, long trueItems, long leftOut, long otherItems, double level) {
        double z = normalQuantile(level);
        double n = all + z * z;
        double p = (positive + z * z / 2) / n;
        double se = (found + 1.0) / (trueItems + 2.0);
        double sp = (leftOut + 1.0) / (otherItems + 2.0);
        RoganGladen primed =
                new RoganGladen(se, se * (1 - se) / (trueItems + 2.0), sp, sp * (1 - sp) / (otherItems + 2.0));
        if (!(primed.youden() > 0)) {
            return CorrectedPrevalence.none(PrevalenceOutcome.NOT_INFORMATIVE);
        }
        double share = primed.trueShare(p);
        double shift = 2 * z * z * (share * primed.sensitivityVariance - (1 - share) * primed.specificityVariance);
        double error = primed.standardError(share, p * (1 - p) / n);
        return CorrectedPrevalence.of(share, error, share + shift - z * error, share + shift + z * error);
    }

    static double normalQuantile(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("The confidence level is " + level + ", expected between 0 and 1.");
        }
        return NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
    }
}
