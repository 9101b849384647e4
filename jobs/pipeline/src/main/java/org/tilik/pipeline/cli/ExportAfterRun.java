// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tilik.pipeline.study.RunError;
import org.tilik.pipeline.study.StudyPaths;

/**
 * Writes the bundle of a run that has ended. The export is a program of its own, which reads tables as any reader does;
 * the launcher says where it is. On a cluster nobody does, and the user is told how to export.
 *
 * @param classPath class path of the export program
 * @param mainClass its main class
 */
record ExportAfterRun(String classPath, String mainClass) {
    /** System property with the class path of the export program. */
    static final String CLASS_PATH_PROPERTY = "tilik.export.classpath";
    /** System property with its main class. */
    static final String MAIN_CLASS_PROPERTY = "tilik.export.main";

    /** The program that the launcher names; empty where it names none. */
    static Optional<ExportAfterRun> named() {
        String classPath = System.getProperty(CLASS_PATH_PROPERTY);
        String mainClass = System.getProperty(MAIN_CLASS_PROPERTY);
        return classPath == null || mainClass == null
                ? Optional.empty()
                : Optional.of(new ExportAfterRun(classPath, mainClass));
    }

    /** Exports where that can be done from here, else says how. */
    static void carryOut(String output, PrintWriter out) throws IOException, InterruptedException {
        Optional<ExportAfterRun> export = named();
        String place = StudyPaths.display(new org.apache.flink.core.fs.Path(output));
        if (export.isEmpty() || !"file".equals(URI.create(output).getScheme())) {
            out.printf("Report: copy run.json and release/ of %s to this machine, then: ./tilik export COPY%n", place);
            out.flush();
            return;
        }
        out.flush();
        export.get().start(place);
    }

    private void start(String output) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        mainClass,
                        "export",
                        output))
                .inheritIO()
                .start();
        int code = process.waitFor();
        if (code != 0) {
            throw RunError.failed(
                    "the tables in " + output + " are whole, but their export ended with code " + code
                            + "; its message is above. Mend that and write the bundle with: tilik export " + output,
                    null);
        }
    }
}
