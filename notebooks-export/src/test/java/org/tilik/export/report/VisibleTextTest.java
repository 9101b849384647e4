// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {
    @Test
    void ordinaryTextOfAnyScriptStaysAsItIs() {
        String text = "Réponse, balasan, رد, می\u200Cخواهم, 返信, \uD83D\uDE42 <b>&amp;</b>";
        assertThat(VisibleText.of(text)).isSameAs(text);
    }

    @Test
    void controlCharactersAreWrittenOut() {
        assertThat(VisibleText.of("a\u0000b\u0007c\nd\u009B")).isEqualTo("a⟨U+0000⟩b⟨U+0007⟩c⟨U+000A⟩d⟨U+009B⟩");
    }

    @Test
    void marksThatTurnTheWritingRoundAreWrittenOut() {
        assertThat(VisibleText.of("\u202Efdp.exe\u2066\u200F")).isEqualTo("⟨U+202E⟩fdp.exe⟨U+2066⟩⟨U+200F⟩");
    }

    @Test
    void hiddenSpacesTagsAndHalvesOfPairsAreWrittenOut() {
        assertThat(VisibleText.of("a\uFEFFb\u2028\uDB40\uDC41\uD800")).isEqualTo("a⟨U+FEFF⟩b⟨U+2028⟩⟨U+E0041⟩⟨U+D800⟩");
    }
}
