// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.change;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tilik.measure.removal.DeadlineShare;
import org.tilik.measure.removal.Identifiability;
import org.tilik.measure.removal.RemovalEstimate;
import org.tilik.measure.removal.Share;
import org.tilik.pipeline.removal.CohortItems;
import org.tilik.pipeline.removal.MeasurePlan;

/** The members of one cohort, until all are there and it can be measured. */
final class CohortBuilder {
    private final MeasurePlan plan;
    private final Cohort cohort = new Cohort();
    private final CohortItems followed;
    private final Set<String> accounts = new TreeSet<>();

    CohortBuilder(MeasurePlan plan, CohortMember first) {
        this.plan = plan;
        this.followed = new CohortItems(plan);
        cohort.stratum = first.stratum;
        cohort.week = first.week;
        cohort.rule = first.rule;
    }

    boolean isOf(CohortMember member) {
        return cohort.week == member.week && cohort.rule.equals(member.rule) && cohort.stratum.equals(member.stratum);
    }

    void add(CohortMember member) {
        cohort.items++;
        // Only whether there are k is ever asked, also of several cohorts together.
        if (member.accountKey != null && accounts.size() < plan.k()) {
            accounts.add(member.accountKey);
        }
        if (member.viewsLower != null) {
            cohort.viewed++;
            cohort.views += member.viewsLower;
        }
        if (member.measured) {
            cohort.followed++;
            followed.add(member.entry, member.lower, member.upper, member.cause, member.confirmed);
        }
    }

    /**
     * The cohort, when all members are there, and where some are gone by one last absence only, the cohort in which these are
     * not gone.
     */
    List<Cohort> results() {
        Cohort headline = result();
        if (followed.unconfirmed() == 0 || !ChangeRule.valueOf(cohort.rule).isRepeated()) {
            return List.of(headline);
        }
        Cohort censored = headline.copy();
        censored.censored = true;
        if (censored.followed >= plan.k()) {
            fill(censored, followed.unconfirmedCensored());
        }
        return List.of(headline, censored);
    }

    /** One of fewer items than may be published has no shares. */
    private Cohort result() {
        cohort.accounts = accounts.toArray(String[]::new);
        if (cohort.followed < plan.k()) {
            double[] none = new double[plan.deadlinesHours().size()];
            Arrays.fill(none, Double.NaN);
            cohort.goneLow = none;
            cohort.goneHigh = none;
            cohort.removedLow = none;
            cohort.removedHigh = none;
            cohort.removedHighWithoutUnknown = none;
            cohort.removedLowWithUnknown = none;
            return cohort;
        }
        fill(cohort, followed.estimate());
        return cohort;
    }

    private static void fill(Cohort cohort, RemovalEstimate estimate) {
        cohort.followed = Math.round(estimate.n());
        cohort.brackets = estimate.intervals() > 0;
        boolean fromStart = estimate.conditionalOnHours() == 0;
        cohort.mean = fromStart ? estimate.restrictedMean().estimate() : Double.NaN;
        cohort.goneLow = ends(estimate.deadlines(), true);
        cohort.goneHigh = ends(estimate.deadlines(), false);
        List<DeadlineShare> removed = estimate.causeGroups().get(CohortItems.REMOVED);
        cohort.removedLow = ends(removed, true);
        cohort.removedHigh = ends(removed, false);
        cohort.removedHighWithoutUnknown = ends(estimate.causeGroups().get(CohortItems.REMOVED_WITHOUT_UNKNOWN), false);
        cohort.removedLowWithUnknown = ends(estimate.causeGroups().get(CohortItems.REMOVED_WITH_UNKNOWN), true);
    }

    private static double[] ends(List<DeadlineShare> shares, boolean low) {
        return shares.stream()
                .map(DeadlineShare::share)
                .mapToDouble(share -> end(share, low))
                .toArray();
    }

    private static double end(Share share, boolean low) {
        boolean isNone = share.identifiability() == Identifiability.NONE;
        return isNone ? Double.NaN : low ? share.boundLow() : share.boundHigh();
    }
}
