// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tilik.classify.Head;

class LabelledFileTest {
    private static final String HEADER = "dataset\ttier\tlang\tsplit\thateful\toffensive\tcounter\ttext\n";

    @TempDir
    Path folder;

    private List<LabelledFile.Row> read(String content) throws IOException {
        return LabelledFile.read(Files.writeString(folder.resolve("labelled.tsv"), content));
    }

    @Test
    void rowsAreReadInTheirOrder() throws IOException {
        List<LabelledFile.Row> rows = read(HEADER
                + "sim-one\tP\ten\ttrain\t1\t\t0\tThe sea is calm\n"
                + "sim-two\tNC\tur-Latn\tdev\t\t0\t1\tمدينة \"quoted\" 😀\n");

        assertThat(rows).hasSize(2);
        LabelledFile.Row first = rows.get(0);
        assertThat(first.training()).isTrue();
        assertThat(first.tier()).isEqualTo(Tier.P);
        assertThat(first.text().source()).isEqualTo("sim-one");
        assertThat(first.text().targets().of(Head.HATEFUL)).isEqualTo(OptionalInt.of(1));
        assertThat(first.text().targets().of(Head.OFFENSIVE)).isEmpty();
        assertThat(first.text().targets().of(Head.COUNTER)).isEqualTo(OptionalInt.of(0));
        assertThat(first.text().targets().of(Head.EXTREMIST_SUPPORT)).isEmpty();
        assertThat(rows.get(1).training()).isFalse();
        assertThat(rows.get(1).text().language()).isEqualTo("ur-Latn");
        assertThat(rows.get(1).text().text()).isEqualTo("مدينة \"quoted\" 😀");
    }

    @Test
    void columnsAreFoundByNameInAnyOrder() throws IOException {
        List<LabelledFile.Row> rows =
                read("text\textremist_support\tsplit\tnote\tlang\ttier\tdataset\ncalm\t1\tdev\tx\ten\tR\tsim\n");

        assertThat(rows.get(0).text().targets().of(Head.EXTREMIST_SUPPORT)).isEqualTo(OptionalInt.of(1));
        assertThat(rows.get(0).text().targets().of(Head.HATEFUL)).isEmpty();
        assertThat(rows.get(0).text().text()).isEqualTo("calm");
    }

    @Test
    void eachRowHasItsTier() throws IOException {
        String rows =
                HEADER + "a\tP\ten\ttrain\t1\t\t\tx\n" + "b\tNC\ten\ttrain\t1\t\t\tx\n" + "c\tR\ten\ttrain\t1\t\t\tx\n";

        assertThat(read(rows)).extracting(LabelledFile.Row::tier).containsExactly(Tier.P, Tier.NC, Tier.R);
    }

    @Test
    void gzipIsToldByContent() throws IOException {
        Path file = folder.resolve("labelled.tsv");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((HEADER + "a\tP\ten\ttrain\t1\t\t\tcalm\n").getBytes(StandardCharsets.UTF_8));
        }

        assertThat(LabelledFile.read(file)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            a;P;en;train;1;;                | line 3: found 7 cells, expected 8 cells, as the header has
            a;P;en;train;1;;;x;y            | line 3: found 9 cells
            a;P;en;train;2;;;x              | line 3: found "2" in column hateful, expected 0, 1 or nothing
            a;P;en;train;;;0.5;x            | line 3: found "0.5" in column counter
            a;X;en;train;1;;;x              | line 3: found tier "X", expected P, NC or R
            a;P;en;test;1;;;x               | line 3: found split "test", expected train or dev
            """)
    void aRowThatBreaksTheFormatIsAnErrorThatNamesItsLine(String row, String message) {
        assertThatThrownBy(() -> read(HEADER + "a\tP\ten\ttrain\t1\t\t\tx\n" + row.replace(';', '\t') + "\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("labelled.tsv, " + message);
    }

    @ParameterizedTest
    @CsvSource({"'', dataset", "dataset, tier", "text;split;dataset;tier, lang"})
    void aMissingColumnIsAnErrorThatNamesIt(String header, String missing) {
        assertThatThrownBy(() -> read(header.replace(';', '\t')))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 1: found no column \"" + missing + "\"");
    }
}
