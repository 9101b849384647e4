// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tilik.classify.LabelledText;
import org.tilik.classify.TextClassifier;
import org.tilik.classify.evaluate.Evaluation;
import org.tilik.classify.evaluate.GroupMetrics;
import org.tilik.classify.evaluate.HeadMetrics;
import org.tilik.classify.train.LabelledFile;
import org.tilik.pipeline.models.MetricsFile;
import org.tilik.pipeline.study.RunError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tilik evaluate}: how right a model is on labelled texts or on functional tests. */
@Command(
        name = "evaluate",
        description = {
            "Say how right a model is: by head, language and data set, precision, recall, F1, macro-F1 with its interval,"
                    + " area under the ROC curve and calibration error.",
            "FILE is a table as \"tilik train\" reads it, or a folder of functional tests (datasets/functional-tests).",
            "A model looks too good on development texts that it was calibrated on; its card has cross-fitted figures."
        })
final class EvaluateCommand implements Callable<Integer> {
    /** Which part of a table is scored. */
    enum Part {
        DEV,
        TRAIN,
        ALL
    }

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "FILE", description = "Labelled texts, or a folder of functional tests.")
    private Path file;

    @Option(names = "--model", paramLabel = "MODEL", description = "Id or folder of the model. Default: research.")
    private String model = "research";

    @Option(names = "--part", description = "Part of the table: ${COMPLETION-CANDIDATES}. Default: dev.")
    private Part part = Part.DEV;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(file)) {
            throw RunError.study("There is no readable " + file + "; expected labelled texts or functional tests.");
        }
        TextClassifier classifier = ClassifyTextCommand.open(model);
        Evaluation evaluation = new Evaluation(classifier);
        if (Files.isDirectory(file)) {
            FunctionalTests.addTo(evaluation, file);
        } else {
            addTable(evaluation);
        }
        print(classifier.modelId(), evaluation.metrics(FunctionalTests.RESAMPLES, FunctionalTests.SEED));
        return 0;
    }

    private void addTable(Evaluation evaluation) throws IOException {
        for (LabelledFile.Row row : LabelledTexts.read(file)) {
            if (part == Part.ALL || row.training() == (part == Part.TRAIN)) {
                LabelledText text = row.text();
                evaluation.add(text, Map.of("language", text.language(), "dataset", text.source()));
            }
        }
    }

    private void print(String modelId, List<GroupMetrics> metrics) throws IOException {
        PrintWriter out = command.commandLine().getOut();
        if (json) {
            ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
            ObjectNode report = mapper.createObjectNode();
            report.put("model", modelId);
            report.set("metrics", MetricsFile.rows(metrics));
            out.println(mapper.writeValueAsString(report));
            return;
        }
        out.println("Model " + modelId);
        out.printf(
                Locale.ROOT,
                "%-18s %-9s %-26s %7s %7s %9s %7s %7s %7s %-15s %7s %6s%n",
                "head",
                "by",
                "group",
                "texts",
                "label 1",
                "precision",
                "recall",
                "F1",
                "macroF1",
                "95 % interval",
                "AUC",
                "ECE");
        for (GroupMetrics group : metrics) {
            HeadMetrics values = group.metrics();
            out.printf(
                    Locale.ROOT,
                    "%-18s %-9s %-26s %7d %7d %9.3f %7.3f %7.3f %7.3f [%.3f, %.3f]  %7.3f %6.3f%n",
                    group.head().id(),
                    group.groupBy(),
                    group.group(),
                    values.texts(),
                    values.positives(),
                    values.precision(),
                    values.recall(),
                    values.f1(),
                    values.macroF1(),
                    values.macroF1Low(),
                    values.macroF1High(),
                    values.auc(),
                    values.calibrationError());
        }
    }
}
