// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.bundle;

/** Names of what lies in a bundle, relative to its folder. */
public final class Bundle {
    /** What is here, which run, how to cite it and how to open it. */
    public static final String README = "README.md";
    /** The report. */
    public static final String REPORT = "report.html";
    /** Answers to the questions of the public record. */
    public static final String ANSWERS = "answers.csv";
    /** Folder of Parquet files, one a table. */
    public static final String TABLES = "tables";
    /** Folder of CSV files, one a table. */
    public static final String CSV = "csv";
    /** All tables in one workbook. */
    public static final String WORKBOOK = "tables.xlsx";
    /** Views over the Parquet files for DuckDB. */
    public static final String SQL = "tables.sql";
    /** Folder of notebooks. */
    public static final String NOTEBOOKS = "notebooks";
    /** The R page; only where there are removal curves and measures. */
    public static final String R_PAGE = "R/03-removal.Rmd";
    /** What columns and metrics mean. */
    public static final String DICTIONARY = "DATA_DICTIONARY.md";
    /** How right the classifier is; only where the model came with the program. */
    public static final String MODEL_CARD = "MODEL_CARD.md";
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

    /** The Parquet file of a table. */
    public static String parquet(String table) {
        return TABLES + "/" + table + ".parquet";
    }

    /** The CSV file of a table. */
    public static String csv(String table) {
        return CSV + "/" + table + ".csv";
    }
}
