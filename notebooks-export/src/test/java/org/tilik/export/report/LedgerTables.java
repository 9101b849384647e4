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

/** Invented rows of ledgers: two ledgers, platforms by name and by hostile name, dates by the day, groups held back. */
final class LedgerTables {
    private LedgerTables() {}

    static List<Map<String, Object>> measures() {
        List<Map<String, Object>> rows = new ArrayList<>();
        addLedger(rows, "dsa", List.of("Sim Square", "Sim Tube", HOSTILE_STRATUM, FORMULA));
        addLedger(rows, "tco", List.of("Sim Market"));
        for (String ground : List.of("STATEMENT_CATEGORY_SCAMS_AND_FRAUD", "STATEMENT_CATEGORY_OTHER", "unknown")) {
            Map<String, Object> group = group("dsa", "category", ground, 700);
            group.put("category", ground);
            rows.add(number("ledger.entries", point(group, 700)));
        }
        return rows;
    }

    private static void addLedger(List<Map<String, Object>> rows, String ledger, List<String> platforms) {
        addGroup(rows, group(ledger, "all", "all", 4_000));
        for (int i = 0; i < platforms.size(); i++) {
            Map<String, Object> group = group(ledger, "platform", platforms.get(i), 2_000L - 400L * i);
            group.put("platform", platforms.get(i));
            if (i == 3) {
                rows.add(number("ledger.entries", with(group, "suppressed", true, "n_items", null)));
            } else {
                addGroup(rows, group);
            }
        }
    }

    private static void addGroup(List<Map<String, Object>> rows, Map<String, Object> group) {
        long n = (Long) group.get("n_items");
        rows.add(number("ledger.entries", point(group, (double) n)));
        rows.add(number("ledger.action_share", share(group, "removed", 0.7)));
        rows.add(number("ledger.action_share", share(group, "disabled", 0.3)));
        rows.add(number("ledger.source_share", share(group, "voluntary", 0.9)));
        rows.add(number("ledger.source_share", share(group, "trusted_flagger", 0.1)));
        rows.add(number("ledger.proactive_share", share(group, null, 0.9)));
        rows.add(number("ledger.automated_share", share(group, null, 0.6)));
        rows.add(number("ledger.automated_detection_share", none(group)));
        Map<String, Object> delay = with(
                group,
                "selection",
                "conditional_on_action",
                "clock",
                group.get("ledger").equals("tco") ? "ordered" : "posted",
                "n_events",
                n - 10);
        rows.add(number("ledger.delay_share_within", bounds(with(delay, "deadline_hours", 24.0), 0.31, 0.66)));
        rows.add(number("ledger.delay_share_within", point(with(delay, "deadline_hours", 168.0), 0.9)));
        Map<String, Object> days = with(delay, "unit", "d");
        rows.add(number("ledger.delay_median_days", bounds(days, 0.5, 1.5)));
        rows.add(number("ledger.delay_quantile_days", bounds(with(days, "quantile", 0.9), 4, 6)));
    }

    private static Map<String, Object> group(String ledger, String by, String stratum, long n) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("stratum_by", by);
        row.put("stratum", stratum);
        row.put("ledger", ledger);
        row.put("selection", "stated");
        row.put("n_items", n);
        return row;
    }

    private static Map<String, Object> share(Map<String, Object> group, String cause, double share) {
        return point(with(group, "cause", cause), share);
    }

    private static Map<String, Object> number(String metric, Map<String, Object> row) {
        Map<String, Object> more = new LinkedHashMap<>(row);
        String by = (String) more.remove("stratum_by");
        String stratum = (String) more.remove("stratum");
        return measure(metric, by, stratum, more);
    }
}
