// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tilik.datasets.generate.ArchiveStyle;
import org.tilik.datasets.generate.World;
import org.tilik.datasets.generate.WorldSettings;
import org.tilik.pipeline.study.StudyPaths;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tilik simulate}: fictional dumps in real containers, and the truth about them. */
@Command(
        name = "simulate",
        description = "Write seeded fictional Reddit dumps, re-checks, referrals, a known list and studies to run, and"
                + " under truth/ what truly happened as tables. The same seed and number give the same bytes.")
final class SimulateCommand implements Callable<Integer> {
    private static final String TRUTH = "truth";

    /** Names of the styles, for the help. */
    static final class Styles implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return ids().iterator();
        }

        static List<String> ids() {
            return Arrays.stream(ArchiveStyle.values()).map(Styles::id).toList();
        }

        private static String id(ArchiveStyle style) {
            return style.name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private CommandSpec command;

    @Option(names = "--items", paramLabel = "N", required = true, description = "Number of items posted.")
    private long items;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder to write to.")
    private Path folder;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "20190315",
            description = "Seed of all draws. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--style",
            paramLabel = "STYLE",
            completionCandidates = Styles.class,
            description = "How the imitated archive looked at items: ${COMPLETION-CANDIDATES}."
                    + " Default: submissions as arctic_shift, comments as pushshift.")
    private String style;

    @Override
    public Integer call() throws IOException {
        if (items < 1) {
            throw new ParameterException(command.commandLine(), "--items is " + items + "; expected a number from 1.");
        }
        WorldSettings settings = WorldSettings.reddit(seed, items);
        if (style != null) {
            ArchiveStyle chosen = chosenStyle();
            settings = settings.with().styles(chosen, chosen).build();
        }
        Path truth = folder.resolve(TRUTH);
        String tables = StudyPaths.absolute(truth.toString());
        try (TruthTables rows = new TruthTables(new org.apache.flink.core.fs.Path(tables), "simulated-" + seed)) {
            new World(settings).writeTo(folder, rows);
            Files.writeString(truth.resolve("TRUTH.json"), rows.summary().toJson());
        }
        command.commandLine()
                .getOut()
                .printf(
                        "Wrote %,d items to %s; run it with: tilik run %s%n",
                        items, folder, folder.resolve("study.yaml"));
        command.commandLine().getOut().flush();
        return 0;
    }

    private ArchiveStyle chosenStyle() {
        return Arrays.stream(ArchiveStyle.values())
                .filter(known -> Styles.id(known).equals(style))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(),
                        "--style is " + style + "; expected one of " + String.join(", ", Styles.ids()) + "."));
    }
}
