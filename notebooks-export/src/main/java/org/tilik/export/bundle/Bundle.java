// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.bundle;

/** Names of what lies in a bundle, relative to its folder. */
public final class Bundle {
    /** What is here, which run, how to cite it and how to open it. */
    public static final String README = "README.md";
    /** The report. */
    public static final String REPORT = "report.html";
    /** Folder of Parquet files, one a table. */
    public static final String TABLES = "tables";
    /** Folder of CSV files, one a table. */
    public static final String CSV = "csv";
    /** All tables in one workbook. */
    public static final String WORKBOOK = "tables.xlsx";
    /** Views over the Parquet files for DuckDB. */
    public static final String SQL = "tables.sql";
    /** Data Package, version 2. */
    public static final String DATA_PACKAGE = "datapackage.json";
    /** RO-Crate: what was made from what. */
    public static final String RO_CRATE = "ro-crate-metadata.json";
    /** How to cite it. */
    public static final String CITATION = "CITATION.cff";
    /** What the run said of itself, without what is not for publication. */
    public static final String RUN = "run.json";
    /** Digests of all other files. */
    public static final String CHECKSUMS = "SHA256SUMS";

    private Bundle() {}
}
