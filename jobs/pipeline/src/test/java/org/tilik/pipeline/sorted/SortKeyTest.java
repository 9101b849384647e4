// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.sorted;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SortKeyTest {
    @Test
    void textsAreInTheOrderOfTheirCharactersAndBeforeTheirContinuations() {
        List<String> texts = Arrays.asList(null, "a", "a1", "b", "é", "語");

        assertThat(texts.stream()
                        .map(text -> new SortKey().text(text).small(1).toBytes())
                        .toList())
                .isSortedAccordingTo(Arrays::compareUnsigned);
    }

    @Test
    void numbersAreInTheirOrder() {
        List<Long> numbers = List.of(Long.MIN_VALUE, -1L, 0L, 1L, 255L, 256L, Long.MAX_VALUE);

        assertThat(numbers.stream()
                        .map(number -> new SortKey().number(number).toBytes())
                        .toList())
                .isSortedAccordingTo(Arrays::compareUnsigned);
    }

    @Test
    void aKeyIsFilledAgainWhateverItHeldBefore() {
        SortKey key = new SortKey().text("long ".repeat(1_000));

        assertThat(key.clear().text("x").number(7).toBytes())
                .isEqualTo(new SortKey().text("x").number(7).toBytes());
    }

    @Test
    void thePrefixOfAShortKeyIsFilledWithZeros() {
        byte[] key = {(byte) 0xFF, 1};

        assertThat(SortKey.prefix(key, 0, 2)).isEqualTo(0xFF01_0000_0000_0000L);
        assertThat(SortKey.prefix(key, 2, 2)).isZero();
    }
}
