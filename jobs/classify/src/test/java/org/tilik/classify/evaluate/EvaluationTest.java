// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tilik.classify.Classification;
import org.tilik.classify.Head;
import org.tilik.classify.LabelledText;
import org.tilik.classify.Targets;
import org.tilik.classify.TextClassifier;

class EvaluationTest {
    /** Finds a text hateful whose length is odd. */
    private static final TextClassifier ODD = new TextClassifier() {
        @Override
        public Classification classify(String text) {
            double hateful = text.length() % 2 == 1 ? 0.9 : 0.1;
            return new Classification("en", 1, "none", hateful, 0.5, 0, 0);
        }

        @Override
        public boolean reaches(Classification result, Head head) {
            return result.score(head) >= 0.6;
        }

        @Override
        public String modelId() {
            return "odd";
        }
    };

    private static LabelledText text(String text, Map<Head, Integer> labels) {
        return new LabelledText("sim", "en", text, new Targets(labels));
    }

    @Test
    void eachHeadIsScoredOnTheTextsThatStateIt() {
        Evaluation evaluation = new Evaluation(ODD);
        evaluation.add(text("a", Map.of(Head.HATEFUL, 1, Head.OFFENSIVE, 1)), Map.of("language", "en"));
        evaluation.add(text("ab", Map.of(Head.HATEFUL, 0)), Map.of("language", "en"));
        evaluation.add(text("abc", Map.of(Head.HATEFUL, 0)), Map.of("language", "id"));

        List<GroupMetrics> metrics = evaluation.metrics(10, 1);

        assertThat(metrics)
                .extracting(each -> each.head() + " " + each.groupBy() + " " + each.group() + " "
                        + each.metrics().texts())
                .containsExactly(
                        "HATEFUL all all 3",
                        "HATEFUL language en 2",
                        "HATEFUL language id 1",
                        "OFFENSIVE all all 1",
                        "OFFENSIVE language en 1");
        assertThat(metrics.get(0).metrics().precision()).isEqualTo(0.5);
        assertThat(metrics.get(1).metrics().macroF1()).isOne();
        assertThat(metrics.get(3).metrics().recall()).isZero();
    }

    @Test
    void groupsStandInOrderWhateverTheOrderOfTexts() {
        GroupedScores scores = new GroupedScores();
        scores.add(Head.COUNTER, 0.5, true, true, Map.of("language", "fr", "dataset", "b"));
        scores.add(Head.HATEFUL, 0.5, true, true, Map.of("language", "id"));
        scores.add(Head.HATEFUL, 0.5, true, true, Map.of("language", "ar", "kind", "z"));
        scores.add(Head.COUNTER, 0.5, true, true, Map.of("dataset", "a"));

        assertThat(scores.metrics(5, 1))
                .extracting(each -> each.head().id() + " " + each.groupBy() + " " + each.group())
                .containsExactly(
                        "hateful all all",
                        "hateful kind z",
                        "hateful language ar",
                        "hateful language id",
                        "counter all all",
                        "counter dataset a",
                        "counter dataset b",
                        "counter language fr");
    }

    @Test
    void anEvaluationOfNothingHasNoGroups() {
        assertThat(new Evaluation(ODD).metrics(10, 1)).isEmpty();
    }
}
