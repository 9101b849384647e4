// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.datasets.generate.SpreadPlan;
import org.tilik.datasets.generate.TruthFamily;
import org.tilik.datasets.generate.TruthItem;
import org.tilik.datasets.generate.WorldSettings;
import org.tilik.model.Platform;
import org.tilik.model.Pseudonymiser;
import org.tilik.model.table.FamilyMemberRow;
import org.tilik.model.table.FamilyRow;
import org.tilik.model.table.SpreadMeasureRow;
import org.tilik.model.table.SpreadTimelineRow;
import org.tilik.pipeline.table.Table;

/** What a run says of families over time, against the truth of the world that made its inputs. */
class FamiliesEqualTruthIT {
    private static final long SEED = 29;
    private static final long ITEMS = 1_000;
    private static final double MICROS_PER_HOUR = 3.6e9;

    @TempDir
    private static Path temp;

    private static SimulatedWorld world;
    private static Output output;
    /** What is true of the members of each family that the run found, by the family's id. */
    private static Map<String, List<TruthItem>> found;

    @BeforeAll
    static void simulateAndRun() throws IOException {
        // Half of what is posted repeats what was there, ten times as readily once it is gone.
        world = SimulatedWorld.write(
                temp.resolve("world"),
                WorldSettings.reddit(SEED, ITEMS)
                        .with()
                        .spread(new SpreadPlan(0.5, 0, 1.2, 72, 10, 4_096))
                        .build());
        String study = world.study(
                "platforms.yaml",
                text -> text.replace("strata: [platform, kind]", "strata: [platform]")
                        .replace("track: {all: true}", "track: {all: true}\nmodel: none"));
        output = new Output(temp.resolve("out"));
        Invocation.succeeding("run", study, "--output", output.toString(), "--parallelism", "2");
        Pseudonymiser key = world.pseudonymiser();
        Map<String, TruthItem> items = new HashMap<>();
        for (TruthItem item : world.truth().items()) {
            items.put(key.pseudonym(Platform.of(item.platform()).orElseThrow(), item.itemId()), item);
        }
        found = new TreeMap<>();
        for (FamilyMemberRow member : output.rows(Table.FAMILY_MEMBERS)) {
            found.computeIfAbsent(member.familyId(), id -> new ArrayList<>()).add(items.get(member.itemKey()));
        }
    }

    private static Map<String, FamilyRow> rows() throws IOException {
        return output.rows("restricted", Table.FAMILIES).stream()
                .collect(Collectors.toMap(FamilyRow::familyId, row -> row));
    }

    @Test
    void aFamilyOfTheTruthThatTheFilesShowWholeIsARowWithItsCounts() throws IOException {
        Map<String, TruthFamily> truth = new HashMap<>();
        world.truth().families().forEach(family -> truth.put(family.familyId(), family));
        Map<String, FamilyRow> rows = rows();
        int whole = 0;
        for (Map.Entry<String, List<TruthItem>> family : found.entrySet()) {
            List<TruthItem> members = family.getValue();
            TruthFamily expected = truth.get(members.get(0).familyId());
            boolean isOne = expected != null
                    && members.stream().allMatch(item -> expected.familyId().equals(item.familyId()));
            if (isOne && members.size() == expected.nItems()) {
                FamilyRow row = rows.get(family.getKey());
                assertThat(row.nCopies()).isEqualTo(expected.nItems());
                assertThat(row.nShares()).isEqualTo(expected.nShares());
                assertThat(row.firstSeenHourUtc())
                        .isEqualTo(expected.firstPostedAtUtc().truncatedTo(ChronoUnit.HOURS));
                assertThat(row.durationHours())
                        .isEqualTo(hours(expected.firstPostedAtUtc(), expected.lastPostedAtUtc()));
                assertThat(row.nGone()).isLessThanOrEqualTo(expected.nEverGone());
                if (expected.lastGoneAtUtc() == null) {
                    assertThat(row.aliveShareHigh()).isPositive();
                }
                whole++;
            }
        }
        assertThat(whole).as("families that the files show whole").isGreaterThan(20);
    }

    @Test
    void everyFoundFamilyIsARowOfItsMembers() throws IOException {
        Map<String, FamilyRow> rows = rows();

        assertThat(rows.keySet()).isEqualTo(found.keySet());
        found.forEach((id, members) -> {
            FamilyRow row = rows.get(id);
            List<Instant> posted =
                    members.stream().map(TruthItem::postedAtUtc).sorted().toList();
            assertThat(row.nCopies()).isEqualTo(members.size());
            assertThat(row.nAccounts())
                    .isLessThanOrEqualTo(
                            members.stream().map(TruthItem::account).distinct().count());
            assertThat(row.durationHours()).isEqualTo(hours(posted.get(0), posted.get(posted.size() - 1)));
            assertThat(row.hoursTo10())
                    .isEqualTo(posted.size() < 10 ? null : (Double) hours(posted.get(0), posted.get(9)));
            long everGone = members.stream()
                    .filter(item -> item.trueGoneAtUtc() != null)
                    .count();
            assertThat(row.nGone()).as(id).isLessThanOrEqualTo(everGone);
        });
    }

    @Test
    void boundsOfWhatIsVisibleHoldTheTruthAtEveryHour() throws IOException {
        List<SpreadTimelineRow> rows = output.rows("restricted", Table.SPREAD_TIMELINE);
        List<TruthItem> all = world.truth().items().stream()
                .filter(item -> item.inWindow() && !item.seen().equals("never"))
                .toList();
        int families = 0;
        for (SpreadTimelineRow row : rows) {
            List<TruthItem> copies = row.familyId() == null ? all : found.get(row.familyId());
            families += row.familyId() == null ? 0 : 1;
            Instant end = row.atUtc().plus(Duration.ofHours(row.bucket().equals("day") ? 24 : 1));
            long posted = copies.stream()
                    .filter(item -> item.postedAtUtc().isBefore(end))
                    .count();
            long visible = copies.stream().filter(item -> isVisible(item, end)).count();
            assertThat(row.cumulativeCopies()).as(row.toString()).isEqualTo(posted);
            // Nobody sees that what came back was away between two sightings, nor that it came back after the last one.
            long unseen = copies.stream()
                    .filter(item -> item.trueRestoredAtUtc() != null)
                    .count();
            assertThat(visible)
                    .as(row.toString())
                    .isBetween(row.visibleCopiesLow() - unseen, row.visibleCopiesHigh() + unseen);
            long removed = copies.stream()
                    .filter(item -> item.trueGoneAtUtc() != null
                            && item.trueGoneAtUtc().isBefore(end)
                            && !item.trueCause().equals("author"))
                    .count();
            assertThat(removed).as(row.toString()).isGreaterThanOrEqualTo(row.removedCopiesLow());
        }
        assertThat(rows).hasSizeGreaterThan(1_000);
        assertThat(families).isGreaterThan(200);
    }

    private static boolean isVisible(TruthItem item, Instant end) {
        boolean gone = item.trueGoneAtUtc() != null && item.trueGoneAtUtc().isBefore(end);
        boolean restored =
                item.trueRestoredAtUtc() != null && item.trueRestoredAtUtc().isBefore(end);
        return item.postedAtUtc().isBefore(end) && (!gone || restored);
    }

    @Test
    void publishedTotalsAreThoseOfTheTruth() throws IOException {
        long items = world.truth().items().stream()
                .filter(item -> item.inWindow() && !item.seen().equals("never"))
                .count();
        Map<String, SpreadMeasureRow> pooled = output.rows(Table.SPREAD_MEASURES).stream()
                .filter(row -> row.stratum().equals("all")
                        && row.thresholdCopies() == null
                        && row.quantile() == null
                        && row.deadlineHours() == null)
                .collect(Collectors.toMap(SpreadMeasureRow::metricId, row -> row));

        assertThat(pooled.get("copies.total").estimate()).isEqualTo((double) items);
        assertThat(pooled.get("families.count").estimate()).isEqualTo(found.size());
    }

    private static double hours(Instant from, Instant until) {
        return ChronoUnit.MICROS.between(from, until) / MICROS_PER_HOUR;
    }
}
