// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConceptFilesTest {
    private static final Path SHIPPED = Path.of("../../datasets/taxonomy/concepts");

    @TempDir
    Path folder;

    private void write(String name, String... lines) throws IOException {
        Files.write(folder.resolve(name), List.of(lines));
    }

    @Test
    void conceptsAndFormsAreReadFromAFolder() throws IOException {
        write("concepts.csv", "concept,field,gloss", "SEA,nature,\"water, much\"", "NOT,negation,denies");
        write("en.tsv", "# nature", "SEA\tsea\tocean*\t", "", "NOT\tdon't\tnot");
        write("fr.tsv", "SEA\tla mer");
        write("README.md", "no forms here");

        ConceptLexicon lexicon = ConceptFiles.read(folder);

        assertThat(lexicon.names()).containsExactly("SEA", "NOT");
        assertThat(lexicon.fieldName(0)).isEqualTo("nature");
        assertThat(lexicon.forms()).hasSize(5);
        assertThat(Lexicons.found(lexicon, "Don't go to the oceans", "en")).containsExactly("NOT@0", "SEA@5");
        assertThat(Lexicons.found(lexicon, "à la mer", "fr")).containsExactly("SEA@1");
    }

    @Test
    void anUnknownConceptIsAnErrorThatNamesItsLine() throws IOException {
        write("concepts.csv", "concept,field,gloss", "SEA,nature,water");
        write("en.tsv", "# nature", "SEE\tsea");

        assertThatThrownBy(() -> ConceptFiles.read(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("en.tsv, line 2: expected a concept of concepts.csv.");
    }

    @Test
    void aFormWithoutLettersIsAnErrorThatNamesIt() throws IOException {
        write("concepts.csv", "concept,field,gloss", "SEA,nature,water");
        write("en.tsv", "SEA\tsea\t~*");

        assertThatThrownBy(() -> ConceptFiles.read(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("en.tsv, line 1: expected a form with letters in place of \"~*\"");
    }

    @Test
    void aConceptTwiceOrWithoutFieldIsAnError() throws IOException {
        write("concepts.csv", "concept,field,gloss", "SEA,nature,water", "SEA,nature,water again");

        assertThatThrownBy(() -> ConceptFiles.read(folder)).hasMessageContaining("concepts.csv, line 3");

        write("concepts.csv", "concept,field,gloss", "SEA,nature");

        assertThatThrownBy(() -> ConceptFiles.read(folder))
                .hasMessageContaining("concepts.csv, line 2: expected a new concept, its field and a gloss");
    }

    @Test
    void aFolderWithoutAListIsAnError() {
        assertThatThrownBy(() -> ConceptFiles.read(folder))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("concepts.csv");
    }

    @Test
    void everyFormOfTheShippedLexiconIsFoundWhereItIsWritten() throws IOException {
        ConceptLexicon lexicon = ConceptFiles.read(SHIPPED);
        List<String> hidden = new ArrayList<>();
        for (ConceptForm form : lexicon.forms()) {
            String written = String.join(
                    " ", Arrays.stream(form.words()).map(String::new).toList());
            String concept = lexicon.names().get(form.concept());
            if (!Lexicons.concepts(lexicon, written, form.language()).contains(concept)) {
                hidden.add(form.language() + " " + concept + ": " + written + " " + Arrays.toString(form.prefix()));
            }
        }

        assertThat(lexicon.forms()).hasSizeGreaterThan(10_000);
        assertThat(hidden).isEmpty();
    }
}
