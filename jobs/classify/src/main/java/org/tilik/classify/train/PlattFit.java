// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.train;

import java.util.List;

/**
 * Fits slope and intercept from log odds to probabilities by penalised maximum likelihood (Platt 1999), with Newton's
 * method; the penalty draws both towards those of all languages, so that few texts move them little.
 */
final class PlattFit {
    private static final int STEPS = 50;
    private static final double PENALTY = 8;
    private static final double SMALLEST_SHARE = 1e-9;

    private PlattFit() {}

    /** One text: its log odds and its label. */
    record Point(double score, boolean label) {}

    /** Slope and intercept. */
    record Line(double slope, double intercept) {
        double probability(double score) {
            return 1 / (1 + StrictMath.exp(-(slope * score + intercept)));
        }
    }

    static Line fit(List<Point> points, Line prior) {
        double slope = prior.slope();
        double intercept = prior.intercept();
        for (int step = 0; step < STEPS; step++) {
            double slopeError = PENALTY * (slope - prior.slope());
            double interceptError = (intercept - prior.intercept());
            double a = PENALTY;
            double b = 0;
            double c = 1;
            for (Point point : points) {
                double p = 1 / (1 + StrictMath.exp(-(slope * point.score() + intercept)));
                double error = p - (point.label() ? 1 : 0);
                double weight = p * (1 - p);
                slopeError += error * point.score();
                interceptError += error;
                a += weight * point.score() * point.score();
                b += weight * point.score();
                c += weight;
            }
            double determinant = a * c - b * b;
            double slopeStep = (c * slopeError - b * interceptError) / determinant;
            double interceptStep = (a * interceptError - b * slopeError) / determinant;
            double share = 1;
            double loss = loss(points, prior, slope, intercept);
            // A whole step may leap over the minimum where most probabilities are near 0 or 1.
            while (share > SMALLEST_SHARE
                    && loss(points, prior, slope - share * slopeStep, intercept - share * interceptStep) > loss) {
                share /= 2;
            }
            slope -= share * slopeStep;
            intercept -= share * interceptStep;
            if (Math.abs(slopeStep) + Math.abs(interceptStep) < 1e-10) {
                break;
            }
        }
        return new Line(slope, intercept);
    }

    private static double loss(List<Point> points, Line prior, double slope, double intercept) {
        double slopeShift = slope - prior.slope();
        double interceptShift = intercept - prior.intercept();
        double loss = (PENALTY * slopeShift * slopeShift + interceptShift * interceptShift) / 2;
        for (Point point : points) {
            double logOdds = slope * point.score() + intercept;
            double wrong = point.label() ? -logOdds : logOdds;
            loss += Math.max(0, wrong) + StrictMath.log1p(StrictMath.exp(-Math.abs(wrong)));
        }
        return loss;
    }
}
