// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.train;

import java.util.List;
import java.util.Map;
import org.tilik.classify.evaluate.GroupMetrics;
import org.tilik.classify.heads.Model;

/**
 * A model and what is known of it.
 *
 * @param model the model
 * @param trainingTexts labelled texts that it was trained on, by data set
 * @param constructions sentences drawn from constructions for its training
 * @param metrics how right it is on development texts; thresholds and calibration were fitted on the other half of these
 *     texts each time
 * @param baseline how right logistic regression on n-grams of the same labelled texts is
 */
public record TrainedModel(
        Model model,
        Map<String, Integer> trainingTexts,
        int constructions,
        List<GroupMetrics> metrics,
        List<GroupMetrics> baseline) {}
