// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.language;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Rows of a tab-separated table that stands beside the weights and is used for training alone; {@code #} comments. */
final class TrainingTable {
    private TrainingTable() {}

    static List<String[]> rows(String name, int columns) throws IOException {
        List<String[]> rows = new ArrayList<>();
        try (InputStream in = TrainingTable.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException(name + " is not on the class path");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] row = line.split("\t", -1);
                    if (row.length != columns) {
                        throw new IOException("expected " + columns + " columns in " + name + ", found: " + line);
                    }
                    rows.add(row);
                }
            }
        }
        return rows;
    }
}
