// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.evaluate;

/**
 * How right one head is on a group of labelled texts.
 *
 * @param texts texts with a label for the head
 * @param positives of these labelled 1
 * @param precision share of the found that is labelled; NaN where nothing was found
 * @param recall share of the labelled that was found; NaN where nothing is labelled
 * @param specificity share of the not labelled that was not found; NaN where everything is labelled
 * @param f1 F1 of the labelled
 * @param macroF1 mean F1 of labelled and not labelled
 * @param macroF1Low lower end of its interval (percentile bootstrap)
 * @param macroF1High upper end
 * @param auc chance that a labelled text scores above another; NaN without both kinds
 * @param calibrationError mean distance of probability from frequency over ten bands of probability, weighted by texts;
 *     NaN without texts
 */
public record HeadMetrics(
        int texts,
        int positives,
        double precision,
        double recall,
        double specificity,
        double f1,
        double macroF1,
        double macroF1Low,
        double macroF1High,
        double auc,
        double calibrationError) {}
