// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tilik.measure.removal.Closeness.assertClose;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tilik.measure.removal.CauseGroup;
import org.tilik.measure.removal.Identifiability;
import org.tilik.measure.removal.IntervalMethod;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalDataBuilder;
import org.tilik.measure.removal.RemovalEstimate;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.measure.removal.ShareDifference;

class OverRemovalTest {
    private static final double OPEN = Double.POSITIVE_INFINITY;
    private static final CauseGroup REMOVED = new CauseGroup("removed", Set.of("platform"), Set.of("unknown"));
    private static final OverRemoval MEASURE = new OverRemoval(
            RemovalEstimator.standard().withDeadlines(24).withMinAtRisk(10).withBootstrap(300, 5),
            List.of("platform", "author", "unknown"),
            REMOVED);

    /** 60 hateful items of which every second was removed after 10 h, 60 counter items of which every tenth was. */
    private static List<AuditedLifetime> items() {
        List<AuditedLifetime> items = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            boolean hateful = i < 60;
            boolean removed = i % (hateful ? 2 : 10) == 0;
            items.add(new AuditedLifetime(
                    hateful ? CodedClass.HATEFUL : CodedClass.COUNTER,
                    true,
                    new AuditedLifetime.Life(
                            Double.NEGATIVE_INFINITY,
                            removed ? 10 : 100,
                            removed ? 10 : OPEN,
                            removed ? "platform" : null),
                    removed && i % 4 == 0));
        }
        return items;
    }

    private static SamplingDesign design(int items, double... probabilities) {
        SamplingDesign.Builder design = SamplingDesign.builder();
        for (int i = 0; i < items; i++) {
            int stratum = i % probabilities.length;
            design.add("s" + stratum, probabilities[stratum], true);
        }
        return design.build();
    }

    @Test
    void incidencePrecisionAndReturnsFollowFromCounts() {
        SamplingDesign design = design(120, 0.1);
        List<AuditedLifetime> items = items();
        OverRemoval.ClassResult hateful = MEASURE.ofClass(design, items, CodedClass.HATEFUL);
        OverRemoval.ClassResult isProtected = MEASURE.ofProtected(design, items);
        assertThat(hateful.coded()).isEqualTo(60);
        assertThat(hateful.removed()).isEqualTo(30);
        assertClose("hateful", within(hateful.estimate()), 0.5, 1e-12);
        assertClose("protected", within(isProtected.estimate()), 0.1, 1e-12);
        assertThat(hateful.estimate().intervalMethod()).isEqualTo(IntervalMethod.AUDIT_BOOTSTRAP);
        assertClose("restored", hateful.restoredShare().share().estimate(), 0.5, 1e-12);
        assertClose("restored", isProtected.restoredShare().share().estimate(), 0.5, 1e-12);
        assertClose("precision", MEASURE.precision(design, items).share().estimate(), 30 / 36.0, 1e-12);

        ShareDifference difference = MEASURE.difference(design, items).get(0);
        assertThat(difference.identifiability()).isEqualTo(Identifiability.POINT);
        assertClose("difference", difference.estimate(), -0.4, 1e-12);
        // Two independent shares: standard error .0753, with one stratum for both a little other.
        assertThat(difference.ciLow()).isBetween(-0.60, -0.50);
        assertThat(difference.ciHigh()).isBetween(-0.30, -0.20);
    }

    private static double within(RemovalEstimate estimate) {
        return estimate.causeGroups().get("removed").get(0).share().estimate();
    }

    @Test
    void anItemCountsForAllThatItStandsFor() {
        // Of two strata with probabilities .5 and .05 the second holds all removed hateful items (even places).
        SamplingDesign design = design(120, 0.05, 0.5);
        OverRemoval.ClassResult hateful = MEASURE.ofClass(design, items(), CodedClass.HATEFUL);
        assertClose("weighted", within(hateful.estimate()), 20 / 22.0, 1e-12);

        RemovalDataBuilder copies = RemovalData.builder(List.of());
        copies.add(Double.NEGATIVE_INFINITY, 10, 10, 0, 600).add(Double.NEGATIVE_INFINITY, 100, OPEN, 0, 60);
        RemovalEstimate repeated = RemovalEstimator.standard().withDeadlines(24).estimate(copies.build());
        assertClose(
                "as if repeated",
                hateful.estimate().deadlines().get(0).share().estimate(),
                repeated.deadlines().get(0).share().estimate(),
                1e-12);
    }

    @Test
    void unknownCausesWidenTheBounds() {
        List<AuditedLifetime> items = new ArrayList<>(items());
        for (int i = 1; i < 13; i += 2) {
            items.set(
                    i,
                    new AuditedLifetime(
                            CodedClass.HATEFUL,
                            true,
                            new AuditedLifetime.Life(Double.NEGATIVE_INFINITY, 5, 5, "unknown"),
                            false));
        }
        OverRemoval.ClassResult hateful = MEASURE.ofClass(design(120, 0.1), items, CodedClass.HATEFUL);
        var share = hateful.estimate().causeGroups().get("removed").get(0).share();
        assertThat(share.identifiability()).isEqualTo(Identifiability.BOUNDS);
        assertClose("low", share.boundLow(), 0.5, 1e-12);
        assertClose("high", share.boundHigh(), 0.6, 1e-12);
    }

    @Test
    void itemsOutsideTheDomainAndThoseWithoutALabelAreInNoNumber() {
        List<AuditedLifetime> items = new ArrayList<>(items());
        AuditedLifetime.Life gone = new AuditedLifetime.Life(Double.NEGATIVE_INFINITY, 1, 1, "platform");
        items.add(new AuditedLifetime(CodedClass.HATEFUL, false, gone, true));
        items.add(new AuditedLifetime(null, true, gone, true));
        SamplingDesign.Builder design = SamplingDesign.builder();
        for (int i = 0; i < items.size(); i++) {
            design.add("a", 0.1, i != items.size() - 1);
        }
        OverRemoval.ClassResult hateful = MEASURE.ofViolating(design.build(), items);
        assertThat(hateful.coded()).isEqualTo(60);
        assertClose("hateful", within(hateful.estimate()), 0.5, 1e-12);
        assertThat(MEASURE.precision(design.build(), items).coded()).isEqualTo(36);
    }

    @Test
    void rowsOfNoUnitAreRefused() {
        RemovalData data = RemovalData.builder(List.of()).add(0, 1, 1, 0, 1, 7).build();
        assertThatThrownBy(() -> RemovalEstimator.standard()
                        .estimate(data, design(5, 0.1).samples(1)))
                .hasMessageContaining("Row 1 has family number 7");
    }

    @Test
    void fewCodedItemsGiveNoInterval() {
        List<AuditedLifetime> few = items().subList(50, 70);
        OverRemoval.ClassResult hateful = MEASURE.ofClass(design(20, 0.1), few, CodedClass.HATEFUL);
        assertClose("hateful", within(hateful.estimate()), 0.5, 1e-12);
        assertThat(hateful.estimate()
                        .causeGroups()
                        .get("removed")
                        .get(0)
                        .share()
                        .ciLow())
                .isNaN();
        assertThat(hateful.estimate().intervalMethod()).isEqualTo(IntervalMethod.NONE);
    }
}
