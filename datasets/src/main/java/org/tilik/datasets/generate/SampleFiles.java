// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The committed demo: {@code samples/} with dumps, lists and TRUTH.json of Reddit, {@code samples/stream/} with the same
 * of Twitter, and {@code studies/} over them. Written again by
 * {@code ./mvnw -pl datasets test -Dtest=SampleFilesTest -Dtilik.samples=write}.
 */
public final class SampleFiles {
    private static final String DEMO_KEY = "PUBLIC-demo-key-of-tilik-never-for-real-data\n";

    private SampleFiles() {}

    /** Writes {@code samples/} and {@code studies/} below this folder. */
    public static void writeTo(Path datasets) throws IOException {
        Path studies = Files.createDirectories(datasets.resolve("studies"));
        StudyFiles demo = world(datasets, WorldSettings.sample(), "demo", "samples/");
        Files.writeString(studies.resolve("demo.yaml"), demo.trackingAll());
        Files.writeString(studies.resolve("demo-known.yaml"), demo.trackingKnown());
        StudyFiles stream = world(datasets, WorldSettings.sampleStream(), "demo-stream", "samples/stream/");
        Files.writeString(studies.resolve("demo-stream.yaml"), stream.trackingAll());
        Files.writeString(studies.resolve("demo.key"), DEMO_KEY);
    }

    private static StudyFiles world(Path datasets, WorldSettings settings, String study, String folder)
            throws IOException {
        TruthSummary summary = new TruthSummary();
        Path samples = datasets.resolve(folder);
        List<String> dumps = new World(settings).writeData(samples, summary);
        Files.writeString(samples.resolve("TRUTH.json"), summary.toJson());
        return new StudyFiles(settings, study, "../" + folder, dumps, "demo.key");
    }
}
