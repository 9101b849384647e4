// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tilik.measure.removal.CauseGroup;
import org.tilik.measure.removal.Identifiability;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.measure.removal.Share;

class ViewWeightedSharesTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final double START = Double.NEGATIVE_INFINITY;
    private static final double SAME = 1e-9;

    private final List<ViewedItem> items = new ArrayList<>();

    @Test
    void everyItemWeighsAsMuchAsItWasSeen() {
        add(2, 2, "platform", 10, 10);
        add(30, 30, "platform", 60, 60);
        add(5, 5, "author", 100, 100);
        add(100, NEVER, null, 30, 30);

        assertPoint(24, 10 / 200.0);
        assertPoint(48, 70 / 200.0);
        assertPoint(1, 0);
    }

    /** S = 12/17 at 1 h, then 7/9 of it: the item last seen at 2 h hands its views on. */
    @Test
    void censoredItemsHandTheirViewsOn() {
        add(1, 1, "platform", 5, 5);
        add(2, NEVER, null, 3, 3);
        add(3, 3, "platform", 2, 2);
        add(4, NEVER, null, 7, 7);

        assertPoint(3, 1 - 12 / 17.0 * 7 / 9);
    }

    @Test
    void boundsTakeFewestViewsOfTheRemovedAndMostOfTheOthersAndTheReverse() {
        add(2, 2, "platform", 10, 30);
        add(30, 30, "platform", 50, 60);
        add(100, NEVER, null, 20, 20);

        assertBounds(24, 10 / 90.0, 30 / 100.0);
        assertBounds(48, 60 / 80.0, 90 / 110.0);
    }

    @Test
    void aBracketAroundTheDeadlineCountsOnBothSides() {
        add(12, 36, "platform", 10, 10);
        add(100, NEVER, null, 30, 30);

        assertBounds(24, 0, 0.25);
        assertPoint(48, 0.25);
    }

    @Test
    void unknownCausesCountInTheUpperBoundOnly() {
        add(2, 2, "unknown", 10, 20);
        add(100, NEVER, null, 30, 30);

        assertBounds(24, 0, 20 / 50.0);
    }

    @Test
    void viewsWithoutAnUpperBoundLeaveTheBoundOpen() {
        add(2, 2, "platform", 10, NEVER);
        add(100, NEVER, null, 30, 30);
        assertBounds(24, 0.25, 1);

        items.clear();
        add(2, 2, "platform", 10, 10);
        add(100, NEVER, null, 30, NEVER);
        assertBounds(24, 0, 0.25);

        add(3, 3, "platform", 10, NEVER);
        assertThat(share(24).identifiability()).isEqualTo(Identifiability.NONE);
    }

    @Test
    void viewsThatMayHaveComeToALostItemCountForAndAgainst() {
        add(2, 2, "platform", 10, 10);
        add(10, NEVER, null, 10, 30);
        add(100, NEVER, null, 20, 20);

        // Removed 10 of 40 with 20 more that survive; or 20 more that are removed at 10 h.
        assertBounds(24, 10 / 60.0, 1 - 50 / 60.0 * 30 / 50);
    }

    @Test
    void itemsWithoutViewsWeighNothingAndWithoutAnyThereIsNoShare() {
        add(2, 2, "platform", 0, 0);
        add(100, NEVER, null, 30, 30);
        assertPoint(24, 0);

        items.clear();
        assertThat(share(24).identifiability()).isEqualTo(Identifiability.NONE);
        add(2, 2, "platform", 0, 0);
        assertThat(share(24).identifiability()).isEqualTo(Identifiability.NONE);
    }

    @Test
    void withLateEntryThereIsNoShareOfAll() {
        for (int i = 0; i < 12; i++) {
            items.add(new ViewedItem(6, 10 + i, 10 + i, "platform", 5, 5, List.of(), -1));
        }
        assertThat(estimator(24).estimate(items).get(0).share().identifiability())
                .isEqualTo(Identifiability.NONE);
    }

    @Test
    void anItemOfManyViewsIsStillOneItem() {
        for (int i = 0; i < 60; i++) {
            add(i % 2 == 0 ? 2 : 100, i % 2 == 0 ? 2 : NEVER, i % 2 == 0 ? "platform" : null, 1000, 1000);
        }
        ViewWeightedShares.Weighted day = new ViewWeightedShares(
                        RemovalEstimator.standard().withDeadlines(24).withBootstrap(400, 7), causes(), group())
                .estimate(items)
                .get(0);

        assertThat(day.estimate().nEffective()).isCloseTo(60, within(SAME));
        // The interval is that of 30 of 60 items, about 0.37 to 0.63, not that of 30,000 of 60,000 views.
        assertThat(day.share().estimate()).isCloseTo(0.5, within(SAME));
        assertThat(day.share().ciLow()).isBetween(0.33, 0.42);
        assertThat(day.share().ciHigh()).isBetween(0.58, 0.67);
    }

    private void assertPoint(double deadline, double expected) {
        assertThat(share(deadline).identifiability()).isEqualTo(Identifiability.POINT);
        assertThat(share(deadline).estimate()).isCloseTo(expected, within(SAME));
    }

    private void assertBounds(double deadline, double low, double high) {
        assertThat(share(deadline).identifiability()).isEqualTo(Identifiability.BOUNDS);
        assertThat(share(deadline).boundLow()).isCloseTo(low, within(1e-6));
        assertThat(share(deadline).boundHigh()).isCloseTo(high, within(1e-6));
    }

    private Share share(double deadline) {
        return new ViewWeightedShares(RemovalEstimator.standard().withDeadlines(deadline), causes(), group())
                .estimate(items)
                .get(0)
                .share();
    }

    private static ViewWeightedShares estimator(double deadline) {
        return new ViewWeightedShares(
                RemovalEstimator.standard().withDeadlines(deadline).withMinAtRisk(10), causes(), group());
    }

    private static List<String> causes() {
        return List.of("platform", "author", "unknown");
    }

    private static CauseGroup group() {
        return new CauseGroup("all", Set.of("platform"), Set.of("unknown"));
    }

    private void add(double lower, double upper, String cause, double least, double most) {
        items.add(new ViewedItem(START, lower, upper, cause, least, most, List.of(), -1));
    }
}
