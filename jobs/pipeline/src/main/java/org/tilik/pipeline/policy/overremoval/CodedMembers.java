// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.overremoval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.flink.api.java.tuple.Tuple5;
import org.tilik.measure.policy.audit.AuditedLifetime;
import org.tilik.measure.policy.audit.CodedClass;
import org.tilik.measure.policy.audit.DesignShare;
import org.tilik.measure.policy.audit.OverRemoval;
import org.tilik.measure.policy.audit.SamplingDesign;
import org.tilik.measure.removal.CauseGroup;
import org.tilik.measure.removal.ConfidenceInterval;
import org.tilik.measure.removal.DeadlineShare;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.measure.removal.ShareDifference;
import org.tilik.model.table.OverRemovalRow;
import org.tilik.pipeline.audit.AuditCode;
import org.tilik.pipeline.audit.AuditCodes;
import org.tilik.pipeline.policy.PolicyPlan;
import org.tilik.pipeline.policy.release.Members;
import org.tilik.pipeline.policy.release.Parts;
import org.tilik.pipeline.removal.RemovalPipeline;
import org.tilik.pipeline.strata.Stratum;
import org.tilik.pipeline.table.MetricVersions;
import org.tilik.pipeline.table.RowId;

/**
 * The followed items of one stratum that people coded, until all are there: how many of each class were removed, how that
 * differs between what is protected and what is violating, how much of what was removed is violating, how much came back.
 *
 * <p>Each class is a population of its own when it comes to what may be published. A class made of others is held back where
 * one alone of those is, since the difference would give it away.
 */
final class CodedMembers implements Members<CodedFact, OverRemovalRow> {
    static final String REMOVED = "over_removal.removed_share_within";
    static final String DIFFERENCE = "over_removal.difference_within";
    static final String PRECISION = "over_removal.precision";
    static final String RESTORED = "over_removal.restored_share";
    static final String PROTECTED = "protected";
    static final String VIOLATING = "violating";

    private static final String CAUSE = "all";
    private static final List<String> CAUSES = List.of("removal", "other", "unknown");
    private static final CauseGroup GROUP = new CauseGroup(CAUSE, Set.of("removal"), Set.of("unknown"));
    private static final double MIN_AT_RISK = 10;
    private static final int EXACT_REPLICATES = 1000;
    private static final int BRACKET_REPLICATES = 200;
    private static final int HEX = 16;

    private final PolicyPlan plan;
    private final AuditCodes audit;
    private final Stratum stratum;
    /** By number, so that estimates do not depend on the order of arrival. */
    private final Map<Integer, CodedFact> facts = new TreeMap<>();

    private final Set<String> accounts = new HashSet<>();
    private long size;

    CodedMembers(PolicyPlan plan, AuditCodes audit, Stratum stratum) {
        this.plan = plan;
        this.audit = audit;
        this.stratum = stratum;
    }

    @Override
    public void add(CodedFact fact) {
        size++;
        if (fact.number >= 0) {
            facts.put(fact.number, fact.copy());
        } else if (fact.accountKey != null && accounts.size() < plan.k()) {
            accounts.add(fact.accountKey);
        }
    }

    /** What the stratum has to say, by population. */
    @Override
    public List<Tuple5<String, String, Long, Boolean, List<OverRemovalRow>>> parts() {
        return audit.isUsable() ? coded() : List.of(notCoded());
    }

    /** Rows that say which numbers an audit would give. */
    private Tuple5<String, String, Long, Boolean, List<OverRemovalRow>> notCoded() {
        List<OverRemovalRow> rows = new ArrayList<>();
        for (String set : classes().keySet()) {
            for (double deadline : deadlines()) {
                rows.add(row(REMOVED, set, deadline, OverRemovalFigures.NONE));
            }
            rows.add(row(RESTORED, set, null, OverRemovalFigures.NONE));
        }
        for (double deadline : deadlines()) {
            rows.add(row(DIFFERENCE, null, deadline, OverRemovalFigures.NONE));
        }
        rows.add(row(PRECISION, null, null, OverRemovalFigures.NONE));
        return Parts.of("not coded", stratum, size, accounts.size() >= plan.k(), rows);
    }

    /** The classes of rows: each of the coders', then those made of several. */
    private static Map<String, Predicate<CodedClass>> classes() {
        Map<String, Predicate<CodedClass>> classes = new LinkedHashMap<>();
        Arrays.stream(CodedClass.values()).forEach(one -> classes.put(one.id(), one::equals));
        classes.put(PROTECTED, CodedClass::isProtected);
        classes.put(VIOLATING, CodedClass::isViolating);
        return classes;
    }

    private List<Tuple5<String, String, Long, Boolean, List<OverRemovalRow>>> coded() {
        SamplingDesign design = audit.design(item -> true);
        List<AuditedLifetime> lives = lives();
        boolean brackets =
                facts.values().stream().anyMatch(fact -> fact.lower < fact.upper && Double.isFinite(fact.upper));
        int replicates = brackets ? BRACKET_REPLICATES : EXACT_REPLICATES;
        OverRemoval measure = new OverRemoval(
                RemovalEstimator.standard()
                        .withConfidence(
                                ConfidenceInterval.LOG_LOG, plan.measures().confLevel())
                        .withDeadlines(deadlines())
                        .withQuantiles()
                        .withMinAtRisk(MIN_AT_RISK)
                        .withBootstrap(
                                replicates,
                                Long.parseUnsignedLong(
                                        RowId.of(plan.measures().seed(), REMOVED, stratum.label()), HEX)),
                CAUSES,
                GROUP);
        String bootstrap = "audit_stratum_bootstrap_percentile_" + replicates;
        List<Tuple5<String, String, Long, Boolean, List<OverRemovalRow>>> parts = new ArrayList<>();
        classes().forEach((set, isIn) -> {
            List<OverRemovalRow> rows = new ArrayList<>();
            OverRemoval.ClassResult result = measure.of(design, lives, isIn);
            OverRemovalFigures.Counts counts = counts(isIn);
            for (DeadlineShare share : result.estimate().causeGroups().get(CAUSE)) {
                rows.add(row(
                        REMOVED,
                        set,
                        share.deadlineHours(),
                        OverRemovalFigures.of(share, counts, result.estimate().nEffective(), bootstrap)));
            }
            rows.add(row(RESTORED, set, null, figures(result.restoredShare())));
            parts.add(Parts.of(set, stratum, counts.items(), mayShow(set, isIn), rows));
        });
        List<OverRemovalRow> rows = new ArrayList<>();
        OverRemovalFigures.Counts all = counts(one -> true);
        for (ShareDifference difference : measure.difference(design, lives)) {
            rows.add(row(
                    DIFFERENCE, null, difference.deadlineHours(), OverRemovalFigures.of(difference, all, bootstrap)));
        }
        rows.add(row(PRECISION, null, null, figures(measure.precision(design, lives))));
        parts.add(Parts.of("all classes", stratum, all.items(), hasEnoughAccounts(one -> true), rows));
        return parts;
    }

    private static OverRemovalFigures figures(DesignShare share) {
        return OverRemovalFigures.of(share, "wilson_effective_stratified");
    }

    /** Whether a class is of enough accounts, and does not give away one that it is made of. */
    private boolean mayShow(String set, Predicate<CodedClass> isIn) {
        boolean isSum = set.equals(PROTECTED) || set.equals(VIOLATING);
        long alone = Arrays.stream(CodedClass.values())
                .filter(isIn)
                .filter(one -> size(one::equals) > 0)
                .filter(one -> size(one::equals) < plan.k() || !hasEnoughAccounts(one::equals))
                .count();
        return hasEnoughAccounts(isIn) && !(isSum && alone == 1);
    }

    private long size(Predicate<CodedClass> isIn) {
        return facts.values().stream().filter(fact -> isIn(fact, isIn)).count();
    }

    private boolean hasEnoughAccounts(Predicate<CodedClass> isIn) {
        return facts.values().stream()
                        .filter(fact -> fact.accountKey != null && isIn(fact, isIn))
                        .map(fact -> fact.accountKey)
                        .distinct()
                        .limit(plan.k())
                        .count()
                >= plan.k();
    }

    private boolean isIn(CodedFact fact, Predicate<CodedClass> isIn) {
        CodedClass label = audit.items().get(fact.number).label();
        return label != null && isIn.test(label);
    }

    private OverRemovalFigures.Counts counts(Predicate<CodedClass> isIn) {
        List<CodedFact> members =
                facts.values().stream().filter(fact -> isIn(fact, isIn)).toList();
        return new OverRemovalFigures.Counts(
                members.size(),
                members.stream()
                        .filter(fact -> RemovalPipeline.isRemoval(fact.cause))
                        .count(),
                members.stream().filter(fact -> Double.isInfinite(fact.upper)).count(),
                members.stream()
                        .filter(fact -> fact.lower < fact.upper && Double.isFinite(fact.upper))
                        .count(),
                members.stream().filter(fact -> !fact.confirmed).count());
    }

    /** Every drawn item, in the order of the audit; those that are not in this stratum are outside the domain. */
    private List<AuditedLifetime> lives() {
        List<AuditedLifetime> lives = new ArrayList<>();
        List<AuditCode> codes = audit.items();
        for (int i = 0; i < codes.size(); i++) {
            CodedFact fact = facts.get(i);
            lives.add(new AuditedLifetime(
                    codes.get(i).label(),
                    fact != null,
                    fact == null ? null : life(fact),
                    fact != null && fact.restored));
        }
        return lives;
    }

    private static AuditedLifetime.Life life(CodedFact fact) {
        String cause = fact.cause == null
                ? null
                : RemovalPipeline.isRemoval(fact.cause)
                        ? "removal"
                        : RemovalPipeline.isUnexplained(fact.cause) ? "unknown" : "other";
        return new AuditedLifetime.Life(
                fact.entry > 0 ? fact.entry : Double.NEGATIVE_INFINITY, fact.lower, fact.upper, cause);
    }

    private double[] deadlines() {
        return plan.measures().deadlinesHours().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private OverRemovalRow row(String metric, String set, Double deadline, OverRemovalFigures figures) {
        String correction = audit.isUsable() ? "audit_weighted" : "no_audit";
        return new OverRemovalRow(
                RowId.of(
                        plan.measures().studyId(),
                        metric,
                        MetricVersions.of(metric),
                        stratum.by(),
                        stratum.value(),
                        set,
                        deadline,
                        correction),
                metric,
                MetricVersions.of(metric),
                stratum.by(),
                stratum.value(),
                set,
                CAUSE,
                deadline,
                null,
                null,
                "posted",
                figures.estimate(),
                figures.ciLow(),
                figures.ciHigh(),
                plan.measures().confLevel(),
                figures.ciMethod(),
                "1",
                figures.counts().items(),
                figures.counts().events(),
                figures.counts().censored(),
                figures.counts().intervals(),
                figures.counts().unconfirmed(),
                figures.effective(),
                figures.conditionalOnHours(),
                figures.identifiability(),
                figures.boundLow(),
                figures.boundHigh(),
                correction,
                plan.measures().modelId(),
                false,
                plan.measures().runId());
    }
}
