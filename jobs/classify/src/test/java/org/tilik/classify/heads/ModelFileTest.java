// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.tilik.classify.ModelClassifier;
import org.tilik.classify.TextClassifier;
import org.tilik.classify.features.ConceptFiles;
import org.tilik.classify.language.LanguageGuess;
import org.tilik.classify.language.LanguageIdentifier;

class ModelFileTest {
    private static final LanguageIdentifier INDONESIAN = text -> new LanguageGuess("id", 0.8);

    private static byte[] bytes(Model model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ModelFile.write(model, bytes);
        return bytes.toByteArray();
    }

    private static Model model(byte[] bytes) throws IOException {
        return ModelFile.read(new ByteArrayInputStream(bytes));
    }

    private static byte[] packed(int... numbers) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            for (int number : numbers) {
                out.writeInt(number);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void aModelReadAgainClassifiesTheSame() throws IOException {
        Model random = Models.random(1);
        Model model = new Model(
                random.name(),
                random.weights(),
                random.calibration(),
                ConceptFiles.read(Path.of("../../datasets/taxonomy/concepts")));
        TextClassifier before = new ModelClassifier("m", model, INDONESIAN);
        TextClassifier after = new ModelClassifier("m", model(bytes(model)), INDONESIAN);

        for (String text : List.of("", "laut tenang", "“Tidak semua orang” 😀!", "a b c d", "海边")) {
            assertThat(after.classify(text)).isEqualTo(before.classify(text));
        }
    }

    @Test
    void aModelWrittenAgainHasTheSameBytes() throws IOException {
        byte[] bytes = bytes(Models.random(2));

        assertThat(bytes(model(bytes))).isEqualTo(bytes);
        assertThat(bytes(Models.random(2))).isEqualTo(bytes);
        assertThat(model(bytes).name()).isEqualTo("random");
    }

    @Test
    void whatIsNoModelIsRefused() throws IOException {
        for (byte[] foreign : List.of(
                new byte[0],
                "dataset\ttier".getBytes(StandardCharsets.UTF_8),
                new byte[10_000],
                packed(),
                packed(0x54494C4B),
                packed(1, 2, 3))) {
            assertThatThrownBy(() -> model(foreign))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("This is no model");
        }
    }

    @Test
    void aLaterVersionOfTheFormatIsRefusedByNumber() throws IOException {
        byte[] later = packed(0x54494C4B, 99, 0, 0);

        assertThatThrownBy(() -> model(later))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("99")
                .hasMessageContaining("Train it again");
    }

    @Test
    void impossibleSizesAreRefused() throws IOException {
        byte[] sizes = packed(0x54494C4B, 1, 0x0001_6100, 0x7F000000, 0x7F000000);

        assertThatThrownBy(() -> model(sizes)).isInstanceOf(IOException.class).hasMessageContaining("it is damaged");
    }

    @Test
    void aModelCutOffIsRefused() throws IOException {
        byte[] bytes = bytes(Models.random(3));
        for (int length = 0; length < bytes.length; length += Math.max(1, bytes.length / 60)) {
            byte[] part = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> model(part))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("it is damaged");
        }
    }

    @Test
    void aModelWithAChangedBitIsRefusedOrTheSame() throws IOException {
        byte[] bytes = bytes(Models.random(4));
        SplittableRandom random = new SplittableRandom(4);
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            byte[] changed = bytes.clone();
            changed[i < 20 ? i : random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                // Only the head of gzip has bits that tell nothing of the content.
                assertThat(bytes(model(changed))).isEqualTo(bytes);
            } catch (IOException e) {
                assertThat(e).hasMessageMatching("(?s).*(This is no model|damaged).*");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(275);
    }
}
