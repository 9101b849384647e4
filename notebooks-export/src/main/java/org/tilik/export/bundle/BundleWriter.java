// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tilik.datasets.MetricRegistry;
import org.tilik.export.ExportError;
import org.tilik.export.RunFolder;
import org.tilik.export.answers.Answers;
import org.tilik.export.notebook.Notebook;
import org.tilik.export.notebook.NotebookPage;
import org.tilik.export.report.ReportPage;

/**
 * Makes a bundle from the output of a run. First the tables that may be published and the published part of run.json
 * are copied; all else is made from these copies, so that no page, sheet or description can say what is not in them. The
 * bundle grows in a folder beside its place and is moved there when it is whole.
 */
public final class BundleWriter {
    private static final String DONE = "done";

    private final MetricRegistry metrics;
    private final Optional<Instant> fixedTime;

    /**
     * A writer.
     *
     * @param metrics what numbers mean
     * @param fixedTime stands for the times of the run, where the bundle is to be the same each time the study is run
     */
    public BundleWriter(MetricRegistry metrics, Optional<Instant> fixedTime) {
        this.metrics = metrics;
        this.fixedTime = fixedTime;
    }

    /** Writes the bundle of this output folder to that folder, which is absent, empty, or an earlier bundle. */
    public void write(Path output, Path to) throws IOException {
        Path target = to.toAbsolutePath().normalize();
        checkApart(output.toAbsolutePath().normalize(), target);
        checkPlace(target);
        Path parent = target.getParent();
        Files.createDirectories(parent);
        Path draft = parent.resolve("." + target.getFileName() + ".unfinished-"
                + ProcessHandle.current().pid());
        try {
            try (RunFolder run = RunFolder.open(output)) {
                checkRun(run);
                Files.createDirectory(draft);
                copyTables(run, draft);
            }
            describe(draft);
            put(draft, target);
        } finally {
            delete(draft);
        }
    }

    private static void checkRun(RunFolder output) {
        if (output.kind() == RunFolder.Kind.BUNDLE) {
            throw ExportError.usage(output.folder() + " is a bundle already; expected the output folder of a run, which"
                    + " has run.json and release/.");
        }
        if (!output.run().status().equals(DONE)) {
            throw ExportError.usage("The last attempt at run " + output.run().runId() + " in " + output.folder()
                    + " is '" + output.run().status() + "', expected 'done': its tables may be of different attempts."
                    + " Run the study to its end first.");
        }
        if (!output.unfinished().isEmpty()) {
            throw ExportError.usage("The tables " + output.unfinished() + " in " + output.folder()
                    + "/release are not finished (no _SUCCESS). Run the study to its end first.");
        }
        if (output.tables().isEmpty()) {
            throw ExportError.usage("There is no finished table in " + output.folder()
                    + "/release, so there is nothing to export. Run the study to its end first.");
        }
    }

    private void copyTables(RunFolder output, Path draft) throws IOException {
        List<ReleaseTable> tables = ReleaseTable.of(output);
        Files.createDirectory(draft.resolve(Bundle.TABLES));
        TableCopies copies = new TableCopies(output);
        for (ReleaseTable table : tables) {
            copies.write(table, draft.resolve(Bundle.parquet(table.name())));
        }
        PlainJson.write(PublishedRun.of(output.run(), fixedTime), draft.resolve(Bundle.RUN));
    }

    private void describe(Path draft) throws IOException {
        try (RunFolder bundle = RunFolder.open(draft)) {
            Glossary glossary = Glossary.of(bundle, metrics);
            Files.createDirectory(draft.resolve(Bundle.CSV));
            for (var table : glossary.tables()) {
                CsvTwin.write(bundle, table, draft.resolve(Bundle.csv(table.name())));
            }
            new TableWorkbook(bundle, glossary, TableWorkbook.MOST_ROWS).write(draft.resolve(Bundle.WORKBOOK));
            text(draft, Bundle.SQL, BundleSql.script(glossary));
            text(draft, Bundle.DICTIONARY, glossary.page());
            AnswersCsv.write(Answers.of(bundle), draft.resolve(Bundle.ANSWERS));
            writeNotebooks(bundle, draft);
            writeRPage(bundle, draft);
            text(draft, Bundle.CITATION, CitationFile.of(bundle.run()));
            Optional<String> card = card(bundle);
            if (card.isPresent()) {
                text(draft, Bundle.MODEL_CARD, card.get());
            }
            text(draft, Bundle.README, new BundleReadme(bundle, glossary).page(card.isPresent()));
            new ReportPage().write(bundle, draft.resolve(Bundle.REPORT));
            PlainJson.write(
                    new DataPackage(bundle.run(), draft).describe(glossary), draft.resolve(Bundle.DATA_PACKAGE));
            PlainJson.write(new RoCrate(bundle.run(), draft).describe(), draft.resolve(Bundle.RO_CRATE));
            Checksums.write(draft);
        }
    }

    private static void writeNotebooks(RunFolder bundle, Path draft) throws IOException {
        Files.createDirectory(draft.resolve(Bundle.NOTEBOOKS));
        for (String name : NotebookPage.NAMES) {
            List<NotebookPage.Cell> cells =
                    NotebookPage.named(name).cellsFor(bundle.tables().keySet());
            if (!cells.isEmpty()) {
                PlainJson.write(
                        Notebook.of(cells), draft.resolve(Bundle.NOTEBOOKS).resolve(name + ".ipynb"));
            }
        }
    }

    private static void writeRPage(RunFolder bundle, Path draft) throws IOException {
        if (bundle.has("removal_curves") && bundle.has("removal_measures")) {
            Path page = draft.resolve(Bundle.R_PAGE);
            Files.createDirectory(page.getParent());
            try (InputStream in = RunFolder.class.getResourceAsStream(Bundle.R_PAGE)) {
                Files.copy(in, page);
            }
        }
    }

    private static Optional<String> card(RunFolder bundle) throws IOException {
        Optional<String> model = bundle.run().modelId();
        return model.isPresent() ? ModelCard.of(model.get()) : Optional.empty();
    }

    private static void text(Path folder, String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    /** A bundle among the tables of the run would be taken for one of them. */
    private static void checkApart(Path output, Path target) {
        for (String area : List.of("release", "restricted", "work")) {
            if (target.startsWith(output.resolve(area))) {
                throw ExportError.usage(target + " lies among the tables of the run, in " + output.resolve(area)
                        + ". Name a folder outside of it with --to.");
            }
        }
    }

    /** Nothing but a bundle is ever replaced, and no bundle into which somebody put files of their own. */
    private static void checkPlace(Path target) throws IOException {
        if (target.getFileName() == null) {
            throw ExportError.usage(target + " is the root of a file system; name a folder for the bundle with --to.");
        }
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            throw ExportError.usage(target + " is not a folder; a bundle is one. Name another place with --to.");
        }
        List<String> there = BundleFiles.in(target);
        if (there.isEmpty()) {
            return;
        }
        if (!there.contains(Bundle.CHECKSUMS) || !there.contains(Bundle.DATA_PACKAGE) || !there.contains(Bundle.RUN)) {
            throw ExportError.usage(target + " is no bundle and not empty (it holds " + there.get(0)
                    + "), so it is not replaced. Name another place with --to, or empty the folder.");
        }
        List<String> foreign = new ArrayList<>(there);
        foreign.removeAll(Checksums.named(target));
        foreign.remove(Bundle.CHECKSUMS);
        if (!foreign.isEmpty()) {
            throw ExportError.usage("The bundle " + target + " holds files that are not its own, such as "
                    + foreign.get(0) + "; they would be lost. Move them elsewhere, or name another place with --to.");
        }
    }

    private static void put(Path draft, Path target) throws IOException {
        if (!Files.exists(target)) {
            Files.move(draft, target);
            return;
        }
        Path earlier = draft.resolveSibling(draft.getFileName() + ".earlier");
        Files.move(target, earlier);
        try {
            Files.move(draft, target);
        } catch (IOException e) {
            Files.move(earlier, target);
            throw e;
        }
        delete(earlier);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
