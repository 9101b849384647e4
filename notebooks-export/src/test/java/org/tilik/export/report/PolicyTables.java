// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.report;

import static org.tilik.export.report.Worlds.FORMULA;
import static org.tilik.export.report.Worlds.HOSTILE_STRATUM;
import static org.tilik.export.report.Worlds.bounds;
import static org.tilik.export.report.Worlds.measure;
import static org.tilik.export.report.Worlds.none;
import static org.tilik.export.report.Worlds.point;
import static org.tilik.export.report.Worlds.with;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Invented rows of the policy tables: points, bounds, none, held back, and text that means harm. */
final class PolicyTables {
    private static final List<String> PLATFORMS = List.of("facebook", "twitter", "youtube", HOSTILE_STRATUM);

    private PolicyTables() {}

    static List<Map<String, Object>> compliance() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int p = 0; p < PLATFORMS.size(); p++) {
            String platform = PLATFORMS.get(p);
            for (String place : List.of("EU", "FR")) {
                Map<String, Object> duty = duty("eu-tco-1h", place, platform, "all");
                duty.put("legal_basis", "Regulation (EU) 2021/784 Article 3(3)");
                duty.put("clock", "ordered");
                duty.put("deadline_hours", 1.0);
                duty.put("n_items", 200L - 10L * p);
                Map<String, Object> known = p == 0 ? point(duty, 0.62) : p == 1 ? bounds(duty, 0.4, 0.7) : none(duty);
                rows.add(number(p == 3 ? held(duty) : known, "compliance.met_share"));
            }
        }
        for (String period : List.of("all", "2024-06", "2024-07")) {
            for (Boolean signatory : new Boolean[] {true, false, null}) {
                Map<String, Object> duty = duty("christchurch-call-2019", "global", "facebook", period);
                duty.put("is_signatory", signatory);
                duty.put("deadline_hours", 24.0);
                duty.put("n_items", 400L);
                rows.add(number(
                        bounds(duty, 0.2, signatory == null ? 0.9 : signatory ? 0.5 : 0.4), "compliance.met_share"));
            }
        }
        rows.add(number(
                point(
                        with(duty(FORMULA, HOSTILE_STRATUM, "reddit", "all"), "legal_basis", FORMULA, "n_items", 12L),
                        0.5),
                "compliance.met_share"));
        return rows;
    }

    private static Map<String, Object> duty(String commitment, String place, String platform, String period) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("stratum_by", "platform");
        row.put("stratum", platform);
        row.put("platform", platform);
        row.put("commitment", commitment);
        row.put("jurisdiction", place);
        row.put("period", period);
        row.put("evidence_level", "mixed");
        row.put("cause", "removal");
        return row;
    }

    private static Map<String, Object> number(Map<String, Object> row, String metric) {
        Map<String, Object> more = new LinkedHashMap<>(row);
        String by = (String) more.remove("stratum_by");
        String stratum = (String) more.remove("stratum");
        return measure(metric, by, stratum, more);
    }

    private static Map<String, Object> held(Map<String, Object> row) {
        return with(row, "suppressed", true, "n_items", null);
    }

    static List<Map<String, Object>> changes() {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<List<String>> interventions = List.of(
                List.of("one-strike-2019+christchurch-call-2019", "2019-05-14"),
                List.of("second-summit-2021", "2021-05-14"),
                List.of(HOSTILE_STRATUM, "2024-06-12"));
        for (int i = 0; i < interventions.size(); i++) {
            for (String stratum : List.of("all", "reddit")) {
                Map<String, Object> series = series(interventions.get(i), stratum);
                series.put("outcome_metric_id", "removal.share_within");
                series.put("deadline_hours", 24.0);
                series.put("cause", "all");
                series.put("unit", "1");
                boolean isAll = stratum.equals("all");
                Map<String, Object> level = i == 0
                        ? isAll ? interval(series, -0.031, -0.08, 0.018) : interval(series, 0.112, 0.02, 0.2)
                        : i == 1
                                ? bounds(with(series, "reason", "only bounds are known for some weeks"), -0.1, 0.2)
                                : none(with(
                                        series,
                                        "reason",
                                        "too few weeks before the intervention have data",
                                        "p_value",
                                        null));
                rows.add(number(level, "policy.level_change"));
                rows.add(number(
                        interval(with(series, "unit", "1/wk", "p_adjusted", 0.4), 0.002, -0.001, 0.005),
                        "policy.slope_change_per_week"));
                rows.add(number(
                        point(with(series, "comparison", "placebo_dates", "unit", "1", "p_value", null), 0.35),
                        "policy.placebo_share"));
                Map<String, Object> copies = series(interventions.get(i), stratum);
                copies.put("outcome_metric_id", "copies.total");
                copies.put("unit", "ratio");
                rows.add(number(interval(copies, 0.8 + 0.3 * i, 0.5, 1.9), "policy.level_change"));
            }
        }
        Map<String, Object> members = series(interventions.get(0), "all");
        members.putAll(Map.of(
                "outcome_metric_id",
                "removal.share_within",
                "deadline_hours",
                24.0,
                "comparison",
                "members_vs_non_members"));
        rows.add(number(interval(members, 0.04, -0.02, 0.1), "policy.member_difference"));
        return rows;
    }

    private static Map<String, Object> series(List<String> intervention, String stratum) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("stratum_by", stratum.equals("all") ? "all" : "platform");
        row.put("stratum", stratum);
        row.put("intervention", intervention.get(0));
        row.put("intervention_on", intervention.get(1));
        row.put("comparison", "none");
        row.put("n_weeks_before", 24L);
        row.put("n_weeks_after", 18L);
        row.put("n_weeks_left_out", 5L);
        row.put("lag_weeks", 3L);
        row.put("p_value", 0.041);
        row.put("n_items", 4_200L);
        return row;
    }

    private static Map<String, Object> interval(Map<String, Object> row, double value, double low, double high) {
        return with(
                row,
                "identifiability",
                "point",
                "estimate",
                value,
                "ci_low",
                low,
                "ci_high",
                high,
                "ci_method",
                "ar1_averaged_t");
    }

    static List<Map<String, Object>> scenarios() {
        List<Map<String, Object>> rows = new ArrayList<>();
        rows.add(scenario("one_strike", 720.0, null, "all", 120L, 480L));
        rows.add(scenario("removal_within", 1.0, null, "all", 2_000L, 3_600L));
        rows.add(scenario("removal_within", 24.0, null, "all", 900L, 1_400L));
        rows.add(scenario("shared_hash_list", null, "2024-06-01 00:00:00+00", "all", 700L, 700L));
        rows.add(with(scenario("upload_block", null, null, "all", null, null), "identifiability", "none"));
        rows.add(scenario("one_strike", 720.0, null, "reddit", 12L, 40L));
        rows.add(with(
                scenario("one_strike", 720.0, null, HOSTILE_STRATUM, null, null),
                "suppressed",
                true,
                "identifiability",
                null,
                "copies_observed",
                null,
                "protected_removed",
                null));
        return rows;
    }

    private static Map<String, Object> scenario(
            String scenario, Double hours, String from, String stratum, Long low, Long high) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("scenario", scenario);
        row.put("parameter_hours", hours);
        row.put("from_utc", from);
        row.put("stratum_by", stratum.equals("all") ? "all" : "platform");
        row.put("stratum", stratum);
        row.put("copies_observed", 5_000L);
        row.put("copies_averted_scenario_low", low);
        row.put("copies_averted_scenario_high", high);
        row.put("views_observed_lower", 90_000L);
        row.put("views_averted_scenario_low", low == null ? null : 10L * low);
        row.put("protected_observed", 300L);
        row.put("protected_removed", low == null ? null : 12L);
        row.put("identifiability", "bounds");
        row.put("assumptions", "Scenario. Nobody evades " + HOSTILE_STRATUM + " " + FORMULA + ".");
        row.put("correction_method", "classifier, not corrected");
        row.put("model_id", "other-00000000");
        row.put("suppressed", false);
        row.put("row_id", String.format("%08x%08x", row.hashCode(), scenario.hashCode()));
        row.put("run_id", WorldFolder.RUN_ID);
        return row;
    }

    static List<Map<String, Object>> overRemoval() {
        List<Map<String, Object>> rows = new ArrayList<>();
        double share = 0.08;
        for (String itemClass : List.of("protected", "violating", "counter", "none", HOSTILE_STRATUM)) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("item_class", itemClass);
            row.put("deadline_hours", 24.0);
            row.put("n_items", 60L);
            row.put("correction_method", "audit_weighted");
            rows.add(measure(
                    "over_removal.removed_share_within",
                    "all",
                    "all",
                    itemClass.equals("none") ? held(row) : bounds(row, share, share + 0.1)));
            share += 0.1;
        }
        rows.add(measure(
                "over_removal.difference_within",
                "all",
                "all",
                point(Map.of("deadline_hours", 24.0, "n_items", 120L, "correction_method", "audit_weighted"), -0.21)));
        rows.add(measure(
                "over_removal.removed_share_within",
                "platform",
                "reddit",
                none(Map.of("deadline_hours", 24.0, "item_class", "protected", "correction_method", "no_audit"))));
        return rows;
    }

    static List<Map<String, Object>> counterSpeech() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String unit : List.of("all", "family", "incident")) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("unit_kind", unit);
            row.put("unit_id", unit.equals("all") ? null : unit.equals("family") ? "00ff00ff00ff" : HOSTILE_STRATUM);
            row.put("n_items", 80L);
            row.put("correction_method", "classifier, not corrected");
            rows.add(measure("counter_speech.views_ratio", "all", "all", point(row, 0.42)));
            rows.add(measure(
                    "counter_speech.answered_share_within",
                    "all",
                    "all",
                    point(with(row, "deadline_hours", 24.0), 0.3)));
            rows.add(measure(
                    "counter_speech.latency_hours",
                    "all",
                    "all",
                    bounds(with(row, "quantile", 0.5, "unit", "h"), 2.5, 7.5)));
        }
        return rows;
    }
}
