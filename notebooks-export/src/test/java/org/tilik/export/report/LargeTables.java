// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.report;

/** Queries that make more rows than a page can carry; their numbers have as many digits as real ones. */
final class LargeTables {
    private static final String NUMBER = "(hash(%s) %% 1000000007) / 1000000007.0";
    private static final String RUN = ", false AS suppressed, '" + WorldFolder.RUN_ID + "' AS run_id ";

    private LargeTables() {}

    private static String number(String seed) {
        return NUMBER.formatted(seed);
    }

    private static final String STRATA = "CASE WHEN s = 0 THEN 'all' ELSE 'platform,language' END AS stratum_by,"
            + " CASE WHEN s = 0 THEN 'all' ELSE 'platform' || s || '|l' || s END AS stratum, ";

    static String measures(int strata, int rows) {
        return "SELECT " + STRATA
                + "left(md5('m' || s || ' ' || r), 16) AS row_id, 1 AS metric_version, 'posted' AS clock,"
                + " ['gone.share_within', 'removal.share_within', 'visible.share_at'][r % 3 + 1] AS metric_id,"
                + " CASE WHEN r % 3 = 1 THEN 'cause' || r // 9 END AS cause, [1.0, 24.0, 168.0][r // 3 % 3 + 1] AS deadline_hours,"
                + " " + number("r, s, 1") + " AS ci_low, " + number("r, s, 2") + " AS ci_high, 0.95 AS conf_level,"
                + " " + number("r, s, 3") + " AS bound_low, " + number("r, s, 4") + " AS bound_high,"
                + " 'family_bootstrap_percentile_200' AS ci_method, '1' AS unit, 1000000 // (s + 1) AS n_items,"
                + " 300000 // (s + 1) AS n_events, " + number("r, s, 5")
                + " * 100000 AS n_effective, 'bounds' AS identifiability,"
                + " 'none' AS correction_method" + RUN + "FROM range(" + strata + ") t(s), range(" + rows + ") u(r)";
    }

    static String curves(int strata) {
        return "SELECT " + STRATA + "'posted' AS clock, 'kaplan_meier' AS method, (r + 1) * 2.0 AS t_hours,"
                + " (r + 1) * 2.0 AS t_hi_hours, 1000000.0 / (s + 1) AS n_at_risk, 0.95 AS conf_level, "
                + number("r, s, 6") + " AS survival, " + number("r, s, 7") + " AS ci_low, " + number("r, s, 8")
                + " AS ci_high"
                + RUN + "FROM range(" + strata + ") t(s), range(13) u(r)";
    }

    static String prevalence(int languages) {
        return "SELECT 'language' AS stratum_by, 'l' || s AS stratum,"
                + " left(md5('p' || s || ' ' || r), 16) AS row_id, 1 AS metric_version, 'prevalence.share' AS metric_id,"
                + " ['hateful', 'offensive', 'counter', 'extremist_support', 'none'][r + 1] AS label, 0.95 AS conf_level,"
                + " '1' AS unit, 1000000 // (s + 1) AS n_items, 100 AS n_events, " + number("r, s, 10")
                + " AS estimate,"
                + " 'point' AS identifiability, 'classifier, not corrected' AS correction_method" + RUN
                + "FROM range(" + languages + ") t(s), range(5) u(r)";
    }

    static String timeline(int families, int hours) {
        return "SELECT CASE WHEN s > 0 THEN md5(s::VARCHAR) END AS family_id, CASE WHEN s = 0 THEN 'all' END AS stratum_by,"
                + " CASE WHEN s = 0 THEN 'all' END AS stratum, 'hour' AS bucket,"
                + " TIMESTAMPTZ '2024-06-01 00:00:00+00' + to_hours(h::BIGINT) AS at_utc, 1 AS n_buckets,"
                + " hash(s, h) % 900 AS new_copies, 450 * (h + 1) // (s + 1) AS cumulative_copies,"
                + " 300 * (h + 1) // (s + 1) AS visible_copies_low, 340 * (h + 1) // (s + 1) AS visible_copies_high,"
                + " 0 AS removed_copies_low, 60 * (h + 1) // (s + 1) AS removed_copies_high, '" + WorldFolder.RUN_ID
                + "' AS run_id FROM range(" + families + ") t(s), range(" + hours + ") u(h)";
    }

    static String families(int n) {
        return "SELECT '10-99' AS size_class, md5(s::VARCHAR) AS family_id, 1 AS n_families, 100000 // (s + 1) AS n_copies,"
                + " ['en'] AS languages, " + number("s, 11") + " AS alive_share_low" + RUN + "FROM range(" + n
                + ") t(s)";
    }

    static String cascades(int n) {
        return "SELECT '10-99' AS size_class, md5(s::VARCHAR) AS cascade_id, 'explicit' AS parent_source, 1 AS n_cascades,"
                + " true AS is_root_tracked, 100000 // (s + 1) AS size, " + number("s, 12") + " AS structural_virality"
                + RUN
                + "FROM range(" + n + ") t(s)";
    }
}
