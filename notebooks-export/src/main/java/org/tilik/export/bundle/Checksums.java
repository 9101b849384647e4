// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tilik.export.Digest;

/** The list of digests that {@code sha256sum -c} checks. */
final class Checksums {
    private static final String BETWEEN = "  ";

    private Checksums() {}

    static void write(Path folder) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String file : BundleFiles.in(folder)) {
            lines.append(Digest.of(folder.resolve(file)))
                    .append(BETWEEN)
                    .append(file)
                    .append('\n');
        }
        Files.writeString(folder.resolve(Bundle.CHECKSUMS), lines, StandardCharsets.UTF_8);
    }

    /** Files that the list of this folder names. */
    static List<String> named(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve(Bundle.CHECKSUMS), StandardCharsets.UTF_8).stream()
                .filter(line -> line.contains(BETWEEN))
                .map(line -> line.substring(line.indexOf(BETWEEN) + BETWEEN.length()))
                .toList();
    }
}
