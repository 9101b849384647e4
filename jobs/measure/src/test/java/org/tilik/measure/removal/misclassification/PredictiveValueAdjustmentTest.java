// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.misclassification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tilik.measure.removal.Closeness.assertClose;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tilik.measure.removal.ConfidenceInterval;
import org.tilik.measure.removal.Identifiability;
import org.tilik.measure.removal.KaplanMeier;
import org.tilik.measure.removal.ReferenceTable;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalDataBuilder;
import org.tilik.measure.removal.Share;
import org.tilik.measure.removal.SurvivalCurve;

/** Oracle: the closed form of a mixture of two exponential removal times. */
class PredictiveValueAdjustmentTest {

    @Test
    void theMixtureGivesBackTheTrueShareAndBoundsThatHoldIt() {
        ReferenceTable worlds = ReferenceTable.read("misclassified_ttr/expected.csv");
        assertThat(worlds.size()).isEqualTo(12);
        for (int i = 0; i < worlds.size(); i++) {
            double truth = worlds.number(i, "true_extremist_share");
            double benign = worlds.number(i, "benign_share");
            double observed = worlds.number(i, "observed_share_removed");
            double ppv = worlds.number(i, "ppv");
            assertClose("mixture", ppv * truth + (1 - ppv) * benign, observed, 1e-12);

            PredictiveValueAdjustment adjustment = PredictiveValueAdjustment.known(ppv);
            AdjustedShare exact = adjustment.corrected(observed, benign);
            String at = " at " + worlds.text(i, "horizon_h") + " h";
            assertClose("correction" + at, exact.estimate(), worlds.number(i, "corrected_(F-(1-ppv)F_B)/ppv"), 1e-9);
            assertClose("truth" + at, exact.estimate(), truth, 1e-9);

            AdjustedShare bounds = adjustment.bounds(point(observed));
            assertThat(truth).isBetween(bounds.boundLow() - 1e-12, bounds.boundHigh() + 1e-12);
            assertThat(bounds.boundLow()).isEqualTo(observed);
            assertThat(bounds.identifiability()).isEqualTo(ppv == 1 ? Identifiability.POINT : Identifiability.BOUNDS);
        }
    }

    @Test
    void boundsOfBoundsReachFromTheLowestToTheHighest() {
        Share observed = new Share(Identifiability.BOUNDS, Double.NaN, 0.2, 0.6, 0.3, 0.5);
        AdjustedShare adjusted = new PredictiveValueAdjustment(0.8, 0.5).bounds(observed);
        assertThat(adjusted.boundLow()).isEqualTo(0.3);
        assertThat(adjusted.boundHigh()).isEqualTo(0.5 / 0.8);
        assertThat(adjusted.ciLow()).isEqualTo(0.2);
        assertThat(adjusted.ciHigh()).isEqualTo(1);
        assertThat(adjusted.estimate()).isNaN();
    }

    @Test
    void sharesThatContradictEachOtherGiveNothing() {
        assertThat(PredictiveValueAdjustment.known(0.5).corrected(0.9, 0.1).identifiability())
                .isEqualTo(Identifiability.NONE);
        assertThat(PredictiveValueAdjustment.known(0.5).corrected(0.1, 0.9).estimate())
                .isNaN();
    }

    @Test
    void aCurveIsAdjustedPointByPointOnlyFromTheStart() {
        RemovalDataBuilder rows = RemovalData.builder(List.of());
        for (int i = 1; i <= 10; i++) {
            rows.add(i, i <= 6 ? i : Double.POSITIVE_INFINITY);
        }
        RemovalData data = rows.build();
        SurvivalCurve curve = KaplanMeier.fit(data, ConfidenceInterval.LOG_LOG, 0.95);
        List<AdjustedPoint> points = PredictiveValueAdjustment.known(0.8).bounds(data, curve);
        assertThat(points).hasSize(10);
        assertClose("low", points.get(3).adjusted().boundLow(), 0.4, 1e-12);
        assertClose("high", points.get(3).adjusted().boundHigh(), 0.5, 1e-12);
        assertThat(points.get(3).hours()).isEqualTo(4);

        RemovalData late = RemovalData.builder(List.of()).add(2, 5, 5, 0, 1).build();
        assertThatThrownBy(() -> PredictiveValueAdjustment.known(0.8).bounds(late, curve))
                .hasMessageContaining("entered at 2.0 hours");
    }

    @Test
    void impossiblePredictiveValuesAreRefused() {
        assertThatThrownBy(() -> PredictiveValueAdjustment.known(0)).hasMessageContaining("predictive value is 0.0");
        assertThatThrownBy(() -> new PredictiveValueAdjustment(0.5, 0.6)).hasMessageContaining("low end 0.6");
    }

    private static Share point(double share) {
        return new Share(Identifiability.POINT, share, share, share, share, share);
    }
}
