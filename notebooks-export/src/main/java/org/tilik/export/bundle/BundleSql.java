// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.bundle;

import org.tilik.export.TableSchema;

/** The script of views for DuckDB. */
final class BundleSql {
    private static final String COMPLIANCE_MET = """

            -- Compliance as it is cited: the share met, between the least and the most that the data allow.
            CREATE OR REPLACE VIEW release.compliance_met AS
            SELECT commitment, jurisdiction, platform, period, is_signatory, metric_id, deadline_hours, clock, legal_basis,
                   evidence_level, n_items, coalesce(estimate, bound_low) AS met_low, estimate AS met,
                   coalesce(estimate, bound_high) AS met_high, ci_low, ci_high, identifiability, correction_method,
                   suppressed, row_id, run_id
            FROM release.compliance;
            """;

    private BundleSql() {}

    static String script(Glossary glossary) {
        StringBuilder sql = new StringBuilder("""
                -- Views over the tables of this bundle, named as in the output of the run: release.<table>.
                -- Start inside the bundle (the folder with this file):
                --
                --     duckdb -init tables.sql

                SET TimeZone = 'UTC';

                CREATE SCHEMA IF NOT EXISTS release;
                """);
        for (TableSchema table : glossary.tables()) {
            sql.append("\n-- ").append(table.doc()).append('\n');
            sql.append("CREATE OR REPLACE VIEW release.").append(table.name()).append(" AS\n");
            sql.append("SELECT * FROM read_parquet('")
                    .append(Bundle.parquet(table.name()))
                    .append("');\n");
        }
        if (glossary.tables().stream().anyMatch(table -> table.name().equals("compliance"))) {
            sql.append(COMPLIANCE_MET);
        }
        return sql.toString();
    }
}
