// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.tilik.datasets.generate.TruthCounts;
import org.tilik.datasets.generate.TruthEpisode;
import org.tilik.datasets.generate.TruthItem;
import org.tilik.datasets.generate.TruthReject;
import org.tilik.measure.removal.DeadlineShare;
import org.tilik.measure.removal.Quantile;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalDataBuilder;
import org.tilik.measure.removal.RemovalEstimate;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.model.Platform;
import org.tilik.model.Pseudonymiser;
import org.tilik.model.table.EpisodeRow;
import org.tilik.model.table.ItemRow;
import org.tilik.model.table.RejectRow;
import org.tilik.model.table.RemovalCurveRow;
import org.tilik.model.table.RemovalMeasureRow;
import org.tilik.pipeline.study.IngestCounts;
import org.tilik.pipeline.table.Table;

/** From dump files to published numbers, against what is true of simulated worlds. */
@ParameterizedClass(name = "{0}")
@EnumSource(WorldKind.class)
class RunEqualsTruthIT {
    private static final double[] DEADLINES = {1, 24, 168};
    /** Gaps end the follow-up of what they meet, so that next to nothing is followed for a day. */
    private static final double[] BETWEEN_GAPS = {1};
    /** Three standard errors of a share among some 650 items: re-checks sample the truth. */
    private static final double SAMPLING = 3 * Math.sqrt(0.25 / 650);
    /** The same for a stream, of which a part is followed. */
    private static final double SAMPLING_OF_STREAM = 3 * Math.sqrt(0.25 / 250);

    @TempDir
    private static Path temp;

    private static SimulatedWorld world;
    private static Output output;

    @Parameter
    private WorldKind kind;

    @BeforeParameterizedClassInvocation
    static void simulateAndRun(WorldKind kind) throws IOException {
        String name = kind.name().toLowerCase(Locale.ROOT);
        world = SimulatedWorld.write(temp.resolve(name), kind.settings());
        output = new Output(temp.resolve(name + "-out"));
        // One level of strata: what is tested here is the pooled one, and each costs resampling.
        String study = world.study("pooled.yaml", text -> text.replace("strata: [platform, kind]", "strata: []"));
        Invocation.succeeding("run", study, "--output", output.toString(), "--parallelism", "2");
    }

    @Test
    void everyRecordHasTheDispositionThatTheGeneratorPlanned() throws IOException {
        TruthCounts.FileCounts planned = world.truth().counts().totals();
        IngestCounts counts = output.counts();

        assertThat(counts.recordsRead()).isEqualTo(planned.recordsRead());
        assertThat(counts.items()).isEqualTo(planned.items());
        assertThat(counts.observations()).isEqualTo(planned.observations());
        assertThat(counts.duplicates()).isEqualTo(planned.duplicates());
        assertThat(counts.ignored()).isEqualTo(planned.ignored());
        assertThat(counts.rejects()).isEqualTo(planned.rejects());
        assertThat(counts.balanced()).isTrue();
        long onlyEmbedded = world.truth().counts().onlyEmbedded();
        assertThat(counts.derivedItems()).isEqualTo(onlyEmbedded);
        assertThat(counts.unmatchedRemovals().n())
                .isEqualTo(world.truth().counts().unmatchedRemovals());
        assertThat(output.rows(Table.ITEMS)).hasSize((int) (planned.items() + onlyEmbedded));
        Map<String, Long> records = new HashMap<>();
        output.runJson()
                .get("inputs")
                .forEach(input -> records.put(
                        input.get("name").asText(), input.get("records").asLong()));
        for (TruthCounts.FileCounts file : world.truth().counts().files()) {
            assertThat(records).containsEntry(file.file(), file.recordsRead());
        }
    }

    @Test
    void everyItemIsThereUnderItsPseudonymAndPostedWhenItWas() throws IOException {
        Pseudonymiser key = world.pseudonymiser();
        Map<String, String> planned = new TreeMap<>();
        world.truth().items().stream()
                .filter(item -> item.inWindow() && !item.seen().equals("never"))
                .forEach(item -> planned.put(
                        key.pseudonym(platform(item.platform()), item.itemId()),
                        shown(item.kind().toUpperCase(Locale.ROOT), item.postedAtUtc())));
        Map<String, String> found = new TreeMap<>();
        for (ItemRow row : output.rows(Table.ITEMS)) {
            found.put(row.itemKey(), shown(row.kind(), row.postedAtUtc()));
        }
        assertThat(found).isEqualTo(planned);
    }

    @Test
    void everyEpisodeIsAsTheFilesShowIt() throws IOException {
        Pseudonymiser key = world.pseudonymiser();
        Map<String, String> planned = new TreeMap<>();
        for (TruthEpisode episode : world.truth().episodes()) {
            String cause = "copyright".equals(episode.reason()) ? "copyright" : episode.actor();
            planned.put(
                    key.pseudonym(platform(episode.platform()), episode.itemId()) + " " + episode.episodeNo(),
                    shown(
                            episode.kind(),
                            episode.entryHours(),
                            episode.lowerHours(),
                            episode.upperHours(),
                            episode.censoring(),
                            episode.actor(),
                            cause,
                            episode.unconfirmed(),
                            episode.episodeNo() > 1));
        }
        Map<String, String> found = new TreeMap<>();
        for (EpisodeRow row : output.rows(Table.EPISODES)) {
            String before = found.put(
                    row.itemKey() + " " + row.episodeNo(),
                    shown(
                            row.kind().toLowerCase(Locale.ROOT),
                            row.entryHours(),
                            row.lowerHours(),
                            row.upperHours(),
                            row.censoring(),
                            row.actor() == null ? null : row.actor().toLowerCase(Locale.ROOT),
                            row.cause(),
                            !row.isConfirmed(),
                            row.status().equals("later_episode")));
            assertThat(before).isNull();
        }
        assertThat(found).isEqualTo(planned);
        assertThat(planned.keySet()).as("worlds must have restorations").anyMatch(episode -> episode.endsWith(" 2"));
    }

    @Test
    void everyRejectIsCountedUnderItsFileAndReasonWithItsFirstRecord() throws IOException {
        Map<String, String> planned = new TreeMap<>();
        Map<String, Long> counts = new TreeMap<>();
        Map<String, Long> first = new TreeMap<>();
        for (TruthReject reject : world.truth().rejects()) {
            String group = shown(reject.sourceFile(), reject.sourceMember(), reject.reason());
            counts.merge(group, 1L, Long::sum);
            first.merge(group, reject.record(), Math::min);
        }
        counts.forEach((group, count) -> planned.put(group, shown(count, first.get(group))));
        Map<String, String> found = new TreeMap<>();
        for (RejectRow row : output.rows(Table.REJECTS)) {
            found.put(shown(row.sourceFile(), row.member(), row.reason()), shown(row.count(), row.record()));
        }
        assertThat(found).isEqualTo(planned);
        assertThat(planned).as("worlds must have bad records").hasSizeGreaterThan(3);
    }

    @Test
    void publishedBoundsHoldTheTruth() throws IOException {
        assumeThat(kind)
                .as("platforms that are followed for different times are estimated one by one, and not pooled")
                .isNotEqualTo(WorldKind.BOTH);
        List<TruthItem> measured = world.truth().items().stream()
                .filter(item -> item.inWindow() && !item.kind().equals("share"))
                .toList();
        for (double deadline : kind.hasReddit() ? DEADLINES : BETWEEN_GAPS) {
            assertBounds(output.pooled("gone.share_within", deadline), share(measured, deadline, false));
            assertBounds(output.pooled("removal.share_within", deadline), share(measured, deadline, true));
        }
    }

    @Test
    void theBracketOfTheMedianHoldsTheTrueOne() throws IOException {
        assumeThat(kind.hasTwitter())
                .as("half the items must be gone within the follow-up")
                .isFalse();
        List<TruthItem> measured = world.truth().items().stream()
                .filter(item -> item.inWindow() && !item.kind().equals("share"))
                .toList();
        RemovalMeasureRow median = output.pooled("gone.median_hours", null);
        assertThat(median.estimate()).isNull();
        assertThat(median.identifiability()).isEqualTo("bounds");
        // The bracket holds the true median when about half the items are gone at its ends.
        assertThat(share(measured, median.boundLow(), false)).isLessThan(0.5 + SAMPLING);
        assertThat(share(measured, median.boundHigh(), false)).isGreaterThan(0.5 - SAMPLING);
    }

    private void assertBounds(RemovalMeasureRow row, double truth) {
        double sampling = kind.hasReddit() ? SAMPLING : SAMPLING_OF_STREAM;
        assertThat(row.identifiability()).as(row.toString()).isNotEqualTo("none");
        assertThat(row.boundLow()).isLessThanOrEqualTo(row.boundHigh());
        assertThat(truth)
                .as("%s, %s h", row.metricId(), row.deadlineHours())
                .isBetween(row.boundLow() - sampling, row.boundHigh() + sampling);
    }

    private static double share(List<TruthItem> items, double hours, boolean removed) {
        long gone = items.stream()
                .filter(item -> item.trueGoneAtUtc() != null
                        && !(removed && item.trueCause().equals("author"))
                        && Duration.between(item.postedAtUtc(), item.trueGoneAtUtc())
                                        .toSeconds()
                                <= hours * 3600)
                .count();
        return gone / (double) items.size();
    }

    @Test
    void publishedNumbersAreThoseOfTheEstimatorsOnTheTrueEpisodes() throws IOException {
        RemovalEstimate expected = RemovalEstimator.standard()
                .withDeadlines(DEADLINES)
                .withMinAtRisk(10)
                .estimate(trueFirstEpisodes());

        for (DeadlineShare share : expected.deadlines()) {
            RemovalMeasureRow row = output.pooled("gone.share_within", share.deadlineHours());
            assertThat(row.identifiability())
                    .isEqualTo(share.share().identifiability().name().toLowerCase(Locale.ROOT));
            assertSame(row.estimate(), share.share().estimate());
            assertSame(row.boundLow(), share.share().boundLow());
            assertSame(row.boundHigh(), share.share().boundHigh());
            assertThat(row.nItems()).isEqualTo(Math.round(expected.n()));
            assertThat(row.nEvents()).isEqualTo(Math.round(expected.events()));
            assertThat(row.nCensored()).isEqualTo(Math.round(expected.censored()));
        }
        Quantile median = expected.quantiles().get(0);
        RemovalMeasureRow row = output.pooled("gone.median_hours", null);
        assertSame(row.boundLow(), median.boundLow());
        assertSame(row.boundHigh(), median.boundHigh());
        List<Double> survival = output.rows("restricted", Table.REMOVAL_CURVES).stream()
                .filter(point -> point.stratumBy().equals("all") && point.cause() == null)
                .sorted((a, b) -> Double.compare(a.tHours(), b.tHours()))
                .map(RemovalCurveRow::survival)
                .toList();
        assertThat(survival).hasSize(expected.curve().size());
        for (int i = 0; i < survival.size(); i++) {
            assertSame(survival.get(i), expected.curve().survival(i));
        }
    }

    private static void assertSame(Double published, double expected) {
        if (Double.isNaN(expected)) {
            assertThat(published).isNull();
        } else {
            assertThat(published).isCloseTo(expected, within(1e-9));
        }
    }

    private static RemovalData trueFirstEpisodes() {
        RemovalDataBuilder data = RemovalData.builder(List.of());
        world.truth().episodes().stream()
                .filter(episode -> episode.episodeNo() == 1 && !episode.kind().equals("share"))
                .filter(RunEqualsTruthIT::isFollowed)
                .forEach(episode -> data.add(
                        episode.entryHours(),
                        episode.lowerHours(),
                        episode.upperHours() == null ? Double.POSITIVE_INFINITY : episode.upperHours(),
                        0,
                        1));
        return data.build();
    }

    /** An item that was only seen once was not followed. */
    private static boolean isFollowed(TruthEpisode episode) {
        double exit = episode.upperHours() == null ? episode.lowerHours() : episode.upperHours();
        return exit > episode.entryHours() && episode.followed();
    }

    private static Platform platform(String id) {
        return Platform.of(id).orElseThrow();
    }

    @Test
    void runJsonSaysThatEveryItemWasTracked() throws IOException {
        assertThat(output.runJson().get("status").asText()).isEqualTo("done");
        assertThat(output.runJson().get("removal").get("items_tracked").asLong())
                .as("items tracked in the world %s", kind)
                .isEqualTo(world.truth().counts().totals().items()
                        + world.truth().counts().onlyEmbedded());
    }

    private static String shown(Object... values) {
        return Stream.of(values)
                .map(String::valueOf)
                .reduce((a, b) -> a + " " + b)
                .orElseThrow();
    }
}
