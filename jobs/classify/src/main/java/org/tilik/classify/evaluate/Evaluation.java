// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tilik.classify.Classification;
import org.tilik.classify.Head;
import org.tilik.classify.LabelledText;
import org.tilik.classify.TextClassifier;

/** Scores labelled texts with a classifier as it stands and gathers how right it is. */
public final class Evaluation {
    private final TextClassifier classifier;
    private final List<Case> cases = new ArrayList<>();

    private record Case(LabelledText text, Map<String, String> memberOf) {}

    /** An evaluation of this classifier. */
    public Evaluation(TextClassifier classifier) {
        this.classifier = classifier;
    }

    /** Adds a text, which belongs to these groups beside all texts. */
    public void add(LabelledText text, Map<String, String> memberOf) {
        cases.add(new Case(text, memberOf));
    }

    /** Scores all texts and gives the metrics of each group. */
    public List<GroupMetrics> metrics(int resamples, long seed) {
        List<Classification> results = cases.parallelStream()
                .map(each -> classifier.classify(each.text().text()))
                .toList();
        GroupedScores groups = new GroupedScores();
        for (int i = 0; i < results.size(); i++) {
            Case each = cases.get(i);
            Classification result = results.get(i);
            for (Head head : Head.values()) {
                each.text()
                        .targets()
                        .of(head)
                        .ifPresent(label -> groups.add(
                                head,
                                result.score(head),
                                classifier.reaches(result, head),
                                label == 1,
                                each.memberOf()));
            }
        }
        return groups.metrics(resamples, seed);
    }
}
