// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What needs a model is skipped where there is none; {@code -Pner} brings those of four languages. */
class NamedEntitiesTest {
    @ParameterizedTest
    @ValueSource(strings = {"id", "ms", "ar", "tl", "und", ""})
    void languagesWithoutAModelAreRefused(String language) {
        assertThatThrownBy(() -> NamedEntities.load(language))
                .isInstanceOf(NamedEntitiesException.class)
                .hasMessageContaining("there are some for de, en, es, fr, zh");
    }

    @Test
    void aModelThatIsNotAtHandIsNamed() {
        assumeTrue(!NamedEntities.isAtHand("zh"));
        assertThatThrownBy(() -> NamedEntities.load("zh"))
                .isInstanceOf(NamedEntitiesException.class)
                .hasMessageContaining("chinese.misc.distsim.crf.ser.gz is not on the class path; build with -Pner");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PERSON", "PER", "I-PER", "B-PER", "PERS", "O", "DATE", "whatever"})
    void labelsOfPersonsAndUnknownOnesAreOfNoKind(String label) {
        assertThat(EntityKind.ofLabel(label)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            en | Maria Hale of the World Health Organization spoke in Geneva on Monday. | World Health Organization,Geneva | Maria Hale
            de | Maria Huber von der Deutschen Bahn sprach am Montag in Berlin. | Deutschen Bahn,Berlin | Maria Huber
            fr | Marie Dupont de la Croix-Rouge a parlé lundi à Paris. | Paris | Marie Dupont
            es | María López de la Cruz Roja habló el lunes en Madrid. | Madrid | María López
            """)
    void organisationsAndPlacesAreNamedAndPersonsAreNot(String language, String text, String names, String person) {
        assumeTrue(NamedEntities.isAtHand(language));
        List<NamedEntity> entities = NamedEntities.load(language).of(text);
        List<String> found = entities.stream()
                .map(entity -> text.substring(entity.start(), entity.end()))
                .toList();
        assertThat(found).contains(names.split(","));
        assertThat(String.join(" ", found)).doesNotContain(person.split(" "));
    }

    @Test
    void hostileTextAndManyThreadsGiveWhatOneThreadGives() throws Exception {
        assumeTrue(NamedEntities.isAtHand("en"));
        NamedEntities english = NamedEntities.load("en");
        assertThat(english.of("")).isEmpty();
        assertThat(english.of("\ud800 \u200b \"".repeat(2000))).isEmpty();
        assertThat(english.of("Geneva ".repeat(2000))).isNotEmpty();
        List<String> texts = IntStream.range(0, 200)
                .mapToObj(i -> "The United Nations met in Geneva, 😀 said the Port Valden Council " + i + ".")
                .toList();
        List<List<NamedEntity>> expected = texts.stream().map(english::of).toList();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<List<List<NamedEntity>>>> runs = IntStream.range(0, 2)
                    .mapToObj(i ->
                            threads.submit(() -> texts.stream().map(english::of).toList()))
                    .toList();
            for (Future<List<List<NamedEntity>>> run : runs) {
                assertThat(run.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
