// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tilik.datasets.generate.OneWorld;
import org.tilik.datasets.worlds.FormatFolders;
import org.tilik.datasets.worlds.WorldDump;
import org.tilik.datasets.worlds.WorldFormat;
import org.tilik.datasets.worlds.WorldItem;
import org.tilik.model.Platform;
import org.tilik.model.Pseudonymiser;
import org.tilik.model.table.EpisodeRow;
import org.tilik.model.table.ItemRow;
import org.tilik.model.table.RemovalMeasureRow;
import org.tilik.pipeline.study.PseudonymKey;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableReader;

/** One world, written in every format and read again, comes to the same items and removals but for what a format cannot say. */
class WorldInFormatsPipelineTest {
    private static final long SEED = 7;
    private static final long ITEMS = 300;
    private static final Pattern COMPARED =
            Pattern.compile("(gone|removal)\\..*(share_within|quantile_hours|median_hours).*");

    @TempDir
    static Path temp;

    private static List<WorldItem> world;
    private static long watchedUntil;
    private static final Map<WorldFormat, Found> FOUND = new EnumMap<>(WorldFormat.class);

    /** What the jobs made of one format. */
    private record Found(
            Map<String, ItemRow> items,
            Map<String, EpisodeRow> episodes,
            List<RemovalMeasureRow> measures,
            Pseudonymiser pseudonymiser) {}

    @BeforeAll
    static void runOnEveryFormat() throws Exception {
        OneWorld drawn = new OneWorld(SEED, ITEMS);
        world = drawn.items();
        watchedUntil = drawn.watchedUntil();
        List<WorldFormat> left = new ArrayList<>(List.of(WorldFormat.values()));
        while (!left.isEmpty()) {
            Map<String, WorldFormat> ofPlatform = new TreeMap<>();
            left.forEach(format -> ofPlatform.putIfAbsent(format.platform(), format));
            left.removeAll(ofPlatform.values());
            run(EnumSet.copyOf(ofPlatform.values()));
        }
    }

    private static void run(Set<WorldFormat> formats) throws Exception {
        Path folder = temp.resolve("world" + FOUND.size());
        new FormatFolders(world, watchedUntil).writeTo(folder, "one-world", formats);
        Path study = folder.resolve("study.yaml");
        Run run = MeasuredStudy.run(study, folder.resolve("out"));
        PseudonymKey key = PseudonymKey.of(run.study(), study.toString());
        for (WorldFormat format : formats) {
            FOUND.put(format, found(run, format, key.open()));
        }
    }

    private static Found found(Run run, WorldFormat format, Pseudonymiser pseudonymiser) throws IOException {
        Map<String, ItemRow> items = new HashMap<>();
        TableReader.forEach(Table.ITEMS, run.folder(Table.ITEMS).root(), (ItemRow row) -> {
            if (row.platform().equals(format.platform())) {
                items.put(row.itemKey(), row);
            }
        });
        Map<String, EpisodeRow> episodes = new HashMap<>();
        TableReader.forEach(Table.EPISODES, run.folder(Table.EPISODES).root(), (EpisodeRow row) -> {
            if (row.platform().equals(format.platform()) && row.episodeNo() == 1) {
                episodes.put(row.itemKey(), row);
            }
        });
        List<RemovalMeasureRow> measures =
                TableReader.read(
                                Table.REMOVAL_MEASURES,
                                run.folder(Table.REMOVAL_MEASURES).root())
                        .stream()
                        .filter(row -> row.stratumBy().equals("platform")
                                && row.stratum().equals(format.platform()))
                        .toList();
        return new Found(items, episodes, measures, pseudonymiser);
    }

    private static String key(WorldFormat format, String itemId) {
        return FOUND.get(format)
                .pseudonymiser()
                .pseudonym(Platform.of(format.platform()).orElseThrow(), itemId);
    }

    /** The items that are in the dump as records of their own. */
    private static List<WorldItem> held(WorldFormat format) {
        return world.stream()
                .filter(item -> format.dump().kind(item).isPresent())
                .filter(format.telling()::holds)
                .toList();
    }

    /** When others show items, by the ids under which they do. */
    private static Map<String, List<Long>> shown(WorldFormat format) {
        Map<String, List<Long>> shown = new HashMap<>();
        for (WorldItem item : held(format)) {
            format.dump()
                    .shownAt(item)
                    .ifPresent(at -> shown.computeIfAbsent(format.dump().shownId(item), id -> new ArrayList<>())
                            .add(at));
        }
        return shown;
    }

    @ParameterizedTest
    @EnumSource(WorldFormat.class)
    void itemsAreThoseThatTheFormatCanHold(WorldFormat format) {
        WorldDump dump = format.dump();
        Map<String, String> expected = new TreeMap<>();
        for (WorldItem item : held(format)) {
            expected.put(
                    key(format, dump.itemId(item)),
                    dump.kind(item).orElseThrow().name());
        }
        for (WorldItem item : held(format)) {
            if (dump.shownAt(item).isPresent()) {
                expected.putIfAbsent(
                        key(format, dump.shownId(item)), dump.shownKind(item).name());
            }
        }
        Map<String, String> actual = new TreeMap<>();
        FOUND.get(format).items().values().forEach(row -> actual.put(row.itemKey(), row.kind()));

        assertThat(actual).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(WorldFormat.class)
    void whatBecameOfItemsIsWhatTheFormatCanTell(WorldFormat format) {
        Map<String, List<Long>> shown = shown(format);
        Map<String, String> expected = new TreeMap<>();
        for (WorldItem item : world) {
            String id = format.dump().itemId(item);
            new ToldItem(format, item, shown.getOrDefault(id, List.of()), watchedUntil)
                    .episode()
                    .filter(line -> format.dump().kind(item).isPresent())
                    .ifPresent(line -> expected.put(key(format, id), line));
        }
        Map<String, String> actual = new TreeMap<>();
        FOUND.get(format).episodes().values().stream()
                .filter(row -> row.status().equals("measured"))
                .forEach(row -> actual.put(
                        row.itemKey(),
                        ToldItem.line(row.entryHours(), row.lowerHours(), row.upperHours(), row.cause())));

        assertThat(differences(format, expected, actual)).isEmpty();
    }

    @Test
    void whatEachFormatLosesStandsInTheReadmeOfFormats() throws IOException {
        assertThat(Files.readString(Path.of("../formats/README.md"))).contains(FormatLosses.table(world));
    }

    @Test
    void streamsThatDateEveryEndGiveTheSameSharesGone() {
        assertThat(measures(WorldFormat.JETSTREAM, "gone."))
                .isNotEmpty()
                .isEqualTo(measures(WorldFormat.TWITTER_V1, "gone."));
    }

    @ParameterizedTest
    @EnumSource(
            value = WorldFormat.class,
            names = {"TGDATASET", "TELEGRAM_DESKTOP", "TIKTOK", "YOUTUBE"})
    void formatsThatTellNoRemovalGiveTheSameMeasuresByOneListOfRechecks(WorldFormat format) {
        assertThat(measures(format, "")).isNotEmpty().isEqualTo(measures(WorldFormat.PARLER, ""));
    }

    /** The estimates and bounds of a format's platform, without intervals, which are drawn. */
    private static List<String> measures(WorldFormat format, String prefix) {
        return FOUND.get(format).measures().stream()
                .filter(row -> row.metricId().startsWith(prefix)
                        && COMPARED.matcher(row.metricId()).matches())
                .map(row -> String.format(
                        Locale.ROOT,
                        "%s %s %s %s n=%d events=%d: %s [%s, %s] %s",
                        row.metricId(),
                        row.cause(),
                        row.deadlineHours(),
                        row.quantile(),
                        row.nItems(),
                        row.nEvents(),
                        rounded(row.estimate()),
                        rounded(row.boundLow()),
                        rounded(row.boundHigh()),
                        row.identifiability()))
                .sorted()
                .toList();
    }

    private static String rounded(Double value) {
        return value == null ? "none" : String.format(Locale.ROOT, "%.9f", value);
    }

    /** What differs, by item. */
    private static List<String> differences(
            WorldFormat format, Map<String, String> expected, Map<String, String> actual) {
        List<String> differences = new ArrayList<>();
        for (WorldItem item : world) {
            String key = key(format, format.dump().itemId(item));
            if (!Objects.equals(expected.get(key), actual.get(key))) {
                differences.add(item.number() + " " + item.kind() + " " + item.end() + ": expected " + expected.get(key)
                        + ", found " + actual.get(key));
            }
        }
        return differences;
    }
}
