// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalDataBuilder;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.measure.removal.Share;
import org.tilik.measure.removal.families.Copy;
import org.tilik.measure.removal.families.Departure;
import org.tilik.measure.removal.families.Family;
import org.tilik.measure.removal.families.HourBracket;
import org.tilik.measure.removal.families.LastCopy;
import org.tilik.measure.removal.families.ReuploadGaps;
import org.tilik.measure.removal.families.VisibleTime;
import org.tilik.model.Platform;
import org.tilik.model.Pseudonymiser;
import org.tilik.model.table.ItemRow;
import org.tilik.model.table.LabelRow;
import org.tilik.model.table.RemovalMeasureRow;
import org.tilik.pipeline.classify.ClassifyJob;
import org.tilik.pipeline.classify.StudyLists;
import org.tilik.pipeline.execution.BatchJob;
import org.tilik.pipeline.execution.BatchJob.Exchange;
import org.tilik.pipeline.ingest.IngestJob;
import org.tilik.pipeline.models.ModelPlace;
import org.tilik.pipeline.study.PseudonymKey;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.RunFactory;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableReader;

/** From the dumps of a world in which what is gone is posted anew, to what is published of families, against its truth. */
class SimulatedFamiliesPipelineTest {
    private static final long SEED = 23;
    private static final long ITEMS = 1_200;
    private static final double[] DEADLINES = {1, 24, 168};

    @TempDir
    static Path temp;

    private static final Recorded TRUTH = new Recorded(new HashMap<>(), new HashMap<>());
    private static List<RemovalMeasureRow> measures;
    /** What was counted as a copy, by family. */
    private static Map<String, List<Known>> families;
    /** When the last item was posted. */
    private static Instant end;

    /**
     * What is true of a copy and what the files show of it.
     *
     * @param item the truth
     * @param spans its episodes as a correct run finds them
     * @param isStub whether the first capture found it gone
     */
    private record Known(TruthItem item, List<TruthEpisode> spans, boolean isStub) {
        boolean isRemoved() {
            return spans.get(0).upperHours() != null
                    && !Set.of("author", "unknown").contains(spans.get(0).actor());
        }

        boolean isShare() {
            return item.kind().equals("share");
        }
    }

    @BeforeAll
    static void simulateAndRun() throws Exception {
        Path world = Files.createDirectories(temp.resolve("world"));
        // Half of what is posted repeats what was there word for word, and that ten times as readily once it is gone.
        new World(WorldSettings.reddit(SEED, ITEMS)
                        .with()
                        .spread(new SpreadPlan(0.5, 0, 1.2, 72, 10, 4_096))
                        .build())
                .writeTo(world, TRUTH);
        String study = world.resolve("study.yaml").toString();
        Files.writeString(
                Path.of(study),
                Files.readString(Path.of(study))
                        .replace("[platform, kind]", "[platform]")
                        .replace("track: {all: true}", "track: {all: true}\nmodel: none"));
        Run run = new RunFactory(ModelPlace::idOf)
                .create(study, temp.resolve("out").toString());
        PseudonymKey key = PseudonymKey.of(run.study(), study);
        new IngestJob(run, key::open, Set.of(), 2).run(false);
        new ClassifyJob(run, StudyLists.of(run, key::open), null).run(BatchJob.environment(2, Exchange.STORED));
        new RemovalJob(run).run(BatchJob.environment(2, Exchange.STORED));
        measures = TableReader.read(
                Table.REMOVAL_MEASURES, run.folder(Table.REMOVAL_MEASURES).root());
        gatherFamilies(run, key.open());
    }

    private static void gatherFamilies(Run run, Pseudonymiser key) throws IOException {
        Map<String, TruthItem> byKey = new HashMap<>();
        TRUTH.items().values().forEach(item -> byKey.put(key.pseudonym(Platform.REDDIT, item.itemId()), item));
        Map<String, String> familyOf = new HashMap<>();
        TableReader.forEach(
                Table.LABELS,
                run.folder(Table.LABELS).root(),
                (LabelRow row) -> familyOf.put(row.itemKey(), row.familyId()));
        families = new TreeMap<>();
        List<Instant> posted = new ArrayList<>();
        TableReader.forEach(Table.ITEMS, run.folder(Table.ITEMS).root(), (ItemRow row) -> {
            String family = familyOf.get(row.itemKey());
            TruthItem item = byKey.get(row.itemKey());
            posted.add(item.postedAtUtc());
            if (family != null || !row.seenAsStub()) {
                List<TruthEpisode> spans = TRUTH.episodes().get(item.itemId());
                spans.sort(Comparator.comparingInt(TruthEpisode::episodeNo));
                families.computeIfAbsent(family == null ? row.itemKey() : family, id -> new ArrayList<>())
                        .add(new Known(item, spans, row.seenAsStub()));
            }
        });
        end = posted.stream().max(Comparator.naturalOrder()).orElseThrow();
    }

    @Test
    void theWorldHasWhatIsMeasured() {
        assertThat(families.values()).anyMatch(family -> family.size() > 5);
        assertThat(TRUTH.items().values()).filteredOn(TruthItem::reuploaded).hasSizeGreaterThan(80);
        assertThat(measures)
                .filteredOn(row -> row.metricId().startsWith("family."))
                .extracting(row -> row.stratumBy())
                .contains("all", "platform");
    }

    @Test
    void theMeanNumberOfCopiesIsThatOfTheTrueTimesOfPosting() {
        for (double deadline : DEADLINES) {
            RemovalMeasureRow row = pooled(FamilyMeasures.COPIES, deadline);
            assertThat(row.estimate()).isCloseTo(meanCopies(deadline), within(1e-9));
            assertThat(row.identifiability()).isEqualTo("point");
            assertThat(row.nItems()).isEqualTo(families.size());
            if (row.estimate() > 1) {
                assertThat(row.ciLow()).isBetween(1.0, row.estimate());
                assertThat(row.ciHigh()).isGreaterThan(row.estimate());
            } else {
                assertThat(row.ciLow()).isNull();
            }
        }
    }

    /** Nelson's estimate by its definition: at each time of a copy, one over the families still followed. */
    private static double meanCopies(double deadline) {
        double mean = 0;
        for (List<Known> family : families.values()) {
            Instant first = firstPosted(family);
            for (Known copy : family) {
                double at = hours(first, copy.item().postedAtUtc());
                if (at <= deadline) {
                    mean += 1.0
                            / families.values().stream()
                                    .filter(other -> hours(firstPosted(other), end) >= at)
                                    .count();
                }
            }
        }
        return mean;
    }

    @Test
    void everyTrueGapLiesInTheOneThatIsMeasured() {
        int gaps = 0;
        int copiedAgain = 0;
        for (List<Known> family : families.values()) {
            Instant first = firstPosted(family);
            List<HourBracket> measured = ReuploadGaps.of(family(family));
            List<Known> removed = family.stream()
                    .filter(Known::isRemoved)
                    .sorted(Comparator.comparing((Known copy) -> copy.item().postedAtUtc()))
                    .toList();
            assertThat(measured).hasSameSizeAs(removed);
            for (Known copy : removed) {
                Instant gone = copy.item().trueGoneAtUtc();
                double truth = family.stream()
                        .filter(other ->
                                !other.isShare() && other.item().postedAtUtc().isAfter(gone))
                        .mapToDouble(other -> hours(gone, other.item().postedAtUtc()))
                        .min()
                        .orElse(Double.POSITIVE_INFINITY);
                // Which gap belongs to which copy: the one whose removal was seen when this one's was.
                assertThat(measured)
                        .as(
                                "gap of %s h after %s in the family of %s",
                                truth, copy.item().itemId(), first)
                        .anyMatch(gap -> gap.after() <= truth + 0.001 && truth <= gap.by() + 0.001);
                gaps++;
                copiedAgain += Double.isInfinite(truth) ? 0 : 1;
            }
        }
        assertThat(gaps).isGreaterThan(200);
        assertThat(copiedAgain).isGreaterThan(40);
    }

    @Test
    void theShareReuploadedIsThatOfTheGapsInTheTrueEpisodes() {
        RemovalData gaps = ReuploadGaps.of(families.values().stream()
                .map(SimulatedFamiliesPipelineTest::family)
                .toList());
        assertShares(FamilyMeasures.REUPLOADED, gaps);
        assertThat(pooled(FamilyMeasures.REUPLOADED, 24.0).nEvents()).isPositive();
    }

    @Test
    void theLastCopyIsGoneWhenTheTrueEpisodesSaySoAndWhenItTrulyWas() {
        RemovalDataBuilder rows = RemovalData.builder(List.of());
        int gone = 0;
        for (List<Known> family : families.values()) {
            LastCopy last = LastCopy.of(family(family));
            last.addTo(rows, -1);
            if (last.gone().happened() && !comesBack(family)) {
                double truth = family.stream()
                        .mapToDouble(
                                copy -> hours(firstPosted(family), copy.item().trueGoneAtUtc()))
                        .max()
                        .orElseThrow();
                assertThat(truth)
                        .isBetween(last.gone().after() - 0.001, last.gone().by() + 0.001);
                gone++;
            }
        }
        assertThat(gone).isGreaterThan(100);
        assertShares(FamilyMeasures.LAST_GONE, rows.build());
    }

    @Test
    void theVisibleTimeHoldsTheTrueOne() {
        double low = 0;
        double high = 0;
        double truth = 0;
        int number = 0;
        for (List<Known> known : families.values()) {
            Family family = family(known);
            if (VisibleTime.isSightedFor(family, 168)) {
                VisibleTime visible = VisibleTime.of(family, 168);
                double up = trulyVisible(known);
                if (!comesBack(known)) {
                    assertThat(up).isBetween(visible.low() - 0.02, visible.high() + 0.02);
                }
                low += visible.low();
                high += visible.high();
                truth += up;
                number++;
            }
        }
        RemovalMeasureRow row = pooled(FamilyMeasures.VISIBLE, null);
        assertThat(row.nItems()).isEqualTo(number);
        assertThat(row.tauHours()).isEqualTo(168);
        assertThat(row.boundLow()).isCloseTo(low / number, within(1e-9));
        assertThat(row.boundHigh()).isCloseTo(high / number, within(1e-9));
        assertThat(truth / number).isBetween(row.boundLow(), row.boundHigh());
    }

    /** Whether a copy was restored: what happens between two looks that both find it, nobody sees. */
    private static boolean comesBack(List<Known> family) {
        return family.stream().anyMatch(copy -> copy.item().trueRestoredAtUtc() != null);
    }

    /** Hours of the first 168 in which some copy was visible, counted in steps of a minute. */
    private static double trulyVisible(List<Known> family) {
        Instant first = firstPosted(family);
        int minutes = 0;
        for (int minute = 0; minute < 168 * 60; minute++) {
            Instant at = first.plus(Duration.ofMinutes(minute));
            minutes += family.stream().anyMatch(copy -> isVisible(copy.item(), at)) ? 1 : 0;
        }
        return minutes / 60.0;
    }

    private static boolean isVisible(TruthItem item, Instant at) {
        boolean gone = item.trueGoneAtUtc() != null && !at.isBefore(item.trueGoneAtUtc());
        boolean back = item.trueRestoredAtUtc() != null && !at.isBefore(item.trueRestoredAtUtc());
        return !at.isBefore(item.postedAtUtc()) && (!gone || back);
    }

    private static void assertShares(String metric, RemovalData data) {
        List<Share> expected = new ArrayList<>();
        RemovalEstimator.standard()
                .withDeadlines(DEADLINES)
                .withMinAtRisk(10)
                .estimate(data)
                .deadlines()
                .forEach(share -> expected.add(share.givenCaptured()));
        for (int i = 0; i < DEADLINES.length; i++) {
            RemovalMeasureRow row = pooled(metric, DEADLINES[i]);
            assertThat(row.boundLow())
                    .as(row.toString())
                    .isCloseTo(expected.get(i).boundLow(), within(1e-9));
            assertThat(row.boundHigh()).isCloseTo(expected.get(i).boundHigh(), within(1e-9));
            assertThat(row.nItems()).isEqualTo(Math.round(data.totalWeight()));
        }
    }

    private static RemovalMeasureRow pooled(String metric, Double deadline) {
        return measures.stream()
                .filter(row -> row.metricId().equals(metric) && row.stratumBy().equals("all"))
                .filter(row -> deadline == null || deadline.equals(row.deadlineHours()))
                .findFirst()
                .orElseThrow();
    }

    /** The family in hours since its first copy, from the episodes that a correct run finds. */
    private static Family family(List<Known> known) {
        Instant first = firstPosted(known);
        List<Copy> copies = new ArrayList<>();
        for (Known copy : known) {
            double posted = hours(first, copy.item().postedAtUtc());
            List<Copy.Span> spans = new ArrayList<>();
            for (TruthEpisode episode : copy.spans()) {
                double from = spans.isEmpty() ? 0 : episode.entryHours();
                HourBracket gone =
                        spans.isEmpty() ? null : spans.get(spans.size() - 1).until();
                HourBracket begun = gone == null
                        ? HourBracket.at(posted)
                        : new HourBracket(Math.min(gone.by(), posted + from), posted + from);
                double lower = Math.max(from, episode.lowerHours());
                spans.add(new Copy.Span(
                        begun,
                        episode.upperHours() == null
                                ? HourBracket.notUntil(posted + lower)
                                : new HourBracket(posted + lower, posted + episode.upperHours())));
            }
            copies.add(new Copy(
                    "reddit",
                    copy.isShare(),
                    posted,
                    copy.isStub() ? posted : hours(first, copy.item().firstCapturedAtUtc()),
                    spans,
                    departure(copy)));
        }
        return Family.of(copies, hours(first, end)).orElseThrow();
    }

    private static Departure departure(Known copy) {
        TruthEpisode first = copy.spans().get(0);
        if (first.upperHours() == null) {
            return Departure.NOT_SEEN;
        }
        return copy.isRemoved() ? Departure.REMOVED : Departure.BY_AUTHOR;
    }

    private static Instant firstPosted(Collection<Known> family) {
        return family.stream()
                .map(copy -> copy.item().postedAtUtc())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static double hours(Instant from, Instant until) {
        return Duration.between(from, until).toMillis() / 3_600_000.0;
    }

    /** Keeps items and episodes of the window. */
    private record Recorded(Map<String, TruthItem> items, Map<String, List<TruthEpisode>> episodes)
            implements TruthSink {
        @Override
        public void event(TruthEvent event) {}

        @Override
        public void item(TruthItem item) {
            items.put(item.itemId(), item);
        }

        @Override
        public void family(TruthFamily family) {}

        @Override
        public void cascade(TruthCascade cascade) {}

        @Override
        public void episode(TruthEpisode episode) {
            episodes.computeIfAbsent(episode.itemId(), id -> new ArrayList<>()).add(episode);
        }

        @Override
        public void reject(TruthReject reject) {}

        @Override
        public void finished(TruthCounts counts) {}
    }
}
