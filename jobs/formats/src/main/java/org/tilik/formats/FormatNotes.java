// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * What people should know of a format before they use it, as its row in the table of formats of this module's README says,
 * which a test holds against the decoders.
 *
 * @param records what its records are
 * @param timeQuality how exact its times are
 * @param unknowable what it cannot say
 */
public record FormatNotes(String records, String timeQuality, String unknowable) {
    private static final String TABLE = "README.md";
    private static final int RECORDS = 2;
    private static final int TIME_QUALITY = 4;
    private static final int UNKNOWABLE = 5;

    /** The notes about this format. */
    public static FormatNotes of(DumpFormat format) {
        String beginning = "| `" + format.id() + "` |";
        List<String> cells = table().lines()
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
                .orElseThrow(
                        () -> new IllegalStateException("The table of formats has no row for " + format.id() + "."));
        return new FormatNotes(cells.get(RECORDS), cells.get(TIME_QUALITY), cells.get(UNKNOWABLE));
    }

    private static String table() {
        try (InputStream in = FormatNotes.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its own table of formats; build it again.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own table of formats cannot be read.", e);
        }
    }
}
