// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tilik.measure.spread.variants.Similarity;
import org.tilik.pipeline.study.RunError;

class DisjointContentsTest {
    @Test
    void contentsThatAChainOfTiesConnectsAreOneComponentNamedByTheSmallest() {
        assertThat(components(List.of(List.of(9, 4), List.of(4, 7), List.of(1, 2))))
                .isEqualTo(Map.of(
                        name(9), name(4), name(4), name(4), name(7), name(4), name(1), name(1), name(2), name(1)));
    }

    @Test
    void keysAreComparedAsDigitsAlsoWhereTheFirstBitIsSet() {
        String large = "f".repeat(32);
        String small = "7" + "f".repeat(31);
        DisjointContents contents = new DisjointContents(10);
        contents.join(large, small, 1);
        Map<String, String> names = new TreeMap<>();
        contents.forEach((content, found) -> names.put(content, found.under(Similarity.STANDARD)));

        assertThat(names).isEqualTo(Map.of(large, small, small, small));
    }

    @Test
    void theOrderOfTiesDoesNotMatter() {
        Random random = new Random(7);
        List<List<Integer>> ties = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            ties.add(List.of(random.nextInt(30_000), random.nextInt(30_000)));
        }
        Map<String, String> first = components(ties);
        Collections.shuffle(ties, random);

        assertThat(components(ties)).isEqualTo(first);
        assertThat(first.values().stream().distinct().count()).isBetween(1000L, 29_000L);
    }

    @Test
    void aTieThatIsImpliedAddsNothing() {
        DisjointContents contents = new DisjointContents(10);
        contents.join(name(1), name(2), 1);
        contents.join(name(2), name(3), 1);
        contents.join(name(3), name(1), 1);

        assertThat(contents.size()).isEqualTo(3);
    }

    @Test
    void similarTextsBelongTogetherUnderTheRulesThatTheySatisfy() {
        DisjointContents contents = new DisjointContents(10);
        contents.join(name(4), name(3), 0.75);
        contents.join(name(3), name(2), 0.85);
        contents.join(name(2), name(1), 0.95);
        Map<String, Components> found = new TreeMap<>();
        contents.forEach(found::put);

        assertThat(found.get(name(4))).isEqualTo(new Components(name(1), name(4), name(4)));
        assertThat(found.get(name(3))).isEqualTo(new Components(name(1), name(1), name(3)));
        assertThat(found.get(name(2))).isEqualTo(new Components(name(1), name(1), name(1)));
        assertThat(Components.parse(found.get(name(3)).code())).isEqualTo(found.get(name(3)));
    }

    @Test
    void beyondTheLimitTheErrorSaysWhatToDo() {
        DisjointContents contents = new DisjointContents(3);
        contents.join(name(1), name(2), 1);

        assertThatExceptionOfType(RunError.class)
                .isThrownBy(() -> contents.join(name(3), name(4), 1))
                .withMessageContaining("more than 3 contents")
                .withMessageContaining(DisjointContents.LIMIT_PROPERTY);
    }

    private static Map<String, String> components(List<List<Integer>> ties) {
        DisjointContents contents = new DisjointContents(100_000);
        ties.forEach(tie -> contents.join(name(tie.get(0)), name(tie.get(1)), 1));
        Map<String, String> components = new TreeMap<>();
        contents.forEach((content, found) -> components.put(content, found.under(Similarity.STANDARD)));
        return components;
    }

    private static String name(int number) {
        return String.format("%032x", number);
    }
}
