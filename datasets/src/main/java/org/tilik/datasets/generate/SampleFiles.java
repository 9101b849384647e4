// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tilik.datasets.worlds.DumpFile;

/**
 * The committed demo: {@code samples/} with dumps, lists and TRUTH.json of Reddit and a ledger, {@code samples/stream/} with the same
 * of Twitter, and {@code studies/} over them. Written again by
 * {@code ./mvnw -pl datasets test -Dtest=SampleFilesTest -Dtilik.samples=write}.
 */
public final class SampleFiles {
    private static final String DEMO_KEY = "PUBLIC-demo-key-of-tilik-never-for-real-data\n";

    /** A day on which fictional platforms, which are none of the dumps', filed statements of reasons. */
    private static final String LEDGER = "statements.csv.zst";

    /** What a fictional authority and fictional companies agreed on; written by hand. */
    private static final String TIMELINE = "demo-timeline/timeline.csv";

    private static final String TITLE = "Fictional year on Reddit and Bluesky, every item tracked";

    private static final String TRUTH = "TRUTH.json";

    private static final String AUDIT = "audit.csv";
    private static final int CODED = 500;

    private static final LocalDate LEDGER_DAY = LocalDate.of(2024, 6, 15);
    private static final long STATEMENTS = 400;
    private static final long REPEATED = 5;

    private SampleFiles() {}

    /** Writes {@code samples/} and {@code studies/} below this folder. */
    public static void writeTo(Path datasets) throws IOException {
        Path studies = Files.createDirectories(datasets.resolve("studies"));
        TruthSummary truth = new TruthSummary(WorldSettings.sample().reform());
        AuditSheetSink audit = new AuditSheetSink(
                truth, DEMO_KEY, CODED, WorldSettings.sample().seed());
        StudyFiles demo = world(datasets, WorldSettings.sample(), "demo", "samples/", audit);
        SecondPlatform second = new SecondPlatform(WorldSettings.sampleSecond());
        second.tell(audit);
        List<DumpFile> others = new ArrayList<>(second.writeTo(datasets.resolve("samples")));
        others.add(new DumpFile(LEDGER, "dsa_sor"));
        Files.writeString(datasets.resolve("samples").resolve(TRUTH), truth.toJson());
        Files.writeString(datasets.resolve("samples").resolve(AUDIT), audit.toCsv());
        writeLedger(datasets.resolve("samples").resolve(LEDGER));
        Files.writeString(
                studies.resolve("demo.yaml"),
                demo.audited(TITLE, AUDIT, TIMELINE, others, Map.of(second.platform(), second.watchedUntil())));
        Files.writeString(studies.resolve("demo-known.yaml"), demo.trackingKnown());
        TruthSummary streamed = new TruthSummary();
        StudyFiles stream = world(datasets, WorldSettings.sampleStream(), "demo-stream", "samples/stream/", streamed);
        Files.writeString(datasets.resolve("samples/stream").resolve(TRUTH), streamed.toJson());
        Files.writeString(studies.resolve("demo-stream.yaml"), stream.trackingAll());
        Files.writeString(studies.resolve("demo.key"), DEMO_KEY);
    }

    private static void writeLedger(Path file) throws IOException {
        WorldSettings settings = WorldSettings.sample();
        try (OutputStream out = new ZstdOutputStream(
                Files.newOutputStream(file), settings.compression().level())) {
            new StatementDay(settings.seed(), LEDGER_DAY, STATEMENTS, REPEATED).writeCsv(out);
        }
    }

    private static StudyFiles world(Path datasets, WorldSettings settings, String study, String folder, TruthSink told)
            throws IOException {
        Path samples = datasets.resolve(folder);
        List<String> dumps = new World(settings).writeData(samples, told);
        return new StudyFiles(settings, study, "../" + folder, dumps, "demo.key");
    }
}
