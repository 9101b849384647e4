// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.flink.core.fs.Path;
import org.tilik.formats.container.ReadLimits;
import org.tilik.pipeline.study.InputFile;
import org.tilik.pipeline.study.PseudonymKey;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.RunError;
import org.tilik.pipeline.study.RunFactory;
import org.tilik.pipeline.study.Study;
import org.tilik.pipeline.study.StudyInputs;
import org.tilik.pipeline.study.StudyLoader;
import org.tilik.pipeline.study.StudyPaths;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tilik plan}: checks a study and samples its inputs without running anything. */
@Command(
        name = "plan",
        description = "Check a study and say what a run would read: inputs, formats, sizes, records and times reckoned"
                + " from samples, memory and disk. Nothing is written.")
final class PlanCommand implements Callable<Integer> {
    private static final String NO_KEY = "none";

    @Spec
    private CommandSpec command;

    @Mixin
    private StudyArguments arguments;

    @Option(
            names = "--sample",
            paramLabel = "MIB",
            defaultValue = "8",
            description = "Stored MiB to read from the beginning of each input. Default: ${DEFAULT-VALUE}.")
    private int sampleMib;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            description = "Slots of the run that is planned, for its memory. Default: the number of cores.")
    private Integer parallelism;

    @Option(names = "--json", description = "Print the plan as JSON.")
    private boolean json;

    private final RunFactory runs;

    PlanCommand(RunFactory runs) {
        this.runs = runs;
    }

    @Override
    public Integer call() throws IOException {
        int slots = parallelism == null ? Runtime.getRuntime().availableProcessors() : parallelism;
        if (sampleMib < 1 || slots < 1) {
            throw new ParameterException(
                    command.commandLine(), "--sample and --parallelism must be whole numbers from 1.");
        }
        StudyPlan plan = plan(slots);
        PrintWriter out = command.commandLine().getOut();
        if (json) {
            out.println(Json.text(plan));
        } else {
            plan.print(out);
        }
        out.flush();
        return 0;
    }

    private StudyPlan plan(int slots) throws IOException {
        String file = StudyPaths.absolute(arguments.study());
        Study study = StudyLoader.load(file);
        String output = RunFactory.output(study, arguments.output());
        String shownOutput = StudyPaths.display(new Path(output));
        String key;
        try {
            key = PseudonymKey.of(study, file).keyId();
        } catch (RunError missing) {
            // A dry run is worth having before the key is made.
            List<InputFile> inputs = new StudyInputs(study, file, output, NO_KEY).find();
            String todo = "MISSING. " + missing.getMessage();
            return StudyPlan.of(study.id(), null, shownOutput, todo, sampled(inputs), slots, openWindows());
        }
        Run run = runs.create(arguments.study(), arguments.output());
        return StudyPlan.of(study.id(), run.runId(), shownOutput, key, sampled(run.inputs()), slots, openWindows());
    }

    private static int openWindows() {
        return ReadLimits.configured().maxOpenWindows();
    }

    private List<InputPlan> sampled(List<InputFile> inputs) throws IOException {
        List<InputPlan> plans = new ArrayList<>();
        for (InputFile input : inputs) {
            plans.add(InputSample.plan(input, (long) sampleMib << 20));
        }
        return plans;
    }
}
