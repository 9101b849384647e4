// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.tilik.classify.ModelClassifier;
import org.tilik.classify.evaluate.Evaluation;
import org.tilik.classify.evaluate.GroupMetrics;
import org.tilik.classify.features.ConceptFiles;
import org.tilik.classify.features.ConceptLexicon;
import org.tilik.classify.heads.Model;
import org.tilik.classify.heads.ModelFile;
import org.tilik.classify.language.NgramLanguages;
import org.tilik.classify.train.ConstructionGrammar;
import org.tilik.classify.train.LabelledFile;
import org.tilik.classify.train.ModelTrainer;
import org.tilik.classify.train.Templates;
import org.tilik.classify.train.Tier;
import org.tilik.classify.train.TrainedModel;
import org.tilik.classify.train.TrainingSettings;
import org.tilik.pipeline.models.MetricsFile;
import org.tilik.pipeline.models.ModelCard;
import org.tilik.pipeline.models.ModelPlace;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.RunError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tilik train}: a model from labelled texts and constructions. */
@Command(
        name = "train",
        description = {
            "Train a model on labelled texts; writes model.bin and metrics.json into a folder. The same texts, taxonomy and"
                    + " settings give the same model. Takes a few minutes; a heap of 9 GB is enough for 400,000 texts.",
            "The file is a table with tabs: dataset, tier (P, NC, R), lang, split (train, dev), hateful, offensive,"
                    + " counter, text; labels 1, 0 or empty; gzip is told by content."
        })
final class TrainCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "FILE", description = "Labelled texts.")
    private Path file;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder of the model; its name is the model's.")
    private Path out;

    @Option(
            names = "--tiers",
            split = ",",
            paramLabel = "TIER",
            description = "Licence tiers to learn from. Default: P. Weights that learnt from R must not be passed on.")
    private List<Tier> tiers = List.of(Tier.P);

    @Option(
            names = "--taxonomy",
            paramLabel = "DIR",
            description = "Folder with concepts, constructions and everyday sentences. Default: datasets/taxonomy.")
    private Path taxonomy = Path.of("datasets/taxonomy");

    @Option(
            names = "--functional-tests",
            paramLabel = "DIR",
            description = "Folder with functional tests, for the model card. Default: datasets/functional-tests.")
    private Path functionalTests = Path.of("datasets/functional-tests");

    @Override
    public Integer call() throws IOException {
        Set<Tier> allowed = EnumSet.copyOf(tiers);
        PrintWriter messages = command.commandLine().getErr();
        List<LabelledFile.Row> rows = readRows(allowed);
        ConceptLexicon lexicon = taxonomy("concepts", ConceptFiles::read);
        Templates templates = new Templates(
                taxonomy("constructions", TrainCommand::grammars), taxonomy("everyday", TrainCommand::grammars));
        if (!Files.isDirectory(everydayTests())) {
            // Told before the minutes of training, not behind them.
            throw RunError.study("There is no folder " + everydayTests() + "; give the folder of functional tests in"
                    + " --functional-tests, or run where datasets/functional-tests is.");
        }
        TrainingSettings settings = TrainingSettings.standard();
        String name = out.toAbsolutePath().normalize().getFileName().toString();
        ModelTrainer trainer = new ModelTrainer(settings, NgramLanguages.standard(), lexicon, line -> {
            messages.println(line);
            messages.flush();
        });
        TrainedModel trained = trainer.train(name, rows, allowed, templates);
        Files.createDirectories(out);
        try (OutputStream target = new BufferedOutputStream(Files.newOutputStream(out.resolve(ModelFile.NAME)))) {
            ModelFile.write(trained.model(), target);
        }
        Files.writeString(
                out.resolve(ModelPlace.METRICS), JSON.writeValueAsString(report(trained, settings, allowed)) + "\n");
        Files.writeString(
                out.resolve(ModelCard.NAME),
                ModelCard.of(
                        trained,
                        allowed,
                        tested(trained.model(), functionalTests),
                        tested(trained.model(), everydayTests())));
        command.commandLine()
                .getOut()
                .println(new ModelPlace(out.toAbsolutePath().toString()).modelId() + " is in " + out);
        return 0;
    }

    private Path everydayTests() {
        return functionalTests.resolve("everyday");
    }

    private static List<GroupMetrics> tested(Model model, Path tests) throws IOException {
        Evaluation evaluation = new Evaluation(new ModelClassifier(model.name(), model, NgramLanguages.standard()));
        FunctionalTests.addTo(evaluation, tests);
        return evaluation.metrics(FunctionalTests.RESAMPLES, FunctionalTests.SEED);
    }

    private List<LabelledFile.Row> readRows(Set<Tier> allowed) throws IOException {
        if (!Files.isReadable(file)) {
            throw RunError.study("There is no readable file " + file + "; expected labelled texts.");
        }
        List<LabelledFile.Row> rows = LabelledTexts.read(file);
        for (boolean training : new boolean[] {true, false}) {
            if (rows.stream().noneMatch(row -> allowed.contains(row.tier()) && row.training() == training)) {
                throw RunError.study(file + " has no texts of tiers " + allowed + " with split "
                        + (training ? "train" : "dev") + "; a model needs both.");
            }
        }
        return rows;
    }

    /** What reads a folder. */
    @FunctionalInterface
    private interface FolderReader<T> {
        T read(Path folder) throws IOException;
    }

    private <T> T taxonomy(String part, FolderReader<T> reader) throws IOException {
        Path folder = taxonomy.resolve(part);
        if (!Files.isDirectory(folder)) {
            throw RunError.study("There is no folder " + folder + "; give the folder with concepts, constructions and"
                    + " everyday sentences in --taxonomy, or run where datasets/taxonomy is.");
        }
        try {
            return reader.read(folder);
        } catch (NoSuchFileException e) {
            throw RunError.study("There is no file " + e.getMessage() + ".", e);
        } catch (IllegalArgumentException e) {
            throw RunError.study(folder + ": " + e.getMessage(), e);
        }
    }

    private static List<ConstructionGrammar> grammars(Path folder) throws IOException {
        List<ConstructionGrammar> grammars = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path grammar : files.filter(path -> path.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                grammars.add(ConstructionGrammar.read(grammar));
            }
        }
        return grammars;
    }

    private ObjectNode report(TrainedModel trained, TrainingSettings settings, Set<Tier> allowed) throws IOException {
        ObjectNode report = JSON.createObjectNode();
        report.put("model", trained.model().name());
        report.put("tilik", Run.TOOL_VERSION);
        report.set("tiers", JSON.valueToTree(allowed));
        report.put("labelled_file_sha256", sha256(List.of(file)));
        report.put("taxonomy_sha256", sha256(taxonomyFiles()));
        report.set("settings", JSON.valueToTree(settings));
        report.set("training_texts", JSON.valueToTree(trained.trainingTexts()));
        report.put("construction_sentences", trained.constructions());
        report.set("metrics", MetricsFile.rows(trained.metrics()));
        report.set("baseline_metrics", MetricsFile.rows(trained.baseline()));
        return report;
    }

    private List<Path> taxonomyFiles() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String part : List.of("concepts", "constructions", "everyday")) {
            try (Stream<Path> files = Files.list(taxonomy.resolve(part))) {
                all.addAll(files.filter(path -> !path.toString().endsWith(".md"))
                        .sorted()
                        .toList());
            }
        }
        return all;
    }

    private static String sha256(List<Path> files) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path path : files) {
                digest.update(Files.readAllBytes(path));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
