// SPDX-License-Identifier: GPL-3.0-or-later

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/** Writes the intervals of an output for the R page, with the query that the page gives its readers. */
public final class Intervals {
    private Intervals() {}

    public static void main(String[] arguments) throws Exception {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute("COPY (SELECT unnest(strata) AS stratum, entry_hours AS entry, lower_hours AS lower,"
                    + " upper_hours AS upper FROM read_parquet('" + arguments[0]
                    + "/restricted/episodes/_attempt/*/*/*/*.parquet')) TO '" + arguments[1] + "'");
        }
    }
}
