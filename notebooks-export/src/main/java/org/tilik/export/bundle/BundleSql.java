// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.bundle;

import org.tilik.export.TableSchema;

/** The script of views for DuckDB. */
final class BundleSql {
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
        return sql.toString();
    }
}
