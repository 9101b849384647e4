// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.audit;

/**
 * The mean true label of all items from a classifier's predictions of all and coders' labels of a random sample: a share
 * in [0, 1] but for chance.
 *
 * <pre>
 * Ỹ_i = f_i + (R_i / π_i) (Y_i − f_i)         f prediction, R drawn and coded, π its probability, Y coders' label
 * mean = Σ Ỹ_i / N
 * PLAIN         standard error = sd(Ỹ) / √N, divisor N − 1: items as draws from what could have been posted
 * STRATIFIED    standard error = √ variance of Σ w (Y − f) / N: this archive's items, as they were drawn (see SamplingDesign)
 * </pre>
 *
 * <p>Egami, Hinck, Stewart and Wei, Using imperfect surrogates for downstream inference: design-based supervised learning
 * for social science applications of large language models, 2023, doi:10.48550/arXiv.2306.04746. No property of the
 * classifier is assumed: what it does differently in another language is in the labels of that language. Tables use the
 * stratified error: it takes items neither for independent nor for drawn one by one.
 */
public final class DesignBasedLearning {

    private DesignBasedLearning() {}

    /** The mean with its plain standard error. */
    public static MeanEstimate plain(PredictionSums all, AuditedItems items) {
        double[] differences = items.remainders(1);
        double[] predictions = items.predictions();
        double sum = all.sum();
        double squares = all.squares();
        for (int i = 0; i < differences.length; i++) {
            double correction = items.design().weight(i) * differences[i];
            sum += correction;
            squares += correction * (2 * predictions[i] + correction);
        }
        double mean = sum / all.items();
        double variance = Math.max(0, (squares - all.items() * mean * mean) / (all.items() - 1));
        return items.coded() == 0
                ? new MeanEstimate(Double.NaN, Double.NaN, Double.NaN)
                : new MeanEstimate(mean, Math.sqrt(variance / all.items()), Double.POSITIVE_INFINITY);
    }

    /** The mean with the standard error of the stratified sample. */
    public static MeanEstimate stratified(PredictionSums all, AuditedItems items) {
        if (items.coded() < 2) {
            return new MeanEstimate(Double.NaN, Double.NaN, Double.NaN);
        }
        double[] differences = items.remainders(1);
        double variance = items.design().variance(differences);
        return new MeanEstimate(
                all.mean() + items.design().total(differences) / all.items(),
                Math.sqrt(Math.max(0, variance)) / all.items(),
                items.degreesOfFreedom());
    }

    /**
     * The share behind what the classifier found of all items, by sensitivity and specificity among the coded ones; both
     * are estimated from one sample, and the standard error is that of the sample.
     */
    public static CorrectedPrevalence roganGladen(PredictionSums all, AuditedItems items, double level) {
        MeanEstimate share = items.roganGladen(all.mean());
        if (Double.isNaN(share.estimate())) {
            boolean both = items.codedTrue() > 0 && items.codedTrue() < items.coded();
            return CorrectedPrevalence.none(both ? PrevalenceOutcome.NOT_INFORMATIVE : PrevalenceOutcome.TOO_FEW_CODED);
        }
        return share.prevalence(level);
    }
}
