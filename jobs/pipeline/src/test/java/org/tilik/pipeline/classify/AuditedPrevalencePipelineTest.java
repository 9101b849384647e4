// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.classify.Head;
import org.tilik.model.table.PrevalenceRow;
import org.tilik.pipeline.audit.AuditSample;
import org.tilik.pipeline.audit.AuditSheet;
import org.tilik.pipeline.counts.JobCounts;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableDigest;
import org.tilik.pipeline.table.TableReader;

/**
 * A planted world from end to end: two languages with the same share of hateful posts, of which the classifier finds more
 * in one and sounds false alarms in the other; the sheet of audit-sample, coded truly, goes back into the study.
 */
class AuditedPrevalencePipelineTest {
    private static final int ITEMS = 3_000;
    private static final double HATEFUL = 0.1;

    @TempDir
    static Path temp;

    private static final Map<String, Boolean> TRUTH = new HashMap<>();
    private static List<TestItem> items;
    private static List<PrevalenceRow> rows;
    private static Run run;
    private static JobCounts counts;

    @BeforeAll
    static void audit() throws Exception {
        items = items();
        Run drawn = ClassifyRuns.write(temp, "raw", items, Map.of("hateful", 0.5), List.of());
        ClassifyRuns.job(drawn, 2);
        Path sheet = temp.resolve("sheet.csv");
        try (OutputStream out = Files.newOutputStream(sheet)) {
            AuditSheet.write(AuditSample.draw(drawn.output(), Head.HATEFUL, 600, 3), AuditSheet.Form.CSV, out);
        }
        code(sheet, temp.resolve("audit.csv"));
        run = ClassifyRuns.write(temp, "audited", items, Map.of("hateful", 0.5), List.of(), "audit.csv");
        counts = ClassifyRuns.job(run, 2);
        rows = TableReader.read(Table.PREVALENCE, run.folder(Table.PREVALENCE).root());
    }

    private static List<TestItem> items() {
        SplittableRandom random = new SplittableRandom(20190315);
        List<TestItem> made = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            boolean english = i % 2 == 0;
            // The same number in both languages, so that any gap is the classifier's.
            boolean hateful = i / 2 % 10 == 0;
            boolean found = random.nextDouble() < (hateful ? (english ? 0.9 : 0.6) : english ? 0.01 : 0.12);
            int grim = found ? 6 + random.nextInt(4) : random.nextInt(5);
            String name = "item " + i;
            made.add(TestItem.post(name, i, "grim ".repeat(grim) + "text " + i + (english ? "" : " yang"))
                    .by("account " + i % 97));
            TRUTH.put(TestItem.key(name), hateful);
        }
        return made;
    }

    /** Both coders give every item its true label, but for one that nobody coded. */
    private static void code(Path sheet, Path coded) throws Exception {
        try (CsvReader<CsvRecord> in = CsvReader.builder().ofCsvRecord(sheet);
                CsvWriter out = CsvWriter.builder().build(coded)) {
            int row = 0;
            for (CsvRecord record : in) {
                List<String> cells = new ArrayList<>(record.getFields());
                if (row == 0) {
                    out.writeRecord(cells);
                } else {
                    String label = TRUTH.get(cells.get(0)) ? "hateful" : "none";
                    for (String coder : List.of("ann", "ben")) {
                        cells.set(AuditSheet.COLUMNS.indexOf("label"), row == 17 ? "" : label);
                        cells.set(AuditSheet.COLUMNS.indexOf("coder"), coder);
                        out.writeRecord(cells);
                    }
                }
                row++;
            }
            // An item of another run, which is no part of this one.
            out.writeRecord("ffff", "reddit", "en", "", "hateful", "ann", "", "0.5", "s001");
        }
    }

    private static PrevalenceRow row(String stratum, String label, Double threshold, String correction) {
        return rows.stream()
                .filter(row -> row.metricId().equals(PrevalenceRows.SHARE)
                        && row.stratum().equals(stratum)
                        && label.equals(row.label())
                        && java.util.Objects.equals(threshold, row.threshold())
                        && row.correctionMethod().equals(correction))
                .reduce((one, other) -> {
                    throw new AssertionError("two rows: " + one + " and " + other);
                })
                .orElseThrow();
    }

    @Test
    void correctedRowsStandBesideTheRawOnesAndHoldTheTruth() {
        assertThat(row("en", "hateful", null, PrevalenceRows.NOT_CORRECTED).estimate())
                .isBetween(0.08, 0.12);
        assertThat(row("id", "hateful", null, PrevalenceRows.NOT_CORRECTED).estimate())
                .isBetween(0.14, 0.20);
        assertThat(row("id", "hateful", null, PrevalenceRows.NOT_CORRECTED).ciLow())
                .isNull();
        for (String stratum : List.of("all", "reddit", "reddit|en", "reddit|id", "en", "id")) {
            for (String method : List.of(AuditedShares.DSL, AuditedShares.PPI, AuditedShares.ROGAN_GLADEN)) {
                for (Double threshold : new Double[] {null, 0.5}) {
                    PrevalenceRow row = row(stratum, "hateful", threshold, method);
                    assertThat(row.identifiability()).isEqualTo("point");
                    assertThat(row.ciLow()).as(row.toString()).isLessThan(HATEFUL);
                    assertThat(row.ciHigh()).as(row.toString()).isGreaterThan(HATEFUL);
                    assertThat(row.ciHigh() - row.ciLow()).as(row.toString()).isLessThan(0.12);
                    assertThat(row.ciMethod()).isEqualTo(method + "_stratified_t");
                    assertThat(row.suppressed()).isFalse();
                }
            }
        }
        double gap = row("id", "hateful", null, AuditedShares.DSL).estimate()
                - row("en", "hateful", null, AuditedShares.DSL).estimate();
        assertThat(gap).isBetween(-0.04, 0.04);
        assertThat(rows).extracting(PrevalenceRow::rowId).doesNotHaveDuplicates();
    }

    @Test
    void whatCodersNeverSayIsNotBelowNothing() {
        PrevalenceRow counter = row("all", "counter", null, AuditedShares.DSL);
        assertThat(counter.estimate()).isZero();
        assertThat(counter.ciLow()).isNull();
        assertThat(counter.nEvents()).isZero();
        assertThat(row("all", "counter", null, AuditedShares.ROGAN_GLADEN).identifiability())
                .isEqualTo("none");
    }

    @Test
    void itemsOfTheAuditThatSayNothingAreCounted() {
        assertThat(counts.count("audit.items")).isEqualTo(601);
        assertThat(counts.count("audit.coded")).isEqualTo(600);
        assertThat(counts.count("audit.not_coded")).isEqualTo(1);
        assertThat(counts.count("audit.not_scored_in_run")).isEqualTo(1);
        assertThat(row("all", "hateful", null, AuditedShares.DSL).nEffective()).isEqualTo(599);
    }

    @Test
    void theRowsDoNotDependOnTheNumberOfTasks() throws Exception {
        Run one = ClassifyRuns.write(temp, "one", items, Map.of("hateful", 0.5), List.of(), "audit.csv");
        ClassifyRuns.job(one, 1);
        assertThat(TableDigest.of(Table.PREVALENCE, one.folder(Table.PREVALENCE).root()))
                .isEqualTo(TableDigest.of(
                        Table.PREVALENCE, run.folder(Table.PREVALENCE).root()));
    }

    @Test
    void withoutProbabilitiesOnlyRawRowsAreWritten() throws Exception {
        Files.writeString(temp.resolve("bare.csv"), "item_key,label\n" + TestItem.key("item 1") + ",none\n");
        Run bare = ClassifyRuns.write(temp, "bare", items, Map.of("hateful", 0.5), List.of(), "bare.csv");
        assertThat(ClassifyRuns.job(bare, 1).count("audit.items")).isEqualTo(1);
        List<PrevalenceRow> raw =
                TableReader.read(Table.PREVALENCE, bare.folder(Table.PREVALENCE).root());
        assertThat(raw).noneMatch(row -> row.correctionMethod().equals(AuditedShares.DSL));
        assertThat(raw).anyMatch(row -> row.correctionMethod().equals(PrevalenceRows.NOT_CORRECTED));
    }
}
