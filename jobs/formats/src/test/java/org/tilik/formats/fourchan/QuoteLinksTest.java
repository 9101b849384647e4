// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.fourchan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteLinksTest {
    @ParameterizedTest
    @CsvSource({
        ">>120 fictional remark, 120",
        "remark|>>120>>130, 120",
        ">>>120 is on another board, ",
        ">>>/x/120 is on another board, ",
        ">>99 is in another thread >>120 is not, 120",
        ">>200 comes later >>120, 120",
        ">>150 is the post itself, ",
        ">>0120, ",
        ">> 120, ",
        ">>>>120, ",
        ">>12345678901234567890, ",
        "> quoted words, ",
    })
    void aPostAnswersTheFirstEarlierOneOfItsThreadThatItLinksTo(String words, String answered) {
        assertThat(QuoteLinks.firstAnswered(words.replace('|', '\n'), "100", "150"))
                .isEqualTo(answered);
    }
}
