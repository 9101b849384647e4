// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tilik.classify.TextClassifier;

class SharedClassifiersTest {
    @Test
    void manyTasksShareOneModelThatIsLoadedOnce() {
        AtomicInteger loaded = new AtomicInteger();
        ClassifierSource source = () -> {
            loaded.incrementAndGet();
            return new WordRules();
        };
        List<TextClassifier> classifiers = IntStream.range(0, 64)
                .parallel()
                .mapToObj(task -> get("loaded-once", source))
                .toList();

        assertThat(loaded).hasValue(1);
        assertThat(classifiers).allSatisfy(one -> assertThat(one).isSameAs(classifiers.get(0)));
        assertThat(get("another", source)).isNotSameAs(classifiers.get(0));
    }

    @Test
    void aModelThatCouldNotBeReadIsTriedAgain() {
        ClassifierSource broken = () -> {
            throw new IOException("no such model");
        };

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> SharedClassifiers.get("broken", broken))
                .withMessage("no such model");
        assertThat(get("broken", WordRules::new)).isInstanceOf(WordRules.class);
    }

    private static TextClassifier get(String id, ClassifierSource source) {
        try {
            return SharedClassifiers.get(id, source);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
