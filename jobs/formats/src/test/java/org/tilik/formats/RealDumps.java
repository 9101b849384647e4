// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Real dump records. They hold people's words and so are not part of this repository; they lie beside it where the
 * project is developed and checked.
 */
public final class RealDumps {
    private static final Path FOLDER = Path.of("..", "..", "..", "shared", "dumps");

    private RealDumps() {}

    /** The file of this name, or the calling test is skipped; under CI its absence is a failure, not a skip. */
    public static Path file(String name) {
        Path file = FOLDER.resolve(name);
        boolean present = Files.exists(file);
        if (!present && System.getenv("CI") != null) {
            fail("CI must have the real dump records, but " + file + " is missing");
        }
        assumeTrue(present, "no real dump records here");
        return file;
    }
}
