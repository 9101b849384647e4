// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.benchmark;

import java.io.IOException;
import java.nio.file.Path;

/** The script that a researcher would write: zstd in a pipe, one JSON object a line, chosen fields into CSV. */
final class Python {
    private Python() {}

    /** The script with orjson where that is installed, else with the standard library and named so. */
    static Contender contender(int threads, Path dump, Path folder) throws IOException, InterruptedException {
        boolean orjson = has("orjson");
        if (!orjson) {
            System.err.println(
                    "python3 has no orjson (Debian: python3-orjson); its slower standard json takes its place.");
        }
        Path output = folder.resolve("out-python.csv");
        return Contender.program(
                orjson ? "Python, orjson, CSV" : "Python, standard json, CSV",
                threads,
                output,
                "python3",
                Path.of(System.getProperty("tilik.benchmark"), "src/main/python/select_fields.py")
                        .toString(),
                dump.toString(),
                output.toString());
    }

    private static boolean has(String module) throws IOException, InterruptedException {
        return new ProcessBuilder("python3", "-c", "import " + module).start().waitFor() == 0;
    }
}
