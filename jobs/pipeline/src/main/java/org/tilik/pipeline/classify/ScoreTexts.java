// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.tilik.classify.Classification;
import org.tilik.classify.Head;
import org.tilik.classify.TextClassifier;
import org.tilik.pipeline.counts.JobCounts;

/**
 * Scores each normalised text once, in the wording of its earliest item, which comes first; all items of the text get the
 * same scores.
 */
final class ScoreTexts extends ProcessFunction<Posting, Posting> {
    private static final long serialVersionUID = 1L;

    private final ClassifierSource source;
    private final ClassifyPlan plan;
    private transient TextClassifier classifier;
    private transient Labelling labelling;
    private transient String words;
    private transient Classification scores;
    private transient List<String> reached;

    ScoreTexts(ClassifierSource source, ClassifyPlan plan) {
        this.source = source;
        this.plan = plan;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        classifier = SharedClassifiers.get(plan.modelId(), source);
        labelling = new Labelling(plan.thresholds());
    }

    @Override
    public void processElement(Posting posting, Context context, Collector<Posting> out) {
        if (!posting.words.equals(words)) {
            words = posting.words;
            scores = classifier.classify(posting.text);
            reached = Arrays.stream(Head.values())
                    .filter(head -> classifier.reaches(scores, head))
                    .map(Head::id)
                    .toList();
            context.output(JobCounts.TAG, Tuple2.of(ClassifyCounts.TEXTS_SCORED, 1L));
        }
        posting.label = labelling.scored(posting.label, posting.yieldsToLabel, scores);
        posting.reached = reached;
        posting.text = null;
        out.collect(posting);
    }
}
