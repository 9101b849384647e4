// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.compliance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.java.tuple.Tuple5;
import org.tilik.formats.policy.PolicyEvent;
import org.tilik.measure.removal.CauseGroup;
import org.tilik.measure.removal.ConfidenceInterval;
import org.tilik.measure.removal.DeadlineShare;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalDataBuilder;
import org.tilik.measure.removal.RemovalEstimate;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.measure.removal.Share;
import org.tilik.measure.removal.referral.ReferralOutcome;
import org.tilik.measure.removal.referral.Referrals;
import org.tilik.model.table.ComplianceRow;
import org.tilik.pipeline.classify.ThresholdShift;
import org.tilik.pipeline.policy.PolicyPlan;
import org.tilik.pipeline.policy.release.Members;
import org.tilik.pipeline.policy.release.Parts;
import org.tilik.pipeline.removal.DutyFact;
import org.tilik.pipeline.removal.IntervalNames;
import org.tilik.pipeline.removal.MemberKeys;
import org.tilik.pipeline.removal.RemovalPipeline;
import org.tilik.pipeline.strata.Stratum;
import org.tilik.pipeline.table.MetricVersions;
import org.tilik.pipeline.table.RowId;

/**
 * The items of one cell of compliance, until all are there: how many were acted on in time.
 *
 * <p>Acted on is what was removed or, where the duty holds in one jurisdiction, withheld there. What the author deleted
 * first competes with it; what is gone and nobody says by whom may have been either.
 */
final class DutyMembers implements Members<DutyFact, ComplianceRow> {
    static final String MET = "compliance.met_share";

    private static final String CAUSE = "removal";
    private static final String OTHER = "other";
    private static final String UNKNOWN = "unknown";
    private static final List<String> CAUSES = List.of(CAUSE, OTHER, UNKNOWN);
    private static final CauseGroup FOLLOWED = new CauseGroup(CAUSE, Set.of(CAUSE), Set.of(UNKNOWN));
    private static final CauseGroup ASKED = new CauseGroup(
            CAUSE,
            Set.of(ReferralOutcome.REMOVED.id(), ReferralOutcome.WITHHELD.id()),
            Set.of(ReferralOutcome.UNKNOWN.id()));
    /** What is gone and nobody says by whom was not acted on. */
    private static final String UNKNOWN_EXCLUDED = "unknown_cause_excluded";
    /** The same was acted on. */
    private static final String UNKNOWN_COUNTED = "unknown_cause_counted";
    /** A single last absence is taken as not gone. */
    private static final String UNCONFIRMED_CENSORED = "unconfirmed_censored";
    /** With the name of a clock that is not the duty's. */
    private static final String OTHER_CLOCK = "clock_";

    private static final double MIN_AT_RISK = 10;
    private static final int EXACT_REPLICATES = 1000;
    private static final int BRACKET_REPLICATES = 200;
    private static final int HEX = 16;

    private final PolicyPlan plan;
    private final ComplianceCell cell;
    /** Null where the items are those of the headline. */
    private final ThresholdShift shift;

    private final PolicyEvent event;
    private final MemberKeys keys;
    private final Referrals referrals = new Referrals();
    private final RemovalDataBuilder followed = RemovalData.builder(CAUSES);
    private final RemovalDataBuilder censored = RemovalData.builder(CAUSES);
    private long unconfirmed;
    private long answered;
    private long seenToEnd;
    private boolean hasUnknown;

    /** The items of the headline. */
    DutyMembers(PolicyPlan plan, ComplianceCell cell) {
        this(plan, cell, null);
    }

    /** Those that would be tracked at other thresholds, for one row beside each of the headline's. */
    DutyMembers(PolicyPlan plan, ComplianceCell cell, ThresholdShift shift) {
        this.plan = plan;
        this.cell = cell;
        this.shift = shift;
        this.event = plan.policy().timeline().find(cell.event()).orElseThrow();
        this.keys = new MemberKeys(plan.k());
    }

    @Override
    public void add(DutyFact fact) {
        int family = keys.add(fact.accountKey, fact.familyId);
        if (fact.referral != null) {
            referrals.add(fact.referral(family));
            hasUnknown |= fact.isGoneByUnknownHands();
        } else {
            add(followed, fact, fact.upper != null, family);
            add(censored, fact, fact.upper != null && fact.confirmed, family);
            hasUnknown |= fact.upper != null && RemovalPipeline.isUnexplained(fact.cause);
            unconfirmed += fact.confirmed ? 0 : 1;
        }
        answered += fact.isAnswered() ? 1 : 0;
        seenToEnd += fact.isSeenToEnd() ? 1 : 0;
    }

    private static void add(RemovalDataBuilder data, DutyFact fact, boolean isGone, int family) {
        data.add(
                fact.entry > 0 ? fact.entry : Double.NEGATIVE_INFINITY,
                fact.lower,
                isGone ? fact.upper : Double.POSITIVE_INFINITY,
                isGone ? cause(fact.cause) : 0,
                1,
                family);
    }

    private static int cause(String name) {
        String cause = RemovalPipeline.isRemoval(name) ? CAUSE : RemovalPipeline.isUnexplained(name) ? UNKNOWN : OTHER;
        return CAUSES.indexOf(cause) + 1;
    }

    @Override
    public List<Tuple5<String, String, Long, Boolean, List<ComplianceRow>>> parts() {
        List<ComplianceRow> rows = rows();
        // Items without follow-up are in no number, so they cannot hide those that are.
        long items = rows.get(0).nItems();
        return List.of(Parts.of(population(), cell.part(), items, keys.hasEnoughAccounts(), rows));
    }

    /** Parts of one population add up; each set of items is one. */
    private String population() {
        return shift == null ? cell.population() : cell.population() + "\t" + shift.id();
    }

    /**
     * One row for the duty's deadline, or for each of the study's where it has none; then, but not by month, the same under
     * other assumptions where these make a difference.
     */
    List<ComplianceRow> rows() {
        boolean isAsked = referrals.size() + referrals.alreadyGone() > 0;
        RemovalData data = isAsked ? referrals.data(false) : followed.build();
        CauseGroup group = isAsked ? ASKED : FOLLOWED;
        List<ComplianceRow> rows = new ArrayList<>(rows(data, group, name()));
        if (shift == null && isOwnClock() && !cell.isOf(ComplianceCell.PERIOD)) {
            if (unconfirmed + referrals.unconfirmed() > 0) {
                RemovalData confirmed = isAsked ? referrals.data(true) : censored.build();
                rows.addAll(rows(confirmed, group, UNCONFIRMED_CENSORED));
            }
            if (hasUnknown) {
                Set<String> counted = new TreeSet<>(group.causes());
                counted.addAll(group.unknown());
                rows.addAll(rows(data, new CauseGroup(CAUSE, group.causes(), Set.of()), UNKNOWN_EXCLUDED));
                rows.addAll(rows(data, new CauseGroup(CAUSE, counted, Set.of()), UNKNOWN_COUNTED));
            }
        }
        return rows;
    }

    /** {@code correction_method} of the first rows. */
    private String name() {
        if (shift != null) {
            return shift.id();
        }
        return isOwnClock() ? plan.uncorrected() : OTHER_CLOCK + cell.clock();
    }

    private List<ComplianceRow> rows(RemovalData data, CauseGroup group, String correction) {
        double[] deadlines = event.deadlineHours() == null
                ? plan.measures().deadlinesHours().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray()
                : new double[] {event.deadlineHours()};
        int replicates = data.brackets() > 0 ? BRACKET_REPLICATES : EXACT_REPLICATES;
        RemovalEstimate estimate = RemovalEstimator.standard()
                .withConfidence(ConfidenceInterval.LOG_LOG, plan.measures().confLevel())
                .withDeadlines(deadlines)
                .withQuantiles()
                .withMinAtRisk(MIN_AT_RISK)
                .withBootstrap(
                        replicates,
                        Long.parseUnsignedLong(RowId.of(plan.measures().seed(), MET, cell.key()), HEX))
                .withCauseGroups(List.of(group))
                .estimate(data);
        String method = IntervalNames.of(estimate.intervalMethod(), "aalen_log_log", replicates);
        List<ComplianceRow> rows = new ArrayList<>();
        for (DeadlineShare share : estimate.causeGroups().get(CAUSE)) {
            rows.add(row(share, estimate, method, correction));
        }
        return rows;
    }

    private ComplianceRow row(DeadlineShare deadline, RemovalEstimate estimate, String method, String correction) {
        Share share = deadline.share();
        boolean hasInterval = Double.isFinite(share.ciLow()) || Double.isFinite(share.ciHigh());
        String platform = cell.value(ComplianceCell.PLATFORM, Stratum.ALL.value());
        String by = platform.equals(Stratum.ALL.value()) ? Stratum.ALL.by() : ComplianceCell.PLATFORM;
        String place = cell.value(ComplianceCell.PLACE, cell.jurisdiction());
        String period = cell.value(ComplianceCell.PERIOD, Stratum.ALL.value());
        return new ComplianceRow(
                RowId.of(
                        plan.measures().studyId(),
                        MET,
                        MetricVersions.of(MET),
                        event.id(),
                        place,
                        platform,
                        period,
                        cell.signatory(),
                        deadline.deadlineHours(),
                        correction),
                MET,
                MetricVersions.of(MET),
                by,
                platform,
                event.id(),
                place,
                platform,
                period,
                cell.isSignatory(),
                isOwnClock() ? event.legalBasis() : null,
                evidence(),
                CAUSE,
                deadline.deadlineHours(),
                null,
                null,
                cell.clock(),
                orNull(share.estimate()),
                orNull(share.ciLow()),
                orNull(share.ciHigh()),
                plan.measures().confLevel(),
                hasInterval ? method : null,
                "1",
                Math.round(estimate.n()),
                Math.round(estimate.events()),
                Math.round(estimate.censored()),
                Math.round(estimate.intervals()),
                unconfirmed + referrals.unconfirmed(),
                orNull(estimate.nEffective()),
                null,
                share.identifiability().name().toLowerCase(Locale.ROOT),
                orNull(share.boundLow()),
                orNull(share.boundHigh()),
                correction,
                plan.measures().tracksByLabel() ? plan.measures().modelId() : null,
                false,
                plan.measures().runId());
    }

    /** Whether the row is about the duty itself; on another clock it names no law. */
    boolean isOwnClock() {
        return cell.clock().equals(event.clock());
    }

    /** Who says what was done. */
    private String evidence() {
        return answered == 0 ? "archive" : seenToEnd == 0 ? "self_report" : "mixed";
    }

    private static Double orNull(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }
}
