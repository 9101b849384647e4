// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tilik.classify.Classification;
import org.tilik.classify.TextClassifier;
import org.tilik.pipeline.models.ModelPlace;
import org.tilik.pipeline.study.RunError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tilik classify-text}: language and probabilities of texts, line by line. */
@Command(
        name = "classify-text",
        description = {
            "Label texts: reads lines of id, tab, text; writes lines of id, language, language_confidence, label and the"
                    + " probabilities of hateful, offensive, counter and extremist_support, in the same order.",
            "extremist_support is experimental: no licensed labelled text exists for it."
        })
final class ClassifyTextCommand implements Callable<Integer> {
    private static final String HEADER =
            "id\tlanguage\tlanguage_confidence\tlabel\thateful\toffensive\tcounter\textremist_support\n";
    private static final long PRECISION = 1_000_000;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "Lines of id, tab, text; - or nothing: standard input.")
    private String file = "-";

    @Option(names = "--model", paramLabel = "MODEL", description = "Id or folder of the model. Default: research.")
    private String model = "research";

    private final InputStream standardInput;
    private final OutputStream standardOutput;

    /** The command between the standard streams of the process, whose encoding is UTF-8 whatever the platform's is. */
    ClassifyTextCommand() {
        this(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
    }

    /** The command between these streams; it closes them. */
    ClassifyTextCommand(InputStream standardInput, OutputStream standardOutput) {
        this.standardInput = standardInput;
        this.standardOutput = standardOutput;
    }

    @Override
    public Integer call() throws IOException {
        TextClassifier classifier = open(model);
        try (InputStream in = input();
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
                Writer rows =
                        new BufferedWriter(new OutputStreamWriter(standardOutput, StandardCharsets.UTF_8), 1 << 16)) {
            classify(lines, classifier, rows);
        }
        return 0;
    }

    /** The classifier of this model, or a message about what is missing. */
    static TextClassifier open(String model) {
        try {
            return new ModelPlace(model).open();
        } catch (IOException e) {
            throw RunError.study(e.getMessage());
        }
    }

    private InputStream input() throws IOException {
        if (file.equals("-")) {
            return standardInput;
        }
        Path path = Path.of(file);
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw RunError.study("There is no readable file " + file + "; expected lines of id, tab, text.");
        }
        return Files.newInputStream(path);
    }

    private void classify(BufferedReader lines, TextClassifier classifier, Writer rows) throws IOException {
        rows.write(HEADER);
        long number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isEmpty()) {
                int tab = line.indexOf('\t');
                if (tab < 0) {
                    rows.flush();
                    throw RunError.study("Line " + number + " of " + (file.equals("-") ? "the input" : file)
                            + " has no tab; expected id, tab, text. The lines before it are written.");
                }
                write(line.substring(0, tab), classifier.classify(line.substring(tab + 1)), rows);
                if (!lines.ready()) {
                    rows.flush();
                }
            }
        }
    }

    private static void write(String id, Classification result, Writer rows) throws IOException {
        rows.write(id);
        rows.write('\t');
        rows.write(result.language());
        rows.write('\t');
        rows.write(number(result.languageConfidence()));
        rows.write('\t');
        rows.write(result.label());
        for (double score :
                new double[] {result.hateful(), result.offensive(), result.counter(), result.extremistSupport()}) {
            rows.write('\t');
            rows.write(number(score));
        }
        rows.write('\n');
    }

    /** A probability with six decimals. */
    private static String number(double probability) {
        long scaled = Math.round(probability * PRECISION);
        String digits = Long.toString(PRECISION + scaled % PRECISION);
        return scaled / PRECISION + "." + digits.substring(1);
    }
}
