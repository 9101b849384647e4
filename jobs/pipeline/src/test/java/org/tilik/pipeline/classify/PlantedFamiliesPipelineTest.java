// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.datasets.generate.SpreadPlan;
import org.tilik.datasets.generate.TruthCascade;
import org.tilik.datasets.generate.TruthCounts;
import org.tilik.datasets.generate.TruthEpisode;
import org.tilik.datasets.generate.TruthEvent;
import org.tilik.datasets.generate.TruthFamily;
import org.tilik.datasets.generate.TruthItem;
import org.tilik.datasets.generate.TruthReject;
import org.tilik.datasets.generate.TruthSink;
import org.tilik.datasets.generate.World;
import org.tilik.datasets.generate.WorldSettings;
import org.tilik.measure.spread.variants.AdjustedRandIndex;
import org.tilik.measure.spread.variants.Shingles;
import org.tilik.model.NormalisedText;
import org.tilik.model.Platform;
import org.tilik.model.Pseudonymiser;
import org.tilik.model.table.ItemRow;
import org.tilik.model.table.LabelRow;
import org.tilik.pipeline.execution.BatchJob;
import org.tilik.pipeline.execution.BatchJob.Exchange;
import org.tilik.pipeline.ingest.IngestJob;
import org.tilik.pipeline.models.ModelPlace;
import org.tilik.pipeline.study.PseudonymKey;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.RunFactory;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableReader;

/**
 * From the dumps of a generated world to families, against those that its generator planted. It fills patterns, so that texts
 * of different families may be similar or even equal: where they are not, families must come out exactly as planted.
 */
class PlantedFamiliesPipelineTest {
    private static final double APART = 0.6;

    @TempDir
    static Path temp;

    /** Items whose words were seen, by the family that was planted. */
    private static final Map<String, List<Seen>> PLANTED = new TreeMap<>();

    private static final Map<String, int[]> SHINGLES = new HashMap<>();

    /**
     * An item.
     *
     * @param family that was found; the item's own key where it has none
     * @param words normalised
     */
    private record Seen(String family, String words) {
        boolean isLong() {
            return Shingles.of(words).length > 0;
        }
    }

    @BeforeAll
    static void simulateAndRun() throws Exception {
        Path world = Files.createDirectories(temp.resolve("world"));
        Map<String, TruthItem> truth = new HashMap<>();
        // Half of what is posted repeats what was there, and half of that with a small edit.
        new World(WorldSettings.reddit(5, 1_500)
                        .with()
                        .spread(new SpreadPlan(0.5, 0.5, 1.2, 72, 4, 4_096))
                        .build())
                .writeTo(world, new Items(truth));
        String study = world.resolve("study.yaml").toString();
        Files.writeString(
                Path.of(study),
                Files.readString(Path.of(study)).replace("track: {all: true}", "track: {all: true}\nmodel: none"));
        Run run = new RunFactory(ModelPlace::idOf)
                .create(study, temp.resolve("out").toString());
        PseudonymKey key = PseudonymKey.of(run.study(), study);
        new IngestJob(run, key::open, Set.of(), 2).run(false);
        new ClassifyJob(run, StudyLists.of(run, key::open), null).run(BatchJob.environment(2, Exchange.STORED));
        gather(run, truth, key.open());
    }

    private static void gather(Run run, Map<String, TruthItem> truth, Pseudonymiser key) throws Exception {
        Map<String, String> planted = new HashMap<>();
        truth.values().forEach(item -> planted.put(key.pseudonym(Platform.REDDIT, item.itemId()), item.familyId()));
        Map<String, String> found = new HashMap<>();
        TableReader.forEach(
                Table.LABELS,
                run.folder(Table.LABELS).root(),
                (LabelRow row) -> found.put(row.itemKey(), row.familyId() == null ? row.itemKey() : row.familyId()));
        TableReader.forEach(Table.ITEMS, run.folder(Table.ITEMS).root(), (ItemRow row) -> {
            String words = NormalisedText.of(row.text());
            if (!words.isEmpty()) {
                PLANTED.computeIfAbsent(planted.get(row.itemKey()), family -> new ArrayList<>())
                        .add(new Seen(found.get(row.itemKey()), words));
            }
        });
    }

    private static List<Map.Entry<String, List<Seen>>> families() {
        return List.copyOf(PLANTED.entrySet());
    }

    @Test
    void theWorldHasEditedCopies() {
        assertThat(PLANTED.values())
                .filteredOn(
                        family -> family.stream().map(Seen::words).distinct().count() > 1)
                .hasSizeGreaterThan(30);
    }

    @Test
    void noPlantedFamilyIsTorn() {
        for (Map.Entry<String, List<Seen>> family : families()) {
            List<Seen> texts = family.getValue().stream().filter(Seen::isLong).toList();
            assertThat(texts.stream().map(Seen::family).distinct().count())
                    .as("families in which %s was found: %s", family.getKey(), texts)
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    void familiesThatAreUnlikeAllOthersAreFoundExactlyAsPlanted() {
        Map<String, Set<String>> alike = new HashMap<>();
        List<Map.Entry<String, List<Seen>>> families = families();
        for (int one = 0; one < families.size(); one++) {
            for (int other = one + 1; other < families.size(); other++) {
                if (areAlike(families.get(one).getValue(), families.get(other).getValue())) {
                    alike.computeIfAbsent(families.get(one).getKey(), family -> new HashSet<>())
                            .add(families.get(other).getKey());
                    alike.computeIfAbsent(families.get(other).getKey(), family -> new HashSet<>())
                            .add(families.get(one).getKey());
                }
            }
        }
        Map<String, String> plantedBy = new HashMap<>();
        List<Map.Entry<String, Seen>> unlike = families.stream()
                .filter(family -> !alike.containsKey(family.getKey()))
                .flatMap(family -> family.getValue().stream().map(item -> Map.entry(family.getKey(), item)))
                .toList();
        for (Map.Entry<String, Seen> item : unlike) {
            String earlier = plantedBy.put(item.getValue().family(), item.getKey());
            assertThat(earlier == null || earlier.equals(item.getKey()))
                    .as("%s and %s are one family", earlier, item.getKey())
                    .isTrue();
        }
        List<Map.Entry<String, Seen>> texts =
                unlike.stream().filter(item -> item.getValue().isLong()).toList();
        assertThat(AdjustedRandIndex.of(
                        numbered(texts.stream().map(Map.Entry::getKey).toList()),
                        numbered(texts.stream()
                                .map(item -> item.getValue().family())
                                .toList())))
                .isEqualTo(1);
        assertThat(texts)
                .as("of all")
                .hasSizeGreaterThan(
                        PLANTED.values().stream().mapToInt(List::size).sum() / 2);
        assertThat(texts.stream()
                        .map(item -> item.getValue().family())
                        .distinct()
                        .count())
                .isLessThan(texts.size() - 100L);
    }

    private static boolean areAlike(List<Seen> one, List<Seen> other) {
        Set<String> ones = texts(one);
        Set<String> others = texts(other);
        return ones.stream()
                .anyMatch(text -> others.contains(text)
                        || others.stream().anyMatch(another -> similarity(text, another) > APART));
    }

    private static Set<String> texts(List<Seen> family) {
        return family.stream().map(Seen::words).collect(Collectors.toSet());
    }

    private static double similarity(String one, String other) {
        return Shingles.similarity(
                SHINGLES.computeIfAbsent(one, Shingles::of), SHINGLES.computeIfAbsent(other, Shingles::of));
    }

    private static int[] numbered(List<String> names) {
        List<String> distinct = names.stream().distinct().toList();
        Map<String, Integer> numbers = new HashMap<>();
        distinct.forEach(name -> numbers.put(name, numbers.size()));
        return names.stream().mapToInt(numbers::get).toArray();
    }

    /** Keeps the items of a world's truth. */
    private record Items(Map<String, TruthItem> items) implements TruthSink {
        @Override
        public void item(TruthItem item) {
            items.put(item.itemId(), item);
        }

        @Override
        public void event(TruthEvent event) {
            // Families are about items.
        }

        @Override
        public void family(TruthFamily family) {
            // Items say in which one they are.
        }

        @Override
        public void cascade(TruthCascade cascade) {
            // Families are about items.
        }

        @Override
        public void episode(TruthEpisode episode) {
            // Families are about items.
        }

        @Override
        public void reject(TruthReject reject) {
            // Families are about items.
        }

        @Override
        public void finished(TruthCounts finished) {
            // Items are all that is needed.
        }
    }
}
