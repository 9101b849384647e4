// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tilik.pipeline.removal.MeasurePlan;
import org.tilik.pipeline.study.Clock;

class CohortBuilderTest {
    private static final MeasurePlan PLAN =
            new MeasurePlan("study", Clock.POSTED, List.of(24.0), 0.95, 10, 7, null, false, "0123456789abcdef");

    private CohortBuilder cohort;
    private int items;

    private void add(int n, double lower, double upper, String cause) {
        for (int i = 0; i < n; i++) {
            CohortMember member = new CohortMember();
            member.stratum = "all";
            member.week = 3;
            member.accountKey = "account " + items++;
            member.measured = true;
            member.lower = lower;
            member.upper = upper;
            member.cause = cause;
            add(member);
        }
    }

    private void add(CohortMember member) {
        if (cohort == null) {
            cohort = new CohortBuilder(PLAN, member);
        }
        cohort.add(member);
    }

    private void addVisible(int n, double hours) {
        add(n, hours, Double.POSITIVE_INFINITY, null);
    }

    @Test
    void bracketsAboutTheDeadlineGiveBounds() {
        add(10, 5, 5, "platform");
        add(10, 10, 30, "platform");
        addVisible(20, 100);
        Cohort result = cohort.results().get(0);
        assertThat(result.goneLow[0]).isCloseTo(0.25, within(1e-9));
        assertThat(result.goneHigh[0]).isCloseTo(0.5, within(1e-9));
        assertThat(result.removedLow[0]).isCloseTo(0.25, within(1e-9));
        assertThat(result.removedHigh[0]).isCloseTo(0.5, within(1e-9));
        assertThat(result.brackets).isTrue();
        assertThat(result.mean).isNaN();
        assertThat(result.followed).isEqualTo(40);
        assertThat(result.accounts).hasSize(10);
    }

    @Test
    void unknownHandsMayHaveRemoved() {
        add(10, 5, 5, "unknown");
        add(10, 6, 6, "platform");
        addVisible(20, 100);
        Cohort result = cohort.results().get(0);
        assertThat(result.goneLow[0]).isEqualTo(result.goneHigh[0]).isCloseTo(0.5, within(1e-12));
        assertThat(result.removedLow[0]).isCloseTo(0.25, within(1e-12));
        assertThat(result.removedHigh[0]).isCloseTo(0.5, within(1e-12));
        assertThat(result.mean).isCloseTo((10 * 5 + 10 * 6 + 20 * 24) / 40.0, within(1e-9));
    }

    @Test
    void aCohortThatWasNotFollowedToTheDeadlineHasNoShare() {
        add(10, 5, 5, "platform");
        addVisible(30, 23);
        Cohort result = cohort.results().get(0);
        assertThat(result.goneLow[0]).isNaN();
        assertThat(result.removedHigh[0]).isNaN();
        assertThat(result.mean).isNaN();
    }

    @Test
    void fewerItemsThanMayBePublishedHaveNoShareButAreCounted() {
        addVisible(9, 100);
        CohortMember lost = new CohortMember();
        lost.stratum = "all";
        lost.week = 3;
        lost.viewsLower = 70L;
        add(lost);
        Cohort result = cohort.results().get(0);
        assertThat(result.items).isEqualTo(10);
        assertThat(result.followed).isEqualTo(9);
        assertThat(result.goneLow[0]).isNaN();
        assertThat(result.mean).isNaN();
        assertThat(result.viewed).isEqualTo(1);
        assertThat(result.views).isEqualTo(70);
    }
}
