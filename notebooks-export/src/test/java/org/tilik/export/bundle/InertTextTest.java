// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InertTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+49 30 1",
                "-2+3",
                "@SUM(A1)",
                "  =1+1",
                "\uFF1D1+1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20A",
                "\u00A0=1",
                "'quoted",
                "NA"
            })
    void whatASpreadsheetWouldCalculateOrTakeForMissingIsGuarded(String text) {
        assertThat(InertText.cell(text))
                .startsWith("'")
                .hasSize(text.length() + 1)
                .endsWith(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reddit|id", "a=b", "1-2", "name@place", "NAB", "", "سلام", "\u0646\u200C\u0647"})
    void otherTextStaysAsItIs(String text) {
        assertThat(InertText.cell(text)).isEqualTo(text);
    }

    @Test
    void signsThatHideOrTurnTextAreWrittenAsTheirCodes() {
        assertThat(InertText.visible("a\u202Eb\u0000c\td\ne\u200Bf\uFEFFg\uD800h\u2028i\uDB40\uDC41j\u0085k"))
                .isEqualTo("a\\u202eb\\u0000c\\u0009d\\u000ae\\u200bf\\ufeffg\\ud800h\\u2028i\\u{e0041}j\\u0085k");
    }

    @Test
    void aControlCharacterBeforeAFormulaDoesNotBringItBack() {
        assertThat(InertText.cell("\t=1+1")).isEqualTo("\\u0009=1+1");
    }
}
