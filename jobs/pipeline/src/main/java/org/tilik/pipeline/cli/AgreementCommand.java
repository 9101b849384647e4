// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.apache.flink.core.fs.FileSystem.WriteMode;
import org.apache.flink.core.fs.Path;
import org.tilik.measure.agreement.Agreement;
import org.tilik.measure.agreement.CodedUnits;
import org.tilik.measure.agreement.KrippendorffAlpha;
import org.tilik.pipeline.audit.CodedFile;
import org.tilik.pipeline.audit.CodedFile.Coding;
import org.tilik.pipeline.study.RunError;
import org.tilik.pipeline.study.StudyPaths;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tilik agreement}: how far coders agree, and their codings in one file. */
@Command(
        name = "agreement",
        description =
                "Say how far coders agree (Krippendorff's alpha, nominal) about the items of a sample, and put their"
                        + " codings into one file.")
final class AgreementCommand implements Callable<Integer> {
    private static final long SEED = 20190315;

    @Spec
    private CommandSpec command;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Coded sheets, CSV or XLSX; one for each coder, or one with a column coder.")
    private List<String> files;

    @Option(names = "--seed", description = "Seed of the interval's samples. Default: " + SEED + ".")
    private long seed = SEED;

    @Option(
            names = "--audit",
            paramLabel = "FILE",
            description = "Write all codings to this CSV: item_key, label, coder, inclusion_probability, stratum.")
    private String audit;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        List<Coding> codings = new ArrayList<>();
        files.forEach(file -> codings.addAll(CodedFile.read(file)));
        if (codings.isEmpty()) {
            throw RunError.study("No row of " + String.join(", ", files) + " has a label; expected coded sheets.");
        }
        checkOnce(codings);
        CodedUnits.Builder units = CodedUnits.builder();
        codings.forEach(coding -> units.add(coding.itemKey(), coding.label()));
        CodedUnits coded = units.build();
        Agreement agreement = KrippendorffAlpha.withSeed(seed).estimate(coded);
        if (audit != null) {
            writeAudit(codings);
        }
        PrintWriter out = command.commandLine().getOut();
        if (json) {
            out.println(Json.text(Report.of(agreement, codings, coded)));
        } else {
            print(out, agreement, codings, coded);
        }
        out.flush();
        return 0;
    }

    /** An item that one coder coded twice would agree with itself. */
    private static void checkOnce(List<Coding> codings) {
        Map<String, Coding> first = new HashMap<>();
        for (Coding coding : codings) {
            Coding before = first.putIfAbsent(coding.coder() + "\u0001" + coding.itemKey(), coding);
            if (before != null) {
                throw RunError.study(coding.file() + ", row " + coding.row() + ": the coder " + coding.coder()
                        + " has coded item " + coding.itemKey() + " before, in " + before.file() + ", row "
                        + before.row() + ". Give each coder a name of their own in the column coder, or take one row"
                        + " out.");
            }
        }
    }

    private static SortedMap<String, Long> counted(List<Coding> codings) {
        SortedMap<String, Long> counts = new TreeMap<>();
        codings.forEach(coding -> counts.merge(coding.label(), 1L, Long::sum));
        return counts;
    }

    private static List<String> coders(List<Coding> codings) {
        return List.copyOf(new TreeSet<>(codings.stream().map(Coding::coder).toList()));
    }

    /** What is printed as JSON; null where a number is not defined. */
    private record Report(
            String metric,
            Double alpha,
            Double ciLow,
            Double ciHigh,
            double confLevel,
            int items,
            int itemsOfSeveralCoders,
            int codingsUsed,
            List<String> coders,
            SortedMap<String, Long> codingsByLabel) {
        static Report of(Agreement agreement, List<Coding> codings, CodedUnits coded) {
            return new Report(
                    "krippendorff_alpha_nominal",
                    orNull(agreement.alpha()),
                    orNull(agreement.ciLow()),
                    orNull(agreement.ciHigh()),
                    agreement.confLevel(),
                    coded.size(),
                    agreement.units(),
                    agreement.codings(),
                    AgreementCommand.coders(codings),
                    counted(codings));
        }

        private static Double orNull(double value) {
            return Double.isNaN(value) ? null : (Double) value;
        }
    }

    private static void print(PrintWriter out, Agreement agreement, List<Coding> codings, CodedUnits coded) {
        out.printf(
                Locale.ROOT,
                "%,d items, %,d of them coded by several; coders: %s%n",
                coded.size(),
                agreement.units(),
                String.join(", ", coders(codings)));
        counted(codings).forEach((label, count) -> out.printf(Locale.ROOT, "  %-20s %,8d codings%n", label, count));
        if (Double.isNaN(agreement.alpha())) {
            out.println("Krippendorff's alpha is not defined: "
                    + (agreement.units() == 0
                            ? "no item was coded by two coders."
                            : "only one label was used, which does not show whether coders tell labels apart."));
        } else {
            out.printf(Locale.ROOT, "Krippendorff's alpha (nominal) %.3f%s%n", agreement.alpha(), interval(agreement));
        }
    }

    private static String interval(Agreement agreement) {
        return Double.isNaN(agreement.ciLow())
                ? ", no interval: too few items"
                : String.format(
                        Locale.ROOT,
                        " (%.0f %% interval %.3f to %.3f)",
                        100 * agreement.confLevel(),
                        agreement.ciLow(),
                        agreement.ciHigh());
    }

    private void writeAudit(List<Coding> codings) throws IOException {
        Path path = new Path(StudyPaths.absolute(audit));
        List<Coding> sorted = new ArrayList<>(codings);
        sorted.sort(Comparator.comparing(Coding::itemKey).thenComparing(Coding::coder));
        try (Writer writer = new OutputStreamWriter(
                        path.getFileSystem().create(path, WriteMode.NO_OVERWRITE), StandardCharsets.UTF_8);
                CsvWriter csv = CsvWriter.builder().build(writer)) {
            csv.writeRecord("item_key", "label", "coder", "inclusion_probability", "stratum");
            for (Coding coding : sorted) {
                csv.writeRecord(
                        coding.itemKey(),
                        coding.label(),
                        coding.coder(),
                        coding.inclusionProbability(),
                        coding.stratum());
            }
        }
    }
}
