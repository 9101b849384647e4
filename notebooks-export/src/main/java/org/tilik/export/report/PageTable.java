// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.report;

import java.util.Locale;

/**
 * The release tables that the report shows, and which of their rows when they have too many: whole strata, the largest of
 * each kind first, or the largest cascades, families and pairs. What a page can carry is limited; tables are not.
 */
enum PageTable {
    REMOVAL_MEASURES(8_000, "stratum_by", "stratum", "max(n_items)"),
    REMOVAL_CURVES(4_000, "stratum_by", "stratum", "max(n_at_risk)"),
    PREVALENCE(3_000, "stratum_by", "stratum", "max(n_items)"),
    SPREAD_MEASURES(4_000, "stratum_by", "stratum", "max(n_items)"),
    SPREAD_TIMELINE(8_000, "coalesce(stratum_by, 'family')", "coalesce(stratum, family_id)", "max(cumulative_copies)"),
    COORDINATION(500, "stratum_by", "stratum", "max(n_items)"),
    CASCADES(1_000, "cascade_id IS NULL", "coalesce(cascade_id, size_class)", "max(size)"),
    FAMILIES(1_000, "family_id IS NULL", "coalesce(family_id, size_class)", "max(n_copies)"),
    PLATFORM_JUMPS(1_000, "true", "family_id", "max(n_copies_from + n_copies_to)"),
    COMPLIANCE(2_000, "commitment", "jurisdiction || ' ' || platform || ' ' || period", "max(n_items)"),
    POLICY_CHANGES(2_000, "stratum_by", "stratum", "max(n_items)"),
    COUNTERFACTUALS(500, "stratum_by", "stratum", "max(copies_observed)"),
    OVER_REMOVAL(1_000, "stratum_by", "stratum", "max(n_items)"),
    COUNTER_SPEECH(1_000, "unit_kind || stratum_by", "coalesce(unit_id, '') || ' ' || stratum", "max(n_items)"),
    LEDGER_MEASURES(4_000, "ledger || ' ' || stratum_by", "stratum", "max(n_items)"),
    REJECTS(500, "true", "source_file || coalesce(member, '') || reason", "max(\"count\")");

    private final int mostRows;
    private final String kind;
    private final String member;
    private final String size;

    PageTable(int mostRows, String kind, String member, String size) {
        this.mostRows = mostRows;
        this.kind = kind;
        this.member = member;
        this.size = size;
    }

    /** Name of the table, and of its folder in release/. */
    String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Rows that the page takes at most. */
    int mostRows() {
        return mostRows;
    }

    /**
     * The rows of the page, in an order that depends on them alone.
     *
     * @param source what to select from
     * @param key columns of the table's key, by which rows of one stratum are sorted
     */
    String sql(String source, Iterable<String> key) {
        String order = "\"" + String.join("\", \"", key) + "\"";
        return """
                WITH all_rows AS (SELECT *, %1$s AS page_kind, %2$s AS page_member FROM %4$s),
                members AS (
                    SELECT page_kind, page_member, count(*) AS n, %3$s AS page_size
                    FROM all_rows GROUP BY page_kind, page_member),
                places AS (
                    SELECT *, row_number() OVER (PARTITION BY page_kind ORDER BY page_size DESC NULLS LAST, page_member)
                        AS page_place FROM members),
                kept AS (
                    SELECT page_kind, page_member, page_place,
                        sum(n) OVER (ORDER BY page_place, page_kind DESC, page_member) AS page_until FROM places)
                SELECT all_rows.* EXCLUDE (page_kind, page_member)
                FROM all_rows JOIN kept USING (page_kind, page_member)
                WHERE page_until <= %5$d ORDER BY page_place, page_kind, page_member, %6$s
                """.formatted(kind, member, size, source, mostRows, order);
    }
}
