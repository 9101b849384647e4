// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LexiconBytesTest {
    private static byte[] bytes(ConceptLexicon lexicon) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LexiconBytes.write(lexicon, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static ConceptLexicon lexicon(byte[] bytes) throws IOException {
        return LexiconBytes.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    @Test
    void aLexiconReadAgainFindsTheSame() throws IOException {
        ConceptLexicon lexicon = Lexicons.of(
                "en SEA sea", "en SEA ocean*", "fr SEA la mer", "zh SEA 海", "en NOT don't", "ar CITY مدينة");

        ConceptLexicon again = lexicon(bytes(lexicon));

        assertThat(again.names()).isEqualTo(lexicon.names());
        for (List<String> text : List.of(
                List.of("en", "Don't go to oceans"),
                List.of("fr", "Près de la mer"),
                List.of("zh", "我们去海边"),
                List.of("ar", "والمدينة"))) {
            assertThat(Lexicons.found(again, text.get(1), text.get(0)))
                    .isNotEmpty()
                    .isEqualTo(Lexicons.found(lexicon, text.get(1), text.get(0)));
        }
    }

    @Test
    void theShippedLexiconWrittenAgainHasTheSameBytes() throws IOException {
        byte[] bytes = bytes(ConceptFiles.read(Path.of("../../datasets/taxonomy/concepts")));

        assertThat(bytes(lexicon(bytes))).isEqualTo(bytes);
    }

    @Test
    void aLexiconWithoutConceptsIsReadAgain() throws IOException {
        assertThat(lexicon(bytes(ConceptLexicon.none())).names()).isEmpty();
    }

    @Test
    void aLexiconCutOffAnywhereIsAnError() throws IOException {
        byte[] bytes = bytes(Lexicons.of("en SEA sea", "en CITY new harbour*"));
        for (int length = 0; length < bytes.length; length++) {
            byte[] part = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> lexicon(part)).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void impossibleNumbersAreErrors() throws IOException {
        byte[] bytes = bytes(Lexicons.of("en SEA sea"));
        byte[] negative = bytes.clone();
        negative[0] = (byte) 0xFF;
        byte[] stranger = bytes.clone();
        // Four bytes count, a name and a field follow, then four bytes count, then the language, then the concept.
        stranger[4 + 5 + 3 + 4 + 4] = 7;

        assertThatThrownBy(() -> lexicon(negative))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("entries; the model is damaged");
        assertThatThrownBy(() -> lexicon(stranger))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("names concept 117440512 of 1; the model is damaged");
    }
}
