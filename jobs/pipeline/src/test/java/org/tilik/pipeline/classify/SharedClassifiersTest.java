// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tilik.classify.Classification;
import org.tilik.classify.Head;
import org.tilik.classify.TextClassifier;
import org.tilik.pipeline.study.RunError;

class SharedClassifiersTest {
    @Test
    void manyTasksShareOneModelThatIsLoadedOnce() {
        AtomicInteger loaded = new AtomicInteger();
        ClassifierSource source = () -> {
            loaded.incrementAndGet();
            return named("loaded once");
        };
        List<TextClassifier> classifiers = IntStream.range(0, 64)
                .parallel()
                .mapToObj(task -> get("loaded once", source))
                .toList();

        assertThat(loaded).hasValue(1);
        assertThat(classifiers).allSatisfy(one -> assertThat(one).isSameAs(classifiers.get(0)));
    }

    @Test
    void aModelThatCouldNotBeReadIsTriedAgain() {
        ClassifierSource broken = () -> {
            throw new IOException("no such model");
        };

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> SharedClassifiers.get("read later", broken))
                .withMessage("no such model");
        assertThat(get("read later", () -> named("read later")).modelId()).isEqualTo("read later");
    }

    @Test
    void anotherModelThanTheRunBeganWithIsRefused() {
        assertThatExceptionOfType(RunError.class)
                .isThrownBy(() -> SharedClassifiers.get("expected", () -> named("found")))
                .withMessageContaining("is found; the run began with expected");
    }

    private static TextClassifier named(String id) {
        WordRules rules = new WordRules();
        return new TextClassifier() {
            @Override
            public Classification classify(String text) {
                return rules.classify(text);
            }

            @Override
            public boolean reaches(Classification result, Head head) {
                return rules.reaches(result, head);
            }

            @Override
            public String modelId() {
                return id;
            }
        };
    }

    private static TextClassifier get(String id, ClassifierSource source) {
        try {
            return SharedClassifiers.get(id, source);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
