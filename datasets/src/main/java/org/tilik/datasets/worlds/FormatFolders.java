// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes one world in several formats, each in a folder of its own with the re-checks that it needs, and one study that
 * reads them all, in which every platform is a stratum.
 */
public final class FormatFolders {
    private static final String RECHECKS = "rechecks.csv";

    private final List<WorldItem> items;
    private final long watchedUntil;

    /**
     * The folders of a world.
     *
     * @param items in order of posting
     * @param watchedUntil second at which streams end; no look is later
     */
    public FormatFolders(List<WorldItem> items, long watchedUntil) {
        this.items = List.copyOf(items);
        this.watchedUntil = watchedUntil;
    }

    /** Writes all of it below this folder; no two formats may be of one platform, since their items would be the same. */
    public void writeTo(Path folder, String study, Set<WorldFormat> formats) throws IOException {
        check(formats);
        StringBuilder inputs = new StringBuilder();
        StringBuilder coverage = new StringBuilder();
        for (WorldFormat format : EnumSet.copyOf(formats)) {
            for (DumpFile file : write(folder, format)) {
                inputs.append("  - {path: ").append(format.id()).append('/').append(file.name());
                inputs.append(", format: ").append(file.format()).append("}\n");
            }
            if (format.telling().held() == Telling.Held.STREAMED) {
                coverage.append(coverage.isEmpty() ? "" : ", ").append(format.platform());
                coverage.append(": ").append(JsonRecords.iso(watchedUntil));
            }
        }
        Files.writeString(
                folder.resolve("study.yaml"),
                "# Generated data about fictional groups; see datasets/README.md.\n"
                        + "study: " + study + "\n"
                        + "title: One fictional world in several formats, every item tracked\n"
                        + "inputs:\n" + inputs
                        + (coverage.isEmpty() ? "" : "coverage: {" + coverage + "}\n")
                        + "track: {all: true}\n"
                        + "model: none\n"
                        + "strata: [platform]\n"
                        + "deadlines_hours: [1, 24, 168]\n"
                        + "clock: posted\n"
                        + "privacy: {key_file: study.key, k: 10}\n");
        Files.writeString(
                folder.resolve("study.key"),
                "public key of " + study + ", never for real data\n",
                StandardCharsets.UTF_8);
    }

    private static void check(Set<WorldFormat> formats) {
        Set<String> platforms = new HashSet<>();
        for (WorldFormat format : formats) {
            if (!platforms.add(format.platform())) {
                throw new IllegalArgumentException(format.id() + " is a second format of " + format.platform()
                        + ", whose items would be taken for those of the first; write it into another folder");
            }
        }
        if (formats.isEmpty()) {
            throw new IllegalArgumentException("no format was asked for; expected at least one");
        }
    }

    /** Writes one format into its folder; returns its files, re-checks last. */
    private List<DumpFile> write(Path parent, WorldFormat format) throws IOException {
        Path folder = Files.createDirectories(parent.resolve(format.id()));
        List<WorldItem> held = items.stream()
                .filter(item -> format.dump().kind(item).isPresent())
                .toList();
        List<DumpFile> files = new ArrayList<>(format.dump().write(held, watchedUntil, folder));
        if (format.telling().needsList()) {
            List<WorldItem> checked =
                    held.stream().filter(format.telling()::holds).toList();
            new RecheckList(format.platform(), format.dump()).write(checked, folder.resolve(RECHECKS));
            files.add(new DumpFile(RECHECKS, "recheck"));
        }
        return files;
    }
}
