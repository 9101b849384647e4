// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.flink.core.fs.Path;

/**
 * A fingerprint of a table's rows that does not depend on their order or on how they are spread over files: the sum of
 * the rows' SHA-256 values modulo 2^256. Equal rows count as often as they occur.
 *
 * @param table name of the table
 * @param rows number of rows
 * @param digest 64 hex digits
 */
public record TableDigest(String table, long rows, String digest) {
    private static final int BITS = 256;
    private static final int HEX_DIGITS = 64;

    /** The digest of the finished table in this folder. */
    public static <R extends Record> TableDigest of(Table<R> table, Path folder) throws IOException {
        Sum sum = new Sum();
        TableReader.forEach(table, folder, sum::add);
        String hex = sum.total.toString(16);
        return new TableDigest(table.name(), sum.rows, "0".repeat(HEX_DIGITS - hex.length()) + hex);
    }

    private static final class Sum {
        private final MessageDigest sha256;
        private BigInteger total = BigInteger.ZERO;
        private long rows;

        Sum() {
            try {
                sha256 = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("This Java lacks SHA-256, which every JDK must have.", e);
            }
        }

        /** A record's text names every component and its value. */
        void add(Record row) {
            byte[] hash = sha256.digest(row.toString().getBytes(StandardCharsets.UTF_8));
            total = total.add(new BigInteger(1, hash)).mod(BigInteger.ONE.shiftLeft(BITS));
            rows++;
        }
    }
}
