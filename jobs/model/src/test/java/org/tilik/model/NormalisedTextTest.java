// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalisedTextTest {
    @ParameterizedTest
    @CsvSource({
        "'Bring  your\tOWN spoon!','bring your own spoon'",
        "'See https://example.org/a?b=c, or www.example.net now','see or now'",
        "'@anna and @ben@server.example thank u/carl','and thank'",
        "'mail anna@example.org','mail anna example org'",
        "'Straße ΟΔΟΣ İstanbul','strasse οδοσ i̇stanbul'",
        "'ﬁne ＷＩＤＥ ① x²','fine wide 1 x2'",
        "'don''t','don t'",
        "'東京で 会う','東 京 で 会 う'",
        "'abc東京def','abc 東 京 def'",
        "'ภาษาไทย','ภ า ษ า ไ ท ย'",
        "'ꦧꦱꦗꦮ','ꦧ ꦱ ꦗ ꦮ'",
        "'한국어 문장','한국어 문장'",
        "'हिन्दी में','हिन्दी में'",
        "'…!?',''"
    })
    void onlyTheWordsAreLeft(String text, String normalised) {
        assertThat(NormalisedText.of(text)).isEqualTo(normalised);
    }

    @Test
    void invisibleCharactersDoNotSplitWords() {
        assertThat(NormalisedText.of("sp\u200Boo\u00ADn\uFE0F")).isEqualTo("spoon");
    }

    @Test
    void nothingGivesNothing() {
        assertThat(NormalisedText.of(null)).isEmpty();
        assertThat(NormalisedText.of("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Straße ΟΔΟΣ", "ＷＩＤＥ ﬁ", "東京abc", "ไทยแลนด์", "ǰ ΐ ŉ ﬆ", "A\u0301b e\u0301"})
    void normalisingTwiceChangesNothing(String text) {
        String once = NormalisedText.of(text);
        assertThat(NormalisedText.of(once)).isEqualTo(once);
    }
}
