// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Runs an R script over the files of a folder. */
public final class RScript {

    private static final int MINUTES = 8;

    private RScript() {}

    public static void run(Path script, Path folder) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("Rscript", script.toString(), folder.toString());
        Path log = folder.resolve("R.log");
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new IOException(
                    "Rscript could not be started. The profile r compares with R: install it with the packages survival,"
                            + " cmprsk and etm (Debian: r-base-core r-cran-survival r-cran-cmprsk r-cran-etm), or build"
                            + " without -Pr.",
                    e);
        }
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            fail(script + " took more than " + MINUTES + " minutes; what it printed is in " + log + ".");
        }
        if (process.exitValue() != 0) {
            fail(script + " ended with code " + process.exitValue() + "; what it printed is in " + log + ".");
        }
    }
}
