// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineBreaksTest {
    @ParameterizedTest
    @CsvSource({
        "one line, one line",
        "a  b\tc, a  b\tc",
        "a|b, a|b",
        "a|||b, a|b",
        "a \t| \t| b, a|b",
        "'|a|', '|a|'",
        "' | a | ', '|a|'",
        "a|\r|b, a|b",
        "a \r|b, a \r|b",
    })
    void breaksThatFollowEachOtherAreOne(String text, String single) {
        assertThat(LineBreaks.single(text.replace('|', '\n'))).isEqualTo(single.replace('|', '\n'));
    }
}
