// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.classify.Head;
import org.tilik.model.table.LabelRow;
import org.tilik.pipeline.audit.AuditItem;
import org.tilik.pipeline.audit.AuditSample;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.RunError;

/** A sample of items whose scores are known. */
class AuditSamplePipelineTest {
    private static final int ITEMS = 400;

    @TempDir
    static Path temp;

    private static Run run;

    @BeforeAll
    static void classify() throws Exception {
        List<TestItem> items = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            // One in 40 scores 0.9, one in ten 0.3, and one in five has no text.
            String words = "item " + i + " of many " + "abcdefghij".charAt(i % 10) + (i % 2 == 0 ? " yang" : "");
            String text = i % 5 == 4 ? null : "grim ".repeat(i % 40 == 0 ? 9 : i % 10 == 1 ? 3 : 0) + words;
            items.add(TestItem.post("item " + i, i, text));
        }
        run = ClassifyRuns.write(temp, "out", items, Map.of("hateful", 0.8), List.of());
        ClassifyRuns.job(run, 2);
    }

    @Test
    void everyStratumIsDrawnFromWithTheProbabilityThatIsStated() throws Exception {
        AuditSample sample = AuditSample.draw(run.output(), Head.HATEFUL, 60, 1);
        Map<String, LabelRow> labels = ClassifyRuns.labels(run);

        assertThat(sample.items()).hasSize(60);
        assertThat(sample.items()).extracting(AuditItem::itemKey).doesNotHaveDuplicates();
        Map<String, Long> drawn = sample.items().stream()
                .collect(Collectors.groupingBy(item -> item.cell().id(), Collectors.counting()));
        sample.design().cells().forEach(cell -> {
            assertThat(drawn.get(cell.id())).isEqualTo(cell.inSample());
            long inFrame = labels.values().stream()
                    .filter(row -> row.scoreHateful() != null
                            && row.language().equals(cell.stratum().language())
                            && row.scoreHateful() >= cell.stratum().band().from()
                            && row.scoreHateful() < cell.stratum().band().until())
                    .count();
            assertThat(cell.inFrame()).as(cell.toString()).isEqualTo(inFrame);
        });
        // Horvitz and Thompson's total over the sample is the size of the frame.
        double total = sample.items().stream()
                .mapToDouble(item -> 1 / item.cell().inclusionProbability())
                .sum();
        assertThat(total).isCloseTo(ITEMS * 0.8, within(1e-9));
    }

    @Test
    void itemsBelowEveryThresholdAreDrawnTooAndThoseWithoutTextAreNot() throws Exception {
        Map<String, LabelRow> labels = ClassifyRuns.labels(run);
        AuditSample sample = AuditSample.draw(run.output(), Head.HATEFUL, 60, 1);

        assertThat(sample.items()).anyMatch(item -> labels.get(item.itemKey()).scoreHateful() == 0);
        assertThat(sample.items()).anyMatch(item -> labels.get(item.itemKey()).scoreHateful() > 0.8);
        assertThat(sample.items()).allSatisfy(item -> assertThat(item.text()).contains("item "));
    }

    @Test
    void theSeedDecidesWhichItemsAreDrawn() throws Exception {
        assertThat(AuditSample.draw(run.output(), Head.HATEFUL, 60, 1))
                .isEqualTo(AuditSample.draw(run.output(), Head.HATEFUL, 60, 1))
                .isNotEqualTo(AuditSample.draw(run.output(), Head.HATEFUL, 60, 2));
    }

    @Test
    void everyItemOfAStratumIsDrawnAboutAsOftenAsStated() throws Exception {
        Map<String, LabelRow> labels = ClassifyRuns.labels(run);
        int seeds = 200;
        long[] drawn = new long[1];
        double expected = 0;
        String one = labels.values().stream()
                .filter(row -> row.label() != null
                        && row.scoreHateful() == 0
                        && row.language().equals("id"))
                .map(LabelRow::itemKey)
                .sorted()
                .findFirst()
                .orElseThrow();
        for (int seed = 0; seed < seeds; seed++) {
            AuditSample sample = AuditSample.draw(run.output(), Head.HATEFUL, 60, seed);
            for (AuditItem item : sample.items()) {
                drawn[0] += item.itemKey().equals(one) ? 1 : 0;
            }
            expected = sample.design().cells().stream()
                    .filter(cell -> cell.stratum().language().equals("id")
                            && cell.stratum().band().from() == 0)
                    .mapToDouble(cell -> cell.inclusionProbability())
                    .sum();
        }
        // Within four standard errors of a share.
        assertThat((double) drawn[0] / seeds)
                .isCloseTo(expected, within(4 * Math.sqrt(expected * (1 - expected) / seeds)));
    }

    @Test
    void whereTextWasDroppedOrNothingWasScoredTheSampleIsRefused() throws Exception {
        assertThatExceptionOfType(FileNotFoundException.class)
                .isThrownBy(() -> AuditSample.draw(temp.resolve("nothing").toString(), Head.HATEFUL, 60, 1));
        Run stubs = ClassifyRuns.write(
                temp, "stubs", List.of(TestItem.post("stub", 1, null)), Map.of("hateful", 0.8), List.of());
        ClassifyRuns.job(stubs, 1);
        assertThatExceptionOfType(RunError.class)
                .isThrownBy(() -> AuditSample.draw(stubs.output(), Head.HATEFUL, 60, 1))
                .withMessageContaining("No item of")
                .withMessageContaining("was scored");
    }
}
