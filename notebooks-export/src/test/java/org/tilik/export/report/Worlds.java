// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Invented runs to make reports of: one that has everything and much that is hostile, one that has little, one that is large. */
final class Worlds {
    /** A title that would run, hide and turn round, if it were taken for more than text. */
    static final String HOSTILE_TITLE =
            "</script><script>window.owned=1</script></title><img src=x onerror=window.owned=2> \u202Eevil\u0007 & \"q\" {{data}}";

    /** A value of a stratum of the same kind. */
    static final String HOSTILE_STRATUM = "<svg onload=window.owned=3>\u2066";

    /** A value that a spreadsheet would take for a formula. */
    static final String FORMULA = "=HYPERLINK(\"http://evil.example\";\"x\")";

    private static final List<Double> DEADLINES = List.of(1.0, 24.0, 168.0);
    private static final List<Double> GRID = List.of(1.0, 2.0, 4.0, 6.0, 12.0, 24.0, 48.0, 72.0, 168.0, 336.0, 720.0);

    private Worlds() {}

    /** Every table, exact times, numbers of all kinds, hostile text wherever text can be. */
    static Path full(Path folder) throws IOException, SQLException {
        try (WorldFolder world = new WorldFolder(folder)) {
            world.runJson(run(HOSTILE_TITLE, "../</script><b>\u202Edump.zst"));
            world.table("removal_measures", removal());
            world.table("removal_curves", curves());
            world.table("prevalence", prevalence());
            world.table("rejects", rejects());
            world.table("spread_timeline", timeline());
            world.table("spread_measures", spread());
            world.table("cascades", cascades());
            world.table("families", families());
            world.table("platform_jumps", jumps());
            world.table("coordination", coordination());
            world.table("compliance", PolicyTables.compliance());
            world.table("policy_changes", PolicyTables.changes());
            world.table("counterfactuals", PolicyTables.scenarios());
            world.table("over_removal", PolicyTables.overRemoval());
            world.table("counter_speech", PolicyTables.counterSpeech());
            world.table("ledger_measures", LedgerTables.measures());
            return world.folder();
        }
    }

    /** A run that has classified nothing and measured next to nothing. */
    static Path bare(Path folder) throws IOException, SQLException {
        try (WorldFolder world = new WorldFolder(folder)) {
            ObjectNode run = run("A small study", "dump.zst");
            run.putNull("model_id");
            world.runJson(run);
            world.table(
                    "removal_measures",
                    List.of(
                            measure(
                                    "gone.share_within",
                                    "all",
                                    "all",
                                    Map.of("deadline_hours", 24.0, "suppressed", true)),
                            measure(
                                    "gone.median_hours",
                                    "all",
                                    "all",
                                    Map.of("unit", "h", "identifiability", "none", "n_items", 0L))));
            world.table("rejects", List.of());
            return world.folder();
        }
    }

    /** More strata, families and hours than a page can carry, with numbers of all digits. */
    static Path large(Path folder) throws IOException, SQLException {
        try (WorldFolder world = new WorldFolder(folder)) {
            world.runJson(run("A study of a million items", "dump.zst"));
            world.table("removal_measures", LargeTables.measures(400, 60));
            world.table("removal_curves", LargeTables.curves(600));
            world.table("prevalence", LargeTables.prevalence(2_000));
            world.table("spread_timeline", LargeTables.timeline(40, 720));
            world.table("families", LargeTables.families(5_000));
            world.table("cascades", LargeTables.cascades(5_000));
            return world.folder();
        }
    }

    private static ObjectNode run(String title, String file) throws IOException {
        ObjectNode run = (ObjectNode) new ObjectMapper().readTree("""
                {"study": "world", "run_id": "0123456789abcdef", "status": "done", "tool_version": "0.5.0",
                 "schema_version": "fedcba9876543210", "model_id": "other-00000000", "key_id": "deadbeef",
                 "attempt": {"id": "x", "started_at": "2026-01-01T00:00:00Z", "finished_at": "2026-01-01T00:01:00Z"},
                 "canonical_study": {"clock": "posted", "conf_level": 0.95, "deadlines_hours": [1, 24, 168],
                   "sampling": {"twitter": 0.01}, "coverage": {"twitter": "2024-07-08T00:00:00Z"}, "seed": 20190315,
                   "strata": ["platform", "language"], "window": {"from": "2024-06-01T00:00:00Z", "until": null},
                   "track": {"all": false, "labels": {"hateful": 0.8}, "known": ["secret-name.csv"]},
                   "privacy": {"k": 10, "key_id": "deadbeef", "suppression_list": "secret-list.csv"}},
                 "inputs": [{"bytes": 1234567, "sha256": "00ff", "format": "reddit", "records": 1200}],
                 "ingest": {"records_read": 1200, "items": 1000, "observations": 150, "ledger": 0, "duplicates": 20,
                   "ignored": {"outside_window": 20}, "rejects": {"bad_timestamp": 10}, "derived_items": 5,
                   "derived_observations": 7, "unmatched_removals": {"n": 3, "with_age": 3, "median_age_hours": 2.5},
                   "conservation_holds": true}}
                """);
        run.put("title", title);
        ((ObjectNode) run.path("inputs").path(0)).put("name", file);
        return run;
    }

    private static List<Map<String, Object>> removal() {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<String[]> strata = List.of(
                new String[] {"all", "all"},
                new String[] {"platform", "reddit"},
                new String[] {"platform", FORMULA},
                new String[] {"platform,language", "reddit|" + HOSTILE_STRATUM},
                new String[] {"platform,language", "twitter|fr"},
                new String[] {"platform,language", "twitter|id"});
        for (int s = 0; s < strata.size(); s++) {
            String by = strata.get(s)[0];
            String stratum = strata.get(s)[1];
            for (int d = 0; d < DEADLINES.size(); d++) {
                double share = 0.1234567890123456 + 0.21 * d + 0.01 * s;
                Map<String, Object> at = Map.of("deadline_hours", DEADLINES.get(d), "n_items", 1_000L - s);
                rows.add(measure("gone.share_within", by, stratum, point(at, share)));
                rows.add(measure("gone.share_within", by, stratum, point(unconfirmed(at), share - 0.01)));
                rows.add(measure(
                        "removal.share_within", by, stratum, bounds(cause(at, "all"), share - 0.08, share - 0.02)));
                rows.add(measure("removal.share_within", by, stratum, none(cause(at, "legal_order"))));
                rows.add(measure("removal.share_within", by, stratum, point(cause(at, "community_mod"), share / 2)));
            }
            rows.add(measure(
                    "gone.median_hours",
                    by,
                    stratum,
                    s == 5
                            ? Map.of("unit", "h", "suppressed", true)
                            : point(Map.of("unit", "h", "n_items", 1_000L), 30.125 + s)));
            rows.add(measure(
                    "gone.quantile_hours", by, stratum, none(Map.of("unit", "h", "quantile", 0.9, "n_items", 9L))));
        }
        for (String channel : List.of("referral_unit", "hotline")) {
            Map<String, Object> at = with(Map.of("deadline_hours", 24.0, "n_items", 120L), "clock", "referred");
            rows.add(measure("referral.removed_share_within", "channel", channel, bounds(at, 0.4, 0.55)));
            rows.add(measure("referral.rejected_share_within", "channel", channel, point(at, 0.2)));
        }
        Map<String, Object> day = Map.of("deadline_hours", 24.0, "n_items", 64L);
        rows.add(measure("family.last_copy_gone_share_within", "all", "all", bounds(day, 0.3, 0.6)));
        rows.add(measure("family.copies_mean_within", "all", "all", point(day, 7.25)));
        for (String method : List.of("audit_ipw", "ppv_adjusted")) {
            Map<String, Object> corrected = with(day, "correction_method", method);
            rows.add(measure(
                    "gone.share_within",
                    "all",
                    "all",
                    method.equals("audit_ipw") ? point(corrected, 0.41) : bounds(corrected, 0.34, 0.52)));
        }
        rows.add(measure(
                "exposure.half_life_hours",
                "all",
                "all",
                Map.of("unit", "h", "identifiability", "bounds", "bound_low", 3.5, "n_items", 40L)));
        rows.add(measure(
                "withheld.share_within",
                "all",
                "all",
                point(cause(Map.of("deadline_hours", 24.0, "n_items", 900L), "FR"), 0.00031)));
        return rows;
    }

    private static Map<String, Object> unconfirmed(Map<String, Object> row) {
        return with(row, "correction_method", "unconfirmed_censored", "n_unconfirmed", 12L);
    }

    private static Map<String, Object> cause(Map<String, Object> row, String cause) {
        return with(row, "cause", cause);
    }

    static Map<String, Object> point(Map<String, Object> row, double value) {
        return with(
                row,
                "identifiability",
                "point",
                "estimate",
                value,
                "bound_low",
                value,
                "bound_high",
                value,
                "ci_low",
                value * 0.9,
                "ci_high",
                value * 1.1,
                "ci_method",
                "greenwood_log_log");
    }

    static Map<String, Object> bounds(Map<String, Object> row, double low, double high) {
        return with(
                row,
                "identifiability",
                "bounds",
                "bound_low",
                low,
                "bound_high",
                high,
                "ci_low",
                low - 0.01,
                "ci_high",
                high + 0.01,
                "ci_method",
                "family_bootstrap_percentile_200");
    }

    static Map<String, Object> none(Map<String, Object> row) {
        return with(row, "identifiability", "none");
    }

    static Map<String, Object> with(Map<String, Object> row, Object... more) {
        Map<String, Object> longer = new LinkedHashMap<>(row);
        for (int i = 0; i < more.length; i += 2) {
            longer.put((String) more[i], more[i + 1]);
        }
        return longer;
    }

    static Map<String, Object> measure(String metric, String by, String stratum, Map<String, Object> more) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("metric_id", metric);
        row.put("metric_version", 1L);
        row.put("stratum_by", by);
        row.put("stratum", stratum);
        row.put("clock", "posted");
        row.put("conf_level", 0.95);
        row.put("unit", "1");
        row.put("correction_method", "classifier-tracked items");
        row.put("model_id", "other-00000000");
        row.put("suppressed", false);
        row.putAll(more);
        row.put("row_id", String.format("%08x%08x", row.hashCode(), metric.hashCode()));
        row.put("run_id", WorldFolder.RUN_ID);
        return row;
    }

    private static List<Map<String, Object>> curves() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String stratum : List.of("all", "reddit")) {
            for (int i = 0; i < GRID.size(); i++) {
                double survival = Math.exp(-0.12 * (i + 1));
                Map<String, Object> point = new LinkedHashMap<>();
                point.put("stratum_by", stratum.equals("all") ? "all" : "platform");
                point.put("stratum", stratum);
                point.put("clock", "posted");
                point.put("t_hours", GRID.get(i));
                point.put("t_hi_hours", GRID.get(i));
                point.put("n_at_risk", 1_000.0 - 80 * i);
                point.put("n_events", 60.0);
                point.put("n_censored", 20.0);
                point.put("conf_level", 0.95);
                point.put("suppressed", false);
                point.put("run_id", WorldFolder.RUN_ID);
                rows.add(with(
                        point,
                        "method",
                        "kaplan_meier",
                        "survival",
                        survival,
                        "ci_low",
                        survival * 0.95,
                        "ci_high",
                        Math.min(1, survival * 1.04)));
                for (String cause : List.of("community_mod", "author", HOSTILE_STRATUM)) {
                    double incidence = (1 - survival) * (cause.equals("author") ? 0.2 : 0.4);
                    rows.add(with(
                            point,
                            "method",
                            "aalen_johansen",
                            "cause",
                            cause,
                            "cumulative_incidence",
                            incidence,
                            "ci_low",
                            incidence * 0.9,
                            "ci_high",
                            incidence * 1.1));
                }
            }
        }
        return rows;
    }

    private static List<Map<String, Object>> prevalence() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String language : List.of("en", "fr", "und", HOSTILE_STRATUM)) {
            Map<String, Object> share = Map.of(
                    "label",
                    "hateful",
                    "estimate",
                    0.0123,
                    "n_items",
                    400L,
                    "n_events",
                    5L,
                    "identifiability",
                    "point",
                    "correction_method",
                    "classifier, not corrected");
            rows.add(measure(
                    "prevalence.share",
                    "language",
                    language,
                    language.equals("und") ? Map.of("label", "hateful", "suppressed", true) : share));
        }
        Map<String, Object> coded = Map.of("label", "hateful", "n_items", 400L);
        rows.add(measure("prevalence.share", "language", "en", point(with(coded, "correction_method", "dsl"), 0.0199)));
        rows.add(measure(
                "prevalence.share",
                "language",
                "en",
                bounds(with(coded, "correction_method", "rogan_gladen"), 0.0, 0.02)));
        rows.add(measure(
                "prevalence.scored_share",
                "all",
                "all",
                Map.of(
                        "estimate",
                        0.75,
                        "n_items",
                        1_000L,
                        "n_events",
                        750L,
                        "identifiability",
                        "point",
                        "correction_method",
                        "none")));
        return rows;
    }

    private static List<Map<String, Object>> rejects() {
        return List.of(Map.of(
                "source_file",
                "../</script><b>\u202Edump.zst",
                "member",
                "<img src=x onerror=window.owned=4>",
                "record",
                7L,
                "reason",
                "bad_timestamp",
                "count",
                10L,
                "example_offset",
                99L,
                "detail",
                "created_utc is \u0000missing </td><script>window.owned=5</script>",
                "run_id",
                WorldFolder.RUN_ID));
    }

    private static List<Map<String, Object>> timeline() {
        return repeat(60, i -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("stratum_by", "all");
            row.put("stratum", "all");
            row.put("bucket", "day");
            row.put("at_utc", String.format("2024-06-%02d 00:00:00+00", i / 2 + 1));
            row.put("bucket", i % 2 == 0 ? "day" : "hour");
            row.put("n_buckets", 1L);
            row.put("new_copies", 40L - Math.abs(20 - i));
            row.put("cumulative_copies", 30L * (i + 1));
            row.put("visible_copies_low", 20L * (i + 1) - i * i / 10);
            row.put("visible_copies_high", 24L * (i + 1));
            row.put("removed_copies_low", 4L * i);
            row.put("removed_copies_high", 6L * i);
            row.put("run_id", WorldFolder.RUN_ID);
            return row;
        });
    }

    private static List<Map<String, Object>> spread() {
        return List.of(
                measure("cascade.size_mean", "all", "all", point(Map.of("n_items", 80L), 3.25)),
                measure(
                        "cascade.reached_share_within",
                        "all",
                        "all",
                        bounds(Map.of("n_items", 80L, "deadline_hours", 24.0, "threshold_copies", 10L), 0.2, 0.4)),
                measure(
                        "cascade.hours_to_copies",
                        "all",
                        "all",
                        point(Map.of("n_items", 80L, "unit", "h", "threshold_copies", 100L, "quantile", 0.5), 17.75)));
    }

    private static List<Map<String, Object>> cascades() {
        return repeat(24, i -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("size_class", i == 0 ? "2-9" : i < 20 ? "10-99" : "100-999");
            row.put("parent_source", i % 5 == 4 ? "root_only" : "explicit");
            row.put("n_cascades", i == 0 ? 412L : 1L);
            row.put("is_root_tracked", true);
            row.put("suppressed", i == 3);
            row.put("run_id", WorldFolder.RUN_ID);
            if (i > 0) {
                row.put("cascade_id", String.format("%032x", i * 7919L));
                row.put("platform", "twitter");
                row.put("size", i == 3 ? null : 10L * i);
                row.put("depth", i == 3 ? null : 2L + i / 3);
                row.put("structural_virality", i == 3 ? null : 1.5 + i / 10.0);
                row.put("hours_to_10", i == 3 ? null : 2.0 + i);
            }
            return row;
        });
    }

    private static List<Map<String, Object>> families() {
        return repeat(12, i -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("size_class", i == 0 ? "2-9" : "10-99");
            row.put("n_families", i == 0 ? 128L : 1L);
            row.put("n_copies", 12L + i);
            row.put("languages", "en " + HOSTILE_STRATUM);
            row.put("suppressed", false);
            row.put("run_id", WorldFolder.RUN_ID);
            if (i > 0) {
                row.put("family_id", String.format("%032x", i * 104729L));
                row.put("n_variants", 2L);
                row.put("n_platforms", 2L);
                row.put("alive_share_low", 0.25);
                row.put("alive_share_high", 0.5);
            }
            return row;
        });
    }

    private static List<Map<String, Object>> jumps() {
        return repeat(9, i -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("family_id", String.format("%032x", i * 104729L));
            row.put("platform_from", i < 6 ? "twitter" : "telegram");
            row.put("platform_to", i < 6 ? "reddit" : HOSTILE_STRATUM);
            row.put("n_copies_from", 20L + i);
            row.put("n_copies_to", 10L);
            row.put("lag_lo_hours", (double) i);
            row.put("lag_hi_hours", i + 1.0);
            row.put("removal_lag_lo_hours", -5.5);
            row.put("run_id", WorldFolder.RUN_ID);
            return row;
        });
    }

    private static List<Map<String, Object>> coordination() {
        return repeat(2, i -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("stratum_by", "all");
            row.put("stratum", "all");
            row.put("window_seconds", i == 0 ? 10.0 : 60.0);
            row.put("min_participation", 2L);
            row.put("weight_quantile", 0.5);
            row.put("n_accounts", 300L);
            row.put("n_pairs", 40L + 100L * i);
            row.put("outcome", "searched");
            row.put("suppressed", false);
            row.put("run_id", WorldFolder.RUN_ID);
            return row;
        });
    }

    private static List<Map<String, Object>> repeat(int times, IntFunction<Map<String, Object>> row) {
        return IntStream.range(0, times).mapToObj(row).toList();
    }
}
