// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.audit;

/**
 * The mean true label of all items from predictions of all and labels of a sample, predictions counting for as much as
 * they are worth: a share in [0, 1] but for chance.
 *
 * <pre>
 * n labelled at random, N unlabelled
 * mean = λ mean(f of the N) + mean(Y − λ f of the n)
 * variance = λ² Var(f of the N) / N + Var(Y − λ f of the n) / n            divisors N and n
 * λ = 1                                                                    prediction-powered inference
 * λ = Cov(Y, f of the n) / ((1 + n/N) Var(f of all)), moved into [0, 1]    PPI++
 *
 * labelled by a stratified sample with weights w, the share of the domain
 * mean = λ mean(f of all) + Σ w (Y − λ f) / Σ w,   λ = Cov(Σ w Y, Σ w f) / Var(Σ w f), deviations from the weighted means
 * </pre>
 *
 * <p>Angelopoulos, Bates, Fannjiang, Jordan and Zrnic, Prediction-powered inference, 2023, doi:10.1126/science.adi6000;
 * Angelopoulos, Duchi and Zrnic, PPI++: efficient prediction-powered inference, 2023, doi:10.48550/arXiv.2311.01453. For a
 * simple random sample the weighted form is PPI++, with the variance of predictions among the labelled items; otherwise it
 * is the difference estimator with that λ, whose standard error is that of the sample (see SamplingDesign).
 */
public final class PredictionPowered {

    private PredictionPowered() {}

    /**
     * A mean and the share λ to which predictions count.
     *
     * @param mean the mean
     * @param lambda 0 = labels alone, 1 = predictions as they are
     */
    public record Tuned(MeanEstimate mean, double lambda) {}

    /**
     * Prediction-powered inference.
     *
     * @param predictions of the labelled items, a simple random sample
     * @param labels of the same items
     * @param unlabelled predictions of the other items
     */
    public static MeanEstimate mean(double[] predictions, double[] labels, PredictionSums unlabelled) {
        return mean(predictions, labels, unlabelled, 1);
    }

    /** PPI++ of the same. */
    public static Tuned tuned(double[] predictions, double[] labels, PredictionSums unlabelled) {
        PredictionSums labelled = PredictionSums.of(predictions);
        PredictionSums all = new PredictionSums(
                labelled.items() + unlabelled.items(),
                labelled.sum() + unlabelled.sum(),
                labelled.squares() + unlabelled.squares());
        double products = 0;
        double labelSum = 0;
        for (int i = 0; i < labels.length; i++) {
            products += predictions[i] * labels[i];
            labelSum += labels[i];
        }
        double n = labels.length;
        double covariance = products / n - labelled.mean() * labelSum / n;
        double lambda = clipped(covariance / ((1 + n / unlabelled.items()) * all.variance()));
        return new Tuned(mean(predictions, labels, unlabelled, lambda), lambda);
    }

    private static MeanEstimate mean(double[] predictions, double[] labels, PredictionSums unlabelled, double lambda) {
        if (predictions.length != labels.length || labels.length == 0) {
            throw new IllegalArgumentException("There are " + predictions.length + " predictions and " + labels.length
                    + " labels; expected one of each for every labelled item, and one item at least.");
        }
        double n = labels.length;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < labels.length; i++) {
            double remainder = labels[i] - lambda * predictions[i];
            sum += remainder;
            squares += remainder * remainder;
        }
        double rest = Math.max(0, squares / n - (sum / n) * (sum / n));
        double variance = lambda * lambda * unlabelled.variance() / unlabelled.items() + rest / n;
        return new MeanEstimate(lambda * unlabelled.mean() + sum / n, Math.sqrt(variance), Double.POSITIVE_INFINITY);
    }

    /** The weighted form, for items drawn with known probabilities. */
    public static Tuned weighted(PredictionSums all, AuditedItems items) {
        SamplingDesign design = items.design();
        double size = design.total(items.members());
        if (items.coded() < 2 || !(size > 0)) {
            return new Tuned(new MeanEstimate(Double.NaN, Double.NaN, Double.NaN), Double.NaN);
        }
        double[] predictions = items.predictions();
        double[] labels = items.remainders(0);
        double[] aboutPrediction = items.centred(predictions, design.total(predictions) / size);
        double[] aboutLabel = items.centred(labels, design.total(labels) / size);
        double lambda = clipped(design.covariance(aboutLabel, aboutPrediction) / design.variance(aboutPrediction));
        double[] remainders = items.remainders(lambda);
        double mean = design.total(remainders) / size;
        double variance = design.variance(items.centred(remainders, mean));
        return new Tuned(
                new MeanEstimate(
                        lambda * all.mean() + mean, Math.sqrt(Math.max(0, variance)) / size, items.degreesOfFreedom()),
                lambda);
    }

    /** Predictions that vary in no way are worth nothing. */
    private static double clipped(double lambda) {
        return Double.isNaN(lambda) ? 0 : Math.min(1, Math.max(0, lambda));
    }
}
