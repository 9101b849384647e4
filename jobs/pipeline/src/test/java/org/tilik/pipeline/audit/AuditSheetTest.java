// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.pipeline.audit.AuditStratum.ScoreBand;
import org.tilik.pipeline.audit.CodedFile.Coding;
import org.tilik.pipeline.study.RunError;

class AuditSheetTest {
    private static final String FORMULA = "=HYPERLINK(\"https://page.example\")";
    private static final AuditDesign.Cell CELL =
            new AuditDesign.Cell("s007", new AuditStratum("reddit", "id", ScoreBand.TOP), 8, 2);

    @TempDir
    Path temp;

    @Test
    void whatBeginsLikeAFormulaIsMadeATextInCsv() throws IOException {
        String csv = new String(written(AuditSheet.Form.CSV), StandardCharsets.UTF_8);

        assertThat(csv.lines().findFirst())
                .contains("item_key,platform,language,text,label,coder,note,inclusion_probability,stratum");
        assertThat(csv).contains("\"'=HYPERLINK(\"\"https://page.example\"\")\"");
        assertThat(csv.lines().skip(1).findFirst().orElseThrow()).endsWith(",,,,0.25,s007");
        for (String start : List.of("=", "+", "-", "@", "\t", "\r")) {
            assertThat(AuditSheet.guarded(start + "1")).isEqualTo("'" + start + "1");
        }
        assertThat(AuditSheet.guarded("a=1")).isEqualTo("a=1");
    }

    @Test
    void coderSeeNeitherScoreNorWhatTheStratumStandsFor() throws IOException {
        assertThat(new String(written(AuditSheet.Form.CSV), StandardCharsets.UTF_8))
                .doesNotContainIgnoringCase("top")
                .doesNotContain("0.8");
    }

    @Test
    void theDesignSaysWhatEachStratumStandsFor() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AuditSheet.writeDesign(new AuditDesign(List.of(CELL)), "hateful", out);

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "stratum,head,score_from,score_until,platform,language,n_frame,n_sample,inclusion_probability",
                        "s007,hateful,0.8,1.0,reddit,id,8,2,0.25");
    }

    @Test
    void aWorkbookHoldsTheSameWithNumbersAsNumbersAndTextsAsTexts() throws IOException {
        Path file = Files.write(temp.resolve("sheet.xlsx"), written(AuditSheet.Form.XLSX));
        try (ReadableWorkbook workbook = new ReadableWorkbook(Files.newInputStream(file))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(3);
            assertThat(rows.get(1).getCellText(3)).isEqualTo(FORMULA);
            assertThat(rows.get(1).getCell(3).getFormula()).isNull();
            assertThat(rows.get(1).getCellAsNumber(7).orElseThrow()).isEqualByComparingTo("0.25");
            assertThat(workbook.getSheets().count()).isEqualTo(2);
        }
        assertThat(CodedFile.read(file.toString())).as("nobody has coded yet").isEmpty();
    }

    @Test
    void codedSheetsComeBackWithTheirProbabilities() throws IOException {
        String csv = new String(written(AuditSheet.Form.CSV), StandardCharsets.UTF_8)
                .replaceFirst(",,,,0\\.25", ", Hateful ,anna,,0.25");
        Path file = Files.writeString(temp.resolve("anna.csv"), "\uFEFF" + csv);

        List<Coding> codings = CodedFile.read(file.toString());
        assertThat(codings).hasSize(1);
        assertThat(codings.get(0).label()).isEqualTo("hateful");
        assertThat(codings.get(0).coder()).isEqualTo("anna");
        assertThat(codings.get(0).inclusionProbability()).isEqualTo("0.25");
        assertThat(codings.get(0).row()).isEqualTo(2);
    }

    @Test
    void semicolonsAreReadAndACoderWithoutNameIsTheFile() throws IOException {
        Path file = Files.writeString(temp.resolve("budi.csv"), "item_key;label\na;none\nb;\nc;hateful\n");

        assertThat(CodedFile.read(file.toString())).extracting(Coding::coder).containsExactly("budi.csv", "budi.csv");
    }

    @Test
    void whatIsNoCodedSheetIsNamed() throws IOException {
        Path other = Files.writeString(temp.resolve("other.csv"), "a,b\n1,2\n");
        Path torn = Files.writeString(temp.resolve("torn.csv"), "item_key,label\n,hateful\n");

        assertThatExceptionOfType(RunError.class)
                .isThrownBy(() -> CodedFile.read(other.toString()))
                .withMessageContaining("no column item_key")
                .withMessageContaining("a, b");
        assertThatExceptionOfType(RunError.class)
                .isThrownBy(() -> CodedFile.read(torn.toString()))
                .withMessageContaining("row 2")
                .withMessageContaining("no item_key");
        assertThatExceptionOfType(RunError.class)
                .isThrownBy(() -> CodedFile.read(temp.resolve("none.csv").toString()))
                .withMessageContaining("cannot be read");
    }

    private static byte[] written(AuditSheet.Form form) throws IOException {
        List<AuditItem> items = new ArrayList<>();
        items.add(new AuditItem("k1", "reddit", "id", FORMULA, CELL));
        items.add(new AuditItem("k2", "reddit", "id", "Kata-kata\nbiasa \u0007", CELL));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AuditSheet.write(new AuditSample(new AuditDesign(List.of(CELL)), items), form, out);
        return out.toByteArray();
    }
}
