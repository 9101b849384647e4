// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
import org.tilik.model.Platform;
import org.tilik.model.Pseudonymiser;
import org.tilik.model.table.EpisodeRow;
import org.tilik.model.table.ItemRow;
import org.tilik.model.table.ObservationRow;
import org.tilik.pipeline.classify.TrackedBy;
import org.tilik.pipeline.ingest.IngestJob;
import org.tilik.pipeline.models.ModelPlace;
import org.tilik.pipeline.strata.Strata;
import org.tilik.pipeline.study.Clock;
import org.tilik.pipeline.study.PseudonymKey;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.RunFactory;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableReader;

/** Dumps of a simulated world, decoded and merged, give the episodes that the generator says they must give. */
class SimulatedTruthPipelineTest {
    private static final long SEED = 11;
    private static final long ITEMS = 800;

    @TempDir
    Path temp;

    @Test
    void everyEpisodeIsAsTheGeneratorSays() throws Exception {
        Map<String, TruthEpisode> truth = new HashMap<>();
        Files.createDirectories(temp.resolve("world"));
        new World(WorldSettings.reddit(SEED, ITEMS)).writeTo(temp.resolve("world"), new Episodes(truth));
        String studyFile = temp.resolve("world/study.yaml").toString();
        Run run = new RunFactory(ModelPlace::idOf)
                .create(studyFile, temp.resolve("out").toString());
        PseudonymKey key = PseudonymKey.of(run.study(), studyFile);
        new IngestJob(run, key::open, Set.of(), 2).run(false);

        Map<String, EpisodeRow> found = episodes(run);

        Pseudonymiser pseudonymiser = key.open();
        assertThat(truth).hasSizeGreaterThan((int) ITEMS / 2);
        Set<String> expected = new TreeSet<>();
        truth.values().forEach(episode -> expected.add(line(episode, pseudonymiser)));
        Set<String> actual = new TreeSet<>();
        found.values().forEach(episode -> actual.add(line(episode)));
        assertThat(actual).isEqualTo(expected);
    }

    private static Map<String, EpisodeRow> episodes(Run run) throws IOException {
        Map<String, List<ItemObservation>> observations = new HashMap<>();
        TableReader.forEach(Table.OBSERVATIONS, run.folder(Table.OBSERVATIONS).root(), (ObservationRow row) -> {
            if (RemovalPipeline.isAboutVisibility(row)) {
                observations
                        .computeIfAbsent(row.itemKey(), key -> new ArrayList<>())
                        .add(RemovalPipeline.observation(row));
            }
        });
        EpisodeBuilder builder =
                new EpisodeBuilder(Clock.POSTED, Coverage.NONE, new Strata(List.of("platform")), run.runId());
        Map<String, EpisodeRow> episodes = new HashMap<>();
        TableReader.forEach(Table.ITEMS, run.folder(Table.ITEMS).root(), (ItemRow row) -> {
            TrackedItem item = tracked(row);
            List<ItemObservation> seen = observations.getOrDefault(row.itemKey(), List.of());
            builder.build(item, seen)
                    .episodes()
                    .forEach(episode -> episodes.put(episode.itemKey() + episode.episodeNo(), episode));
        });
        return episodes;
    }

    /** What classify says of an item where the study tracks all. */
    private static TrackedItem tracked(ItemRow row) {
        TrackedItem item = TrackedItem.of(row, Set.of());
        item.trackedBy = TrackedBy.ALL.id();
        item.language = "und";
        item.followedFromStart = row.keepsStubs();
        return item;
    }

    private static String line(EpisodeRow row) {
        return String.format(
                Locale.ROOT,
                "%s %d %s: %s (%s, %s] %s %s %s",
                row.itemKey(),
                row.episodeNo(),
                row.kind().toLowerCase(Locale.ROOT),
                row.entryHours(),
                row.lowerHours(),
                row.upperHours(),
                row.censoring(),
                row.cause(),
                row.isConfirmed());
    }

    private static String line(TruthEpisode episode, Pseudonymiser pseudonymiser) {
        boolean copyright = "copyright".equals(episode.reason());
        return String.format(
                Locale.ROOT,
                "%s %d %s: %s (%s, %s] %s %s %s",
                pseudonymiser.pseudonym(Platform.REDDIT, episode.itemId()),
                episode.episodeNo(),
                episode.kind(),
                episode.entryHours(),
                episode.lowerHours(),
                episode.upperHours(),
                episode.censoring(),
                copyright ? "copyright" : episode.actor(),
                !episode.unconfirmed());
    }

    /** Keeps the episodes that the generator expects. */
    private record Episodes(Map<String, TruthEpisode> byItem) implements TruthSink {
        @Override
        public void event(TruthEvent event) {}

        @Override
        public void item(TruthItem item) {}

        @Override
        public void family(TruthFamily family) {}

        @Override
        public void cascade(TruthCascade cascade) {}

        @Override
        public void episode(TruthEpisode episode) {
            byItem.put(episode.itemId() + "#" + episode.episodeNo(), episode);
        }

        @Override
        public void reject(TruthReject reject) {}

        @Override
        public void finished(TruthCounts counts) {}
    }
}
