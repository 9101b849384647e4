// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tilik.classify.Head;
import org.tilik.classify.LabelledText;
import org.tilik.classify.Targets;

class ConstructionGrammarTest {
    @TempDir
    Path folder;

    private ConstructionGrammar grammar(String lines) throws IOException {
        return ConstructionGrammar.read(Files.writeString(folder.resolve("en.txt"), lines));
    }

    static List<Path> shipped() throws IOException {
        try (Stream<Path> constructions = Files.list(Path.of("../../datasets/taxonomy/constructions"));
                Stream<Path> everyday = Files.list(Path.of("../../datasets/taxonomy/everyday"));
                Stream<Path> tests = Files.walk(Path.of("../../datasets/functional-tests"))) {
            return Stream.of(constructions, everyday, tests)
                    .flatMap(paths -> paths)
                    .filter(path -> path.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void slotsKindsAndLabelsAreRead() throws IOException {
        ConstructionGrammar grammar = grammar("""
                # a comment

                [slot PLACE]
                Grey Harbour
                  Amber Hill\s
                [praise_place hateful=0 OFFENSIVE=0]\s
                {PLACE} is (very |)fine
                [slot PLACE]
                Port Ostra
                [other]
                see {PLACE}
                """);

        assertThat(grammar.language()).isEqualTo("en");
        assertThat(grammar.slots()).isEqualTo(Map.of("PLACE", List.of("Grey Harbour", "Amber Hill", "Port Ostra")));
        assertThat(grammar.kinds()).extracting(ConstructionKind::name).containsExactly("praise_place", "other");
        Targets targets = grammar.kinds().get(0).targets();
        assertThat(targets.of(Head.HATEFUL)).isEqualTo(OptionalInt.of(0));
        assertThat(targets.of(Head.OFFENSIVE)).isEqualTo(OptionalInt.of(0));
        assertThat(targets.of(Head.COUNTER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            hello                            | en.txt, line 1: found a line before the first [section]
            [k hateful=2];a                  | en.txt, line 1: found "hateful=2", expected a head and 0 or 1
            [k cruel=1];a                    | en.txt, line 1: found "cruel=1"
            [k hateful];a                    | en.txt, line 1: found "hateful"
            [k hateful=0 hateful=1];a        | en.txt, line 1: found a second label of hateful
            #;[];a                           | en.txt, line 2: found "[]"
            [slot];a                         | en.txt, line 1: found "[slot]", expected [slot NAME]
            [k];(a (b))                      | en.txt, line 2: found a second "(" at character 4
            [k];a)                           | en.txt, line 2: found a ")" without "(" at character 2
            [k];(a                           | en.txt, line 2: found a "(" without ")"
            [k];ok;a {X                      | en.txt, line 3: found a "{" without "}"
            [k];{X};[slot X];a {Y            | en.txt, line 4: found a "{" without "}"
            [k];a {X}                        | en.txt uses the slot {X}, which has no fillers
            [slot X];[k];a {X}               | en.txt uses the slot {X}, which has no fillers
            [slot X];a {Y};[k];a             | en.txt uses the slot {Y}, which has no fillers
            [slot X];a;[k]                   | en.txt has no template under [k]
            [slot X];a {X};[k];{X}           | en.txt nests fillers of the slot {X} more than 4 deep
            [slot X];a {Y};[slot Y];{X};[k];b| en.txt nests fillers of the slot
            """)
    void aLineThatBreaksTheFormatIsAnErrorThatSaysWhere(String lines, String message) {
        assertThatThrownBy(() -> grammar(lines.replace(';', '\n')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void drawsFollowTheGrammarAndCarryItsLabels() throws IOException {
        ConstructionGrammar grammar = grammar("[slot X]\nsea\n[praise counter=1]\n(the |){X} is calm\n");
        SplittableRandom random = new SplittableRandom(1);

        List<LabelledText> drawn = Stream.generate(
                        () -> grammar.draw(grammar.kinds().get(0), random))
                .limit(200)
                .toList();

        assertThat(drawn)
                .extracting(LabelledText::text)
                .containsOnly("sea is calm", "Sea is calm", "the sea is calm", "The sea is calm")
                .contains("sea is calm", "Sea is calm", "the sea is calm", "The sea is calm");
        assertThat(drawn)
                .allMatch(text -> text.source().equals("construction:praise")
                        && text.language().equals("en")
                        && text.targets().of(Head.COUNTER).equals(OptionalInt.of(1)));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void shippedGrammarsGiveWholeSentences(Path file) throws IOException {
        ConstructionGrammar grammar = ConstructionGrammar.read(file);
        SplittableRandom random = new SplittableRandom(7);

        assertThat(grammar.kinds()).isNotEmpty();
        for (ConstructionKind kind : grammar.kinds()) {
            for (int i = 0; i < 60; i++) {
                assertThat(grammar.draw(kind, random).text())
                        .as(kind.name())
                        .isNotBlank()
                        .doesNotContain("{", "}", "(|", "|)", "\\", "  ");
            }
        }
    }

    @Test
    void theSameSeedDrawsTheSameSentences() throws IOException {
        ConstructionGrammar grammar = ConstructionGrammar.read(shipped().get(0));

        assertThat(DrawnSentences.draw(List.of(grammar), true, 5, new SplittableRandom(3)))
                .isEqualTo(DrawnSentences.draw(List.of(grammar), true, 5, new SplittableRandom(3)))
                .isNotEqualTo(DrawnSentences.draw(List.of(grammar), true, 5, new SplittableRandom(4)));
    }

    @Test
    void templatesThatTeachAreNotThoseThatAreKeptBack() throws IOException {
        StringBuilder lines = new StringBuilder("[k]\n");
        for (int i = 0; i < 16; i++) {
            lines.append("calm sea number ").append((char) ('a' + i)).append('\n');
        }
        List<ConstructionGrammar> grammar = List.of(grammar(lines.toString()));

        List<String> taught = DrawnSentences.draw(grammar, true, 300, new SplittableRandom(1)).stream()
                .map(text -> text.text().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        List<String> kept = DrawnSentences.draw(grammar, false, 300, new SplittableRandom(1)).stream()
                .map(text -> text.text().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();

        assertThat(taught).hasSize(14).doesNotContainAnyElementsOf(kept);
        assertThat(kept).hasSize(2);
    }
}
