// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The table schemas and the metric registry as text, read from the class path. */
public final class Schemas {
    private static final String FOLDER = "/org/tilik/datasets/";

    private Schemas() {}

    /** The Avro schema of this table, for instance {@code episodes}. */
    public static String avro(String table) {
        return text("schemas/" + table + ".avsc", "a schema of table '" + table + "'");
    }

    /** The metric registry, {@code metrics.yaml}. */
    public static String metrics() {
        return text("metrics.yaml", "the metric registry");
    }

    private static String text(String name, String what) {
        try (InputStream in = Schemas.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no " + FOLDER + name + " on the class path, where " + what
                        + " was expected; add datasets/" + name + " or correct the name.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + FOLDER + name + " from the class path", e);
        }
    }
}
