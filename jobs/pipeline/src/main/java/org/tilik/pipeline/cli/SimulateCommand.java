// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.tilik.datasets.generate.ArchiveStyle;
import org.tilik.datasets.generate.OneWorld;
import org.tilik.datasets.generate.Site;
import org.tilik.datasets.generate.StreamPlan.Packing;
import org.tilik.datasets.generate.World;
import org.tilik.datasets.generate.WorldSettings;
import org.tilik.datasets.generate.WorldSettingsBuilder;
import org.tilik.datasets.worlds.FormatFolders;
import org.tilik.datasets.worlds.WorldFormat;
import org.tilik.datasets.worlds.WorldLedger;
import org.tilik.pipeline.study.StudyPaths;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tilik simulate}: fictional dumps in real containers, and the truth about them. */
@Command(
        name = "simulate",
        description =
                "Write seeded fictional dumps of Reddit and of Twitter's stream, re-checks, referrals, a known list"
                        + " and studies to run, and under truth/ what truly happened as tables. Equal options give the same"
                        + " bytes.")
final class SimulateCommand implements Callable<Integer> {
    private static final String TRUTH = "truth";
    /** Options that only the month on Reddit and Twitter's stream has. */
    private static final List<String> OF_ONE_MONTH =
            List.of("--style", "--platforms", "--sampling", "--gaps", "--packing");

    /** Names of the styles, for the help. */
    static final class Styles extends Names {
        Styles() {
            super(ArchiveStyle.values());
        }
    }

    /** Names of the platforms, for the help. */
    static final class Platforms extends Names {
        Platforms() {
            super(Site.values());
        }
    }

    /** Names of the packings, for the help. */
    static final class Packings extends Names {
        Packings() {
            super(Packing.values());
        }
    }

    /** Names of the formats, for the help. */
    static final class Formats extends Names {
        Formats() {
            super(WorldFormat.values(), WorldLedger.values());
        }
    }

    /** The constants of an enum by their lower-case names. */
    private abstract static class Names implements Iterable<String> {
        private final List<String> ids;

        Names(Enum<?>[]... constants) {
            ids = ids(constants);
        }

        private static List<String> ids(Enum<?>[]... constants) {
            return Arrays.stream(constants)
                    .flatMap(Arrays::stream)
                    .map(Names::id)
                    .toList();
        }

        @Override
        public Iterator<String> iterator() {
            return ids.iterator();
        }

        private static String id(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
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

    @Option(
            names = "--platforms",
            paramLabel = "P",
            split = ",",
            completionCandidates = Platforms.class,
            description = "Platforms on which items are posted, of ${COMPLETION-CANDIDATES}. Default: both, half each.")
    private List<String> platforms = List.of("reddit", "twitter");

    @Option(
            names = "--sampling",
            paramLabel = "SHARE",
            defaultValue = "1",
            description = "Share of Twitter's posts that the stream delivers; 0.01 is the public sample."
                    + " Default: ${DEFAULT-VALUE}.")
    private double sampling;

    @Option(
            names = "--gaps",
            paramLabel = "N",
            defaultValue = "2",
            description = "Number of gaps in the stream, of up to an hour each. Default: ${DEFAULT-VALUE}.")
    private int gaps;

    @Option(
            names = "--packing",
            paramLabel = "PACKING",
            defaultValue = "tar",
            completionCandidates = Packings.class,
            description = "How the stream's files of a minute are packed, one archive a day: ${COMPLETION-CANDIDATES}."
                    + " Default: ${DEFAULT-VALUE}, as archive.org has it.")
    private String packing;

    @Option(
            names = "--formats",
            paramLabel = "F",
            split = ",",
            completionCandidates = Formats.class,
            description =
                    "Write one world in each of these formats instead, of ${COMPLETION-CANDIDATES}: the same items"
                            + " and removals, as far as each can tell them; at most one format of each platform. The"
                            + " ledgers dsa_sor, lumen and tco state what the platform removed.")
    private List<String> formats = List.of();

    @Override
    public Integer call() throws IOException {
        if (items < 1) {
            throw new ParameterException(command.commandLine(), "--items is " + items + "; expected a number from 1.");
        }
        if (!formats.isEmpty()) {
            writeFormats();
        } else {
            writeMonth();
        }
        command.commandLine()
                .getOut()
                .printf(
                        "Wrote %,d items to %s; run it with: tilik run %s%n",
                        items, folder, folder.resolve("study.yaml"));
        command.commandLine().getOut().flush();
        return 0;
    }

    private void writeFormats() throws IOException {
        for (String other : OF_ONE_MONTH) {
            if (command.commandLine().getParseResult().hasMatchedOption(other)) {
                throw new ParameterException(
                        command.commandLine(), other + " says nothing about --formats; leave out one of them.");
            }
        }
        Set<WorldFormat> chosen = EnumSet.noneOf(WorldFormat.class);
        Set<WorldLedger> ledgers = EnumSet.noneOf(WorldLedger.class);
        for (String name : formats) {
            WorldLedger.of(name).ifPresentOrElse(ledgers::add, () -> chosen.add(format(name)));
        }
        try {
            OneWorld world = new OneWorld(seed, items);
            new FormatFolders(world.items(), world.watchedUntil())
                    .writeTo(folder, "simulated-" + seed, chosen, ledgers);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--formats: " + e.getMessage() + ".", e);
        }
    }

    private void writeMonth() throws IOException {
        WorldSettings settings = settings();
        Path truth = folder.resolve(TRUTH);
        String tables = StudyPaths.absolute(truth.toString());
        try (TruthTables rows = new TruthTables(new org.apache.flink.core.fs.Path(tables), "simulated-" + seed)) {
            new World(settings).writeTo(folder, rows);
            Files.writeString(truth.resolve("TRUTH.json"), rows.summary().toJson());
        }
    }

    private WorldSettings settings() {
        WorldSettings start = onPlatforms();
        try {
            WorldSettingsBuilder chosen = start.with();
            if (style != null) {
                ArchiveStyle everywhere = chosen("--style", style, ArchiveStyle.class);
                chosen.styles(everywhere, everywhere);
            }
            return chosen.sampling(sampling)
                    .gaps(gaps)
                    .packing(chosen("--packing", packing, Packing.class))
                    .build();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage() + ".", e);
        }
    }

    private WorldSettings onPlatforms() {
        Set<Site> sites = EnumSet.noneOf(Site.class);
        platforms.forEach(name -> sites.add(chosen("--platforms", name, Site.class)));
        if (sites.size() == Site.values().length) {
            return WorldSettings.of(seed, items);
        }
        return sites.contains(Site.TWITTER) ? WorldSettings.twitter(seed, items) : WorldSettings.reddit(seed, items);
    }

    private <E extends Enum<E>> E chosen(String option, String name, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(known -> Names.id(known).equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(option, name, Names.ids(type.getEnumConstants())));
    }

    private WorldFormat format(String name) {
        return WorldFormat.of(name).orElseThrow(() -> unknown("--formats", name, new Formats()));
    }

    private ParameterException unknown(String option, String name, Iterable<String> known) {
        return new ParameterException(
                command.commandLine(), option + " is " + name + "; expected one of " + String.join(", ", known) + ".");
    }
}
