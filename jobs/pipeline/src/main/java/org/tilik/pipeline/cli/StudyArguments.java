// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.RunFactory;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The study and the folder of its tables, as the commands take them. */
final class StudyArguments {
    @Parameters(
            paramLabel = "STUDY.yaml",
            description = "The study file: a path, or a URI of any file system that Flink knows.")
    private String study;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Folder of the tables, a path or URI. Default: out/<study id> in the working directory.")
    private String output;

    String study() {
        return study;
    }

    String output() {
        return output;
    }

    Run run(RunFactory runs) {
        return runs.create(study, output);
    }
}
