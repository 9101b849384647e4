// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The committed demo: {@code samples/} with dumps, lists and TRUTH.json, and {@code studies/} with two studies over
 * them. Written again by {@code ./mvnw -pl datasets test -Dtest=SampleFilesTest -Dtilik.samples=write}.
 */
public final class SampleFiles {
    private static final String DEMO_KEY = "PUBLIC-demo-key-of-tilik-never-for-real-data\n";

    private SampleFiles() {}

    /** Writes {@code samples/} and {@code studies/} below this folder. */
    public static void writeTo(Path datasets) throws IOException {
        WorldSettings settings = WorldSettings.sample();
        TruthSummary summary = new TruthSummary();
        Path samples = datasets.resolve("samples");
        Files.createDirectories(samples);
        List<String> dumps = new World(settings).writeData(samples, summary);
        Files.writeString(samples.resolve("TRUTH.json"), summary.toJson());

        Path studies = Files.createDirectories(datasets.resolve("studies"));
        StudyFiles demo = new StudyFiles(settings, "demo", "../samples/", dumps, "demo.key");
        Files.writeString(studies.resolve("demo.yaml"), demo.trackingAll());
        Files.writeString(studies.resolve("demo-known.yaml"), demo.trackingKnown());
        Files.writeString(studies.resolve("demo.key"), DEMO_KEY);
    }
}
