// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes one world in several formats, each in a folder of its own with the re-checks that it needs, and its removals in
 * ledgers; one study that reads them all, in which every platform is a stratum; and in {@code items.csv} what truly happened.
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

    /** Writes it in these formats and in no ledger. */
    public void writeTo(Path folder, String study, Set<WorldFormat> formats) throws IOException {
        writeTo(folder, study, formats, Set.of());
    }

    /** Writes all of it below this folder; no two formats may be of one platform, since their items would be the same. */
    public void writeTo(Path folder, String study, Set<WorldFormat> formats, Set<WorldLedger> ledgers)
            throws IOException {
        check(formats);
        if (formats.isEmpty() && ledgers.isEmpty()) {
            throw new IllegalArgumentException("no format was asked for; expected at least one");
        }
        StringBuilder inputs = new StringBuilder();
        StringBuilder coverage = new StringBuilder();
        for (WorldFormat format : new TreeSet<>(formats)) {
            for (DumpFile file : write(folder, format)) {
                inputs.append(input(format.id(), file));
            }
            if (format.telling().held() == Telling.Held.STREAMED) {
                coverage.append(coverage.isEmpty() ? "" : ", ").append(format.platform());
                coverage.append(": ").append(JsonRecords.iso(watchedUntil));
            }
        }
        for (WorldLedger ledger : new TreeSet<>(ledgers)) {
            inputs.append(
                    input(ledger.id(), ledger.write(items, Files.createDirectories(folder.resolve(ledger.id())))));
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
        writeTruth(folder.resolve("items.csv"), new TreeSet<>(formats), new TreeSet<>(ledgers));
        Files.writeString(
                folder.resolve("study.key"),
                "public key of " + study + ", never for real data\n",
                StandardCharsets.UTF_8);
    }

    private static String input(String folder, DumpFile file) {
        String captured = file.capturedAt() == null ? "" : ", captured_at: " + JsonRecords.iso(file.capturedAt());
        return "  - {path: " + folder + "/" + file.name() + ", format: " + file.format() + captured + "}\n";
    }

    /** What truly happened to each item, and by which id each format and ledger knows it. */
    private void writeTruth(Path file, Set<WorldFormat> formats, Set<WorldLedger> ledgers) throws IOException {
        try (RecordFile rows = new RecordFile(file)) {
            List<String> header = new ArrayList<>(
                    List.of("number", "kind", "about", "account", "posted_at", "gone_at", "end", "restored_at"));
            formats.forEach(format -> header.add(format.id() + "_id"));
            ledgers.forEach(ledger -> header.add(ledger.id() + "_id"));
            rows.write(header);
            for (WorldItem item : items) {
                List<String> row = new ArrayList<>(Arrays.asList(
                        Long.toString(item.number()),
                        item.kind().name().toLowerCase(Locale.ROOT),
                        item.about() == null ? null : Long.toString(item.about().number()),
                        Integer.toString(item.account()),
                        JsonRecords.iso(item.postedAt()),
                        item.end() == null ? null : JsonRecords.iso(item.goneAt()),
                        item.end() == null ? null : item.end().name().toLowerCase(Locale.ROOT),
                        item.restoredAt() == WorldItem.NEVER ? null : JsonRecords.iso(item.restoredAt())));
                for (WorldFormat format : formats) {
                    boolean isHeld = format.dump().kind(item).isPresent()
                            && format.telling().holds(item);
                    row.add(isHeld ? format.dump().itemId(item) : null);
                }
                for (WorldLedger ledger : ledgers) {
                    row.add(StatedRemoval.of(List.of(item)).stream()
                            .filter(ledger::states)
                            .map(ledger::entryId)
                            .findFirst()
                            .orElse(null));
                }
                rows.write(row);
            }
        }
    }

    private static void check(Set<WorldFormat> formats) {
        Set<String> platforms = new HashSet<>();
        for (WorldFormat format : formats) {
            if (!platforms.add(format.platform())) {
                throw new IllegalArgumentException(format.id() + " is a second format of " + format.platform()
                        + ", whose items would be taken for those of the first; write it into another folder");
            }
        }
    }

    /** Writes one format into its folder below this one; returns its files there, re-checks last. */
    public List<DumpFile> write(Path parent, WorldFormat format) throws IOException {
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
