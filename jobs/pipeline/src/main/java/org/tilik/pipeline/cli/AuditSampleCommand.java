// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.flink.core.fs.FileSystem.WriteMode;
import org.apache.flink.core.fs.Path;
import org.tilik.classify.Head;
import org.tilik.pipeline.audit.AuditSample;
import org.tilik.pipeline.audit.AuditSheet;
import org.tilik.pipeline.study.RunError;
import org.tilik.pipeline.study.StudyPaths;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableManifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tilik audit-sample}: draws items for people to code. */
@Command(
        name = "audit-sample",
        description = "Draw a stratified random sample of scored items for people to code, also below every threshold,"
                + " with the probability by which each was drawn. Strata are platform, language and score band.",
        footer = "%nGive the sheet to two coders or more; then: tilik agreement FILE...")
final class AuditSampleCommand implements Callable<Integer> {
    private static final long SEED = 20190315;

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "OUTPUT_DIR", description = "The output folder of a run, a path or URI.")
    private String output;

    @Option(names = "-n", paramLabel = "N", defaultValue = "500", description = "Number of items. Default: 500.")
    private int size;

    @Option(names = "--seed", description = "Seed of the draw. Default: " + SEED + ".")
    private long seed = SEED;

    @Option(names = "--format", defaultValue = "csv", description = "csv or xlsx. Default: csv.")
    private AuditSheet.Form form;

    @Option(
            names = "--head",
            defaultValue = "hateful",
            description = "Head whose score makes the bands: hateful, offensive, counter or extremist_support."
                    + " Default: hateful.")
    private String head;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Where to write the sheet. Default: audit-sample.csv in restricted/ of OUTPUT_DIR. What its strata"
                            + " stand for goes beside it, into FILE.design.csv, which coders should not see.")
    private String out;

    @Override
    public Integer call() throws IOException {
        if (size < 1) {
            throw new ParameterException(command.commandLine(), "-n is " + size + "; expected a number from 1.");
        }
        Head by = Head.byId(head)
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(), "--head is " + head + "; expected one of " + heads() + "."));
        String folder = StudyPaths.absolute(output);
        checkTables(folder);
        Path sheet =
                new Path(out == null ? folder + "/restricted/audit-sample." + form.ending() : StudyPaths.absolute(out));
        Path design = new Path(sheet + ".design.csv");
        checkAbsent(sheet);
        AuditSample sample = AuditSample.draw(folder, by, size, seed);
        try (OutputStream stream = sheet.getFileSystem().create(sheet, WriteMode.NO_OVERWRITE)) {
            AuditSheet.write(sample, form, stream);
        }
        try (OutputStream stream = design.getFileSystem().create(design, WriteMode.OVERWRITE)) {
            AuditSheet.writeDesign(sample.design(), by.id(), stream);
        }
        report(sample, sheet, design);
        return 0;
    }

    private static String heads() {
        return Arrays.stream(Head.values()).map(Head::id).collect(Collectors.joining(", "));
    }

    private void checkTables(String folder) throws IOException {
        for (Table<?> table : new Table<?>[] {Table.ITEMS, Table.LABELS}) {
            Path path = new Path(folder + "/restricted/" + table.name());
            if (!TableManifest.isFinished(path)) {
                throw RunError.study("There is no finished table of " + table.name() + " in " + output
                        + "; expected the output folder of a run. Run \"tilik run\" on the study first.");
            }
        }
        String items = TableManifest.read(new Path(folder + "/restricted/" + Table.ITEMS.name()))
                .runId();
        String labels = TableManifest.read(new Path(folder + "/restricted/" + Table.LABELS.name()))
                .runId();
        if (!items.equals(labels)) {
            throw RunError.study("The items in " + output + " were made by run " + items + " and the labels by run "
                    + labels + ". Run \"tilik classify\" on the study again first.");
        }
    }

    private static void checkAbsent(Path sheet) throws IOException {
        if (sheet.getFileSystem().exists(sheet)) {
            throw RunError.study(StudyPaths.display(sheet) + " is there already and may hold what coders wrote. Move it"
                    + " away, or name another file by --out.");
        }
    }

    private void report(AuditSample sample, Path sheet, Path design) {
        PrintWriter printer = command.commandLine().getOut();
        printer.printf(
                Locale.ROOT,
                "%,d items of %,d scored ones, from %d strata%n",
                sample.items().size(),
                sample.design().cells().stream()
                        .mapToLong(cell -> cell.inFrame())
                        .sum(),
                sample.design().cells().size());
        printer.printf("for coders        %s%n", StudyPaths.display(sheet));
        printer.printf("for the analysis  %s%n", StudyPaths.display(design));
        printer.println("The sheet holds the words of people, and words may name them: hand it to coders only, do not"
                + " publish it, and delete it when it is coded. Its last two columns must come back unchanged.");
        printer.flush();
    }
}
