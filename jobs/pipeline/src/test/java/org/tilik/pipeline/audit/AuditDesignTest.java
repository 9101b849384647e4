// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tilik.pipeline.audit.AuditStratum.ScoreBand;
import org.tilik.pipeline.study.RunError;

class AuditDesignTest {
    @Test
    void scoresFallIntoFourBandsThatHoldTheirLowerEnds() {
        assertThat(ScoreBand.of(0)).isEqualTo(ScoreBand.LOW);
        assertThat(ScoreBand.of(0.1)).isEqualTo(ScoreBand.MIDDLE);
        assertThat(ScoreBand.of(0.5)).isEqualTo(ScoreBand.HIGH);
        assertThat(ScoreBand.of(0.8)).isEqualTo(ScoreBand.TOP);
        assertThat(ScoreBand.of(1)).isEqualTo(ScoreBand.TOP);
    }

    @Test
    void numbersGrowWithTheRootOfTheStratumAndAddUp() {
        AuditDesign design = AuditDesign.of(
                Map.of(stratum("id", ScoreBand.LOW), 1_000_000L, stratum("id", ScoreBand.TOP), 10_000L), 110);

        assertThat(design.cells()).extracting(AuditDesign.Cell::inSample).containsExactly(100, 10);
        assertThat(design.cells().get(1).inclusionProbability()).isCloseTo(10 / 10_000.0, within(1e-15));
        assertThat(design.cells()).extracting(AuditDesign.Cell::id).containsExactly("s001", "s002");
    }

    @Test
    void everyStratumHasTwoItemsOrAllItHas() {
        AuditDesign design = AuditDesign.of(
                Map.of(
                        stratum("id", ScoreBand.LOW), 1_000_000L,
                        stratum("id", ScoreBand.MIDDLE), 1L,
                        stratum("en", ScoreBand.TOP), 3L),
                20);

        assertThat(design.cells()).extracting(AuditDesign.Cell::inSample).containsExactly(2, 17, 1);
    }

    @Test
    void aSampleLargerThanTheFrameTakesAll() {
        AuditDesign design =
                AuditDesign.of(Map.of(stratum("id", ScoreBand.LOW), 5L, stratum("en", ScoreBand.LOW), 2L), 100);

        assertThat(design.cells())
                .allSatisfy(cell -> assertThat(cell.inclusionProbability()).isEqualTo(1));
    }

    @Test
    void rareLanguagesArePooledUntilStrataTakeHalfOfTheSample() {
        Map<AuditStratum, Long> frame = new TreeMap<>();
        for (int language = 0; language < 26; language++) {
            for (ScoreBand band : ScoreBand.values()) {
                frame.put(stratum("l" + (char) ('a' + language), band), 1000L - language);
            }
        }
        AuditDesign design = AuditDesign.of(frame, 100);

        // 25 strata take half of it at most: five languages and the pool of the rest are 24.
        assertThat(design.cells()).hasSize(24);
        assertThat(design.cells().stream()
                        .map(cell -> cell.stratum().language())
                        .distinct())
                .containsExactly("la", "lb", "lc", "ld", "le", "other");
        assertThat(design.cells().stream().mapToInt(AuditDesign.Cell::inSample).sum())
                .isEqualTo(100);
        assertThat(design.cells().stream().mapToLong(AuditDesign.Cell::inFrame).sum())
                .isEqualTo(frame.values().stream().mapToLong(Long::longValue).sum());
    }

    @Test
    void aSampleTooSmallForTwoItemsAStratumIsRefused() {
        Map<AuditStratum, Long> frame = new TreeMap<>();
        for (ScoreBand band : ScoreBand.values()) {
            frame.put(stratum("id", band), 50L);
        }
        assertThatExceptionOfType(RunError.class)
                .isThrownBy(() -> AuditDesign.of(frame, 7))
                .withMessageContaining("Ask for at least -n 8");
    }

    private static AuditStratum stratum(String language, ScoreBand band) {
        return new AuditStratum("reddit", language, band);
    }
}
