// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A fictional month on Reddit and Twitter: writes the dump files, re-checks, referrals, known list and studies that an
 * observer would have, and tells a {@link TruthSink} what truly happened.
 *
 * <p>Items are written one by one in order of posting, and only a bounded number of them can still be answered, shared
 * or copied, so memory does not grow with their number. Every item draws from streams of its own, so equal settings give
 * byte-identical files.
 */
public final class World {
    static final String RECHECKS = "rechecks.csv";
    static final String REFERRALS = "referrals.csv";
    static final String KNOWN = "known/items.csv";

    private final WorldSettings settings;

    /** A world with these settings. */
    public World(WorldSettings settings) {
        this.settings = settings;
    }

    /** Writes all files into the folder, replacing those of the same names; the sink is not closed. */
    public void writeTo(Path folder, TruthSink truth) throws IOException {
        List<String> names = writeData(folder, truth);
        StudyFiles studies = new StudyFiles(settings, "simulated-" + settings.seed(), "", names, "study.key");
        Files.writeString(folder.resolve("study.yaml"), studies.trackingAll());
        Files.writeString(folder.resolve("study-known.yaml"), studies.trackingKnown());
        Files.writeString(
                folder.resolve("study.key"),
                "public key of simulated data, seed " + settings.seed() + ", never for real data\n",
                StandardCharsets.UTF_8);
    }

    /** Writes dumps and lists only; returns the names of the dump files in order. */
    List<String> writeData(Path folder, TruthSink truth) throws IOException {
        Files.createDirectories(folder);
        try (WorldWriter writer = new WorldWriter(folder, settings, truth)) {
            return writer.write().stream().map(Tally::file).toList();
        }
    }
}
