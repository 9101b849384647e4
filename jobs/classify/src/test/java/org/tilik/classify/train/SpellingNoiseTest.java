// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tilik.classify.normalise.TextNormaliser;

class SpellingNoiseTest {
    private static boolean isWhole(String text) {
        return text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    @Property(tries = 2000)
    void anySentenceIsMisspelt(@ForAll @StringLength(max = 80) String sentence, @ForAll long seed) {
        assertThat(SpellingNoise.apply(sentence, new SplittableRandom(seed))).isNotNull();
    }

    @Property(tries = 2000)
    void surrogatePairsStayWhole(@ForAll("withEmoji") String sentence, @ForAll long seed) {
        assertThat(SpellingNoise.apply(sentence, new SplittableRandom(seed))).matches(SpellingNoiseTest::isWhole);
    }

    @Provide
    Arbitrary<String> withEmoji() {
        return Arbitraries.of("a", "b", "é", " ", "😀", "𝐡", "𐍈", "م", "海")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 500)
    void theSameChanceGivesTheSameSpelling(@ForAll("withEmoji") String sentence, @ForAll long seed) {
        assertThat(SpellingNoise.apply(sentence, new SplittableRandom(seed)))
                .isEqualTo(SpellingNoise.apply(sentence, new SplittableRandom(seed)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@someone", "http://sea.example/calm", "so it is", ""})
    void addressesNamesAndShortWordsKeepTheirLetters(String sentence) {
        for (long seed = 0; seed < 200; seed++) {
            assertThat(SpellingNoise.apply(sentence, new SplittableRandom(seed)))
                    .isEqualToIgnoringCase(sentence);
        }
    }

    @Test
    void mostSentencesChangeAndTheNormaliserUndoesSome() {
        String sentence = "welcome neighbours from everywhere";
        String plain = TextNormaliser.normalise(sentence).toString();
        long changed = IntStream.range(0, 500)
                .filter(seed -> !SpellingNoise.apply(sentence, new SplittableRandom(seed))
                        .equals(sentence))
                .count();
        long undone = IntStream.range(0, 500)
                .filter(seed -> TextNormaliser.normalise(SpellingNoise.apply(sentence, new SplittableRandom(seed)))
                        .toString()
                        .equals(plain))
                .count();

        assertThat(changed).isBetween(450L, 500L);
        assertThat(undone).isBetween(25L, 250L);
    }
}
