// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.answers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tilik.export.MeasureRow;
import org.tilik.export.ScenarioRow;

/**
 * Which rows answer the questions of the public record. The rule is fixed, so that nobody chooses numbers by what they
 * say. D is the first deadline of the study of a day or more, else its first; <em>all</em> is the stratum of all items;
 * rows that only repeat a number under another assumption are left out, and of one number raw and corrected the corrected
 * one is taken.
 *
 * <ol>
 *   <li>Referrals: removed and rejected share within D of the referral, for the three channels with the most referrals,
 *       else all.
 *   <li>Duties: the share met, over all periods, by platform (else all), laws before promises, largest first, eight at most.
 *   <li>Copies: number of tracked posts and of contents posted twice; mean copies of a content within D; share of stopped
 *       copies that were blocked at upload; share of known views on items removed within D. All.
 *   <li>Scenarios: one strike, removal within the shortest deadline replayed, a shared list, a block at upload. All; of
 *       lists the widest match and the earliest begin.
 *   <li>Changes: at the dates of the Christchurch Call and of its second summit (in a study whose timeline has neither, at
 *       its own, two at most), the change of level of the share removed within D and of the number of copies in the series
 *       itself, and the difference between members and others. All.
 *   <li>Speech: the share removed within D of protected and of violating items; views and posts of counter-speech
 *       for one of violating posts, and the share of threads with a counter reply within D, over all units. All.
 *   <li>Crisis: the share of contents whose last copy was gone within D; the share gone from a second platform within D of
 *       a first. All. Incidents are seen in streams only.
 * </ol>
 *
 * <p>Where the row is not there, is held back or carries no number, the answer is that the data cannot say, and why.
 */
final class AnswerRules {
    static final List<String> METRICS_OF_REMOVAL = List.of(
            "referral.removed_share_within",
            "referral.rejected_share_within",
            "family.copies_mean_within",
            "ledger.upload_block_share",
            "removal.view_weighted_share_within",
            "family.last_copy_gone_share_within",
            "family.gone_lag_share_within");

    static final List<String> METRICS_OF_SPREAD = List.of("copies.total", "families.count");

    private static final String ALL = "all";
    private static final String REMOVED = "over_removal.removed_share_within";
    private static final String NO_POLICY = "answer.why.no_policy";
    private static final String LEVEL = "policy.level_change";
    private static final String MEMBERS = "policy.member_difference";
    private static final List<String> CALLS = List.of("christchurch-call-2019", "second-summit-2021");
    private static final List<String> OUTCOMES = List.of("removal.share_within", "copies.total");
    private static final List<String> SCENARIOS =
            List.of("one_strike", "removal_within", "shared_hash_list", "upload_block");
    private static final List<String> CLASSES = List.of("protected", "violating");
    private static final List<String> CORRECTED =
            List.of("dsl", "audit_ipw", "audit_weighted", "ppi_plus_plus", "rogan_gladen", "ppv_adjusted");
    private static final List<String> COUNTER = List.of(
            "counter_speech.views_ratio", "counter_speech.copies_ratio", "counter_speech.answered_share_within");
    private static final Set<String> REPEATED = Set.of(
            "unconfirmed_censored",
            "unknown_cause_excluded",
            "unknown_cause_counted",
            "newey_west_interval",
            "anticipation_4_weeks",
            "clock_posted",
            "clock_first_seen",
            "clock_reported",
            "clock_referred",
            "clock_ordered",
            "thresholds_raised",
            "thresholds_lowered");
    private static final int MOST_CHANNELS = 3;
    private static final int MOST_INTERVENTIONS = 2;
    private static final int MOST_DUTIES = 8;

    private final ReleaseNumbers numbers;
    private final double deadline;

    AnswerRules(ReleaseNumbers numbers) {
        this.numbers = numbers;
        this.deadline = numbers.headlineHours();
    }

    /** Findings by question, in the order of the questions; one at least for each. */
    List<Finding> findings() {
        return Arrays.stream(Question.values())
                .flatMap(question -> switch (question) {
                    case REFERRALS -> referrals().stream();
                    case DUTIES -> duties().stream();
                    case COPIES -> copies().stream();
                    case SCENARIOS -> scenarios().stream();
                    case CHANGES -> changes().stream();
                    case SPEECH -> speech().stream();
                    case CRISIS -> crisis().stream();
                })
                .toList();
    }

    private List<Finding> referrals() {
        List<MeasureRow> removed = rows("referral.removed_share_within", this::isWithinDeadline);
        List<MeasureRow> rejected = rows("referral.rejected_share_within", this::isWithinDeadline);
        List<String> channels = removed.stream()
                .filter(row -> row.stratumBy().equals("channel") && row.hasNumber())
                .sorted(LARGEST)
                .limit(MOST_CHANNELS)
                .map(MeasureRow::stratum)
                .toList();
        Predicate<MeasureRow> isShown = channels.isEmpty()
                ? AnswerRules::isAll
                : row -> row.stratumBy().equals("channel") && channels.contains(row.stratum());
        List<MeasureRow> shown = new ArrayList<>();
        removed.stream().filter(isShown).sorted(LARGEST).forEach(shown::add);
        rejected.stream().filter(isShown).sorted(LARGEST).forEach(shown::add);
        return findings(Question.REFERRALS, shown, "referral.removed_share_within", "answer.why.no_referrals");
    }

    private List<Finding> duties() {
        List<MeasureRow> whole = rows("compliance.met_share", row -> ALL.equals(row.said("period")));
        List<MeasureRow> byPlatform =
                whole.stream().filter(row -> row.stratumBy().equals("platform")).toList();
        List<MeasureRow> shown = (byPlatform.isEmpty() ? whole : byPlatform)
                .stream()
                        .sorted(Comparator.comparing((MeasureRow row) -> !row.hasNumber())
                                .thenComparing(row -> row.said("legal_basis") == null)
                                .thenComparing(LARGEST))
                        .limit(MOST_DUTIES)
                        .toList();
        return findings(
                Question.DUTIES,
                shown,
                "compliance.met_share",
                numbers.tables().contains("compliance") ? "answer.why.no_duty" : NO_POLICY);
    }

    private List<Finding> copies() {
        List<Finding> findings = new ArrayList<>();
        findings.add(one(Question.COPIES, "copies.total", AnswerRules::isAll, "answer.why.no_spread"));
        findings.add(one(Question.COPIES, "families.count", AnswerRules::isAll, "answer.why.no_spread"));
        findings.add(one(
                Question.COPIES,
                "family.copies_mean_within",
                row -> isAll(row) && isWithinDeadline(row),
                "answer.why.no_families"));
        findings.add(one(Question.COPIES, "ledger.upload_block_share", AnswerRules::isAll, "answer.why.no_ledger"));
        findings.add(one(
                Question.COPIES,
                "removal.view_weighted_share_within",
                row -> isAll(row) && isWithinDeadline(row),
                "answer.why.no_views"));
        return findings;
    }

    private List<Finding> scenarios() {
        List<Finding> findings = new ArrayList<>();
        for (String scenario : SCENARIOS) {
            numbers.scenarios().stream()
                    .filter(row -> row.scenario().equals(scenario) && ALL.equals(row.stratumBy()))
                    .min(Comparator.comparing(
                                    ScenarioRow::parameterHours, Comparator.nullsLast(Comparator.naturalOrder()))
                            .thenComparing(ScenarioRow::match, Comparator.nullsLast(Comparator.reverseOrder()))
                            .thenComparing(ScenarioRow::from, Comparator.nullsFirst(Comparator.naturalOrder())))
                    .ifPresent(row -> findings.add(Finding.of(Question.SCENARIOS, row)));
        }
        if (findings.isEmpty()) {
            String why = numbers.tables().contains(ScenarioRow.TABLE) ? "answer.why.no_scenario" : NO_POLICY;
            findings.add(Finding.nothing(Question.SCENARIOS, ScenarioRow.COPIES, why));
        }
        return findings;
    }

    private List<Finding> changes() {
        List<MeasureRow> shown = new ArrayList<>();
        for (String metric : List.of(LEVEL, MEMBERS)) {
            for (String call : interventions()) {
                for (String outcome : OUTCOMES) {
                    rows(
                                    metric,
                                    row -> isAll(row)
                                            && Arrays.asList(String.valueOf(row.said("intervention"))
                                                            .split("\\+", -1))
                                                    .contains(call)
                                            && outcome.equals(row.said("outcome_metric_id"))
                                            && (metric.equals(MEMBERS) || "none".equals(row.said("comparison")))
                                            && (row.deadlineHours() == null || isWithinDeadline(row)))
                            .stream()
                            .filter(row -> !shown.contains(row))
                            .forEach(shown::add);
                }
            }
        }
        return findings(
                Question.CHANGES,
                shown,
                LEVEL,
                numbers.tables().contains("policy_changes") ? "answer.why.no_series" : NO_POLICY);
    }

    /** The Call and its second summit; in a study whose timeline has neither, what it has. */
    private List<String> interventions() {
        List<String> named = numbers.of(LEVEL).stream()
                .flatMap(row ->
                        Arrays.stream(String.valueOf(row.said("intervention")).split("\\+", -1)))
                .distinct()
                .sorted()
                .toList();
        return CALLS.stream().anyMatch(named::contains)
                ? CALLS
                : named.stream().limit(MOST_INTERVENTIONS).toList();
    }

    private List<Finding> speech() {
        List<MeasureRow> removed = new ArrayList<>();
        for (String itemClass : CLASSES) {
            removed.addAll(rows(
                    REMOVED, row -> isAll(row) && isWithinDeadline(row) && itemClass.equals(row.said("item_class"))));
        }
        List<Finding> findings = new ArrayList<>(findings(
                Question.SPEECH,
                removed,
                REMOVED,
                numbers.tables().contains("over_removal") ? "answer.why.no_audit" : NO_POLICY));
        List<MeasureRow> counter = new ArrayList<>();
        for (String metric : COUNTER) {
            counter.addAll(rows(
                    metric,
                    row -> isAll(row)
                            && ALL.equals(row.said("unit_kind"))
                            && (row.deadlineHours() == null || isWithinDeadline(row))));
        }
        findings.addAll(findings(
                Question.SPEECH,
                counter,
                "counter_speech",
                numbers.tables().contains("counter_speech") ? "answer.why.no_audit" : NO_POLICY));
        return findings;
    }

    private List<Finding> crisis() {
        Predicate<MeasureRow> isHeadline = row -> isAll(row) && isWithinDeadline(row);
        return List.of(
                one(Question.CRISIS, "family.last_copy_gone_share_within", isHeadline, "answer.why.no_families"),
                one(Question.CRISIS, "family.gone_lag_share_within", isHeadline, "answer.why.no_second_platform"),
                Finding.nothing(Question.CRISIS, "incidents", "answer.why.no_stream"));
    }

    private Finding one(Question question, String metric, Predicate<MeasureRow> isAsked, String why) {
        return findings(question, rows(metric, isAsked), metric, why).get(0);
    }

    private static List<Finding> findings(Question question, List<MeasureRow> rows, String metric, String why) {
        return rows.isEmpty()
                ? List.of(Finding.nothing(question, metric, why))
                : rows.stream().map(row -> Finding.of(question, row)).toList();
    }

    /** Rows of a metric, of each number the one that is corrected where there is one. */
    private List<MeasureRow> rows(String metric, Predicate<MeasureRow> isAsked) {
        Map<String, MeasureRow> chosen = numbers.of(metric).stream()
                .filter(row -> isKept(row) && isAsked.test(row))
                .sorted(Comparator.comparingInt(AnswerRules::correction))
                .collect(Collectors.toMap(
                        AnswerRules::number, Function.identity(), (first, later) -> first, LinkedHashMap::new));
        return List.copyOf(chosen.values());
    }

    private static int correction(MeasureRow row) {
        int place = CORRECTED.indexOf(row.correctionMethod());
        return place < 0 ? CORRECTED.size() : place;
    }

    private static String number(MeasureRow row) {
        return Arrays.asList(
                        row.stratumBy(),
                        row.stratum(),
                        row.label(),
                        row.cause(),
                        row.deadlineHours(),
                        row.quantile(),
                        row.tauHours(),
                        row.clock(),
                        row.subject())
                .toString();
    }

    private static boolean isKept(MeasureRow row) {
        return !REPEATED.contains(row.correctionMethod());
    }

    private static boolean isAll(MeasureRow row) {
        return ALL.equals(row.stratumBy());
    }

    private boolean isWithinDeadline(MeasureRow row) {
        return Objects.equals(row.deadlineHours(), deadline);
    }

    private static final Comparator<MeasureRow> LARGEST = Comparator.comparing(
                    MeasureRow::nItems, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(MeasureRow::stratum)
            .thenComparing(row -> String.valueOf(row.subject()));
}
