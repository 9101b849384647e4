// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tilik.classify.Head;
import org.tilik.model.table.LabelRow;

class StandingsTest {
    private static final Standings STANDINGS = new Standings(Map.of(Head.HATEFUL, 0.8), true, false);

    private static LabelRow row(String trackedBy, String knownMatch, boolean exactCopy, Double hateful) {
        return new LabelRow(
                "reddit",
                "2024-06",
                "key",
                trackedBy,
                knownMatch,
                Instant.EPOCH,
                exactCopy,
                null,
                "en",
                0.9,
                hateful == null ? null : "none",
                hateful,
                0.95,
                0.95,
                0.95,
                false,
                null,
                false,
                List.of(),
                "model",
                "run");
    }

    private static Standing of(String trackedBy, Double hateful) {
        return STANDINGS.of(row(trackedBy, null, false, hateful));
    }

    @Test
    void onlyTheScoresOfTrackedLabelsDecide() {
        assertThat(of("label", 0.95)).isEqualTo(Standing.TRACKED);
        assertThat(of("label", 0.9)).isEqualTo(Standing.TRACKED);
        assertThat(of("label", 0.89)).isEqualTo(Standing.ONLY_JUST);
        assertThat(of(null, 0.7)).isEqualTo(Standing.NEARLY);
        assertThat(of(null, 0.69)).isEqualTo(Standing.NOT);
    }

    @Test
    void whatAListOrAFileBringsInStays() {
        assertThat(STANDINGS.of(row("label", "text", false, 0.81))).isEqualTo(Standing.TRACKED);
        assertThat(of("known", 0.1)).isEqualTo(Standing.TRACKED);
        assertThat(of("all", null)).isEqualTo(Standing.TRACKED);
        assertThat(STANDINGS.of(row("family", null, true, 0.1))).isEqualTo(Standing.TRACKED);
    }

    @Test
    void aMemberOfATrackedFamilyIsNoControl() {
        assertThat(of("family", 0.75)).isEqualTo(Standing.NEARLY);
        assertThat(of("family", 0.1)).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void whatHasNoTextIsNoControlOfAClassifier() {
        assertThat(of(null, null)).isEqualTo(Standing.UNKNOWN);
        Standings withoutModel = new Standings(Map.of(), false, true);
        assertThat(withoutModel.of(row(null, null, false, null))).isEqualTo(Standing.NOT);
    }

    @Test
    void eachSetOfItemsHoldsTheNextStricterOne() {
        for (Standing standing : Standing.values()) {
            boolean raised = standing.isTracked(ThresholdShift.THRESHOLDS_RAISED);
            boolean lowered = standing.isTracked(ThresholdShift.THRESHOLDS_LOWERED);
            assertThat(!raised || standing.isTracked()).isTrue();
            assertThat(!standing.isTracked() || lowered).isTrue();
        }
    }

    @Test
    void thresholdsMoveByATenthAndStayBetweenNothingAndOne() {
        assertThat(ThresholdShift.THRESHOLDS_RAISED.of(0.7)).isEqualTo(0.8);
        assertThat(ThresholdShift.THRESHOLDS_LOWERED.of(0.8)).isEqualTo(0.7);
        assertThat(ThresholdShift.THRESHOLDS_RAISED.of(0.95)).isEqualTo(0.975);
        assertThat(ThresholdShift.THRESHOLDS_LOWERED.of(0.1)).isEqualTo(0.05);
        assertThat(ThresholdShift.THRESHOLDS_LOWERED.of(0)).isZero();
        assertThat(ThresholdShift.THRESHOLDS_RAISED.of(1)).isEqualTo(1);
    }
}
