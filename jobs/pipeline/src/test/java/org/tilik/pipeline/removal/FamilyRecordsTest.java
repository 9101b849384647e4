// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tilik.pipeline.strata.Strata;
import org.tilik.pipeline.study.Clock;

/** Families worked out by hand, from what was seen of their items. */
class FamilyRecordsTest {
    private static final Instant START = Instant.parse("2024-06-03T00:00:00Z");
    private static final double INF = Double.POSITIVE_INFINITY;

    @Test
    void aFamilyIsMeasuredOnEachPlatformAndOnAllTogether() {
        // On reddit 0–10 removed, 20–? still there at 50; on twitter 12–30 removed. Sighted until 100.
        List<FamilyCopy> family =
                List.of(removed("reddit", "x", 0, 10), alive("reddit", "y", 20, 50), removed("twitter", "x", 12, 30));
        Map<String, FamilyRecord> records = records(family, true);

        assertThat(records.keySet())
                .containsExactlyInAnyOrder(
                        "all",
                        "platform=reddit",
                        "platform=twitter",
                        "platform_pair=reddit>twitter",
                        "platform_pair=twitter>reddit");
        FamilyRecord all = records.get("all");
        assertThat(all.items).isEqualTo(3);
        assertThat(all.accounts).containsExactly("x", "y");
        assertThat(all.followedFor).isEqualTo(100);
        assertThat(all.furtherCopies).containsExactly(12, 20);
        assertThat(all.gapAfter).containsExactly(2, 70);
        assertThat(all.gapBy).containsExactly(2, INF);
        assertThat(all.reuploadsFollowedFor).isEqualTo(90);
        assertThat(all.reuploadsAtLeast).containsExactly(2, 10);
        assertThat(all.reuploadsAtMost).containsExactly(2, 10);
        // Up from 0 to 10 and from 12 to 50 at least, within 60 h to the end at most.
        assertThat(all.visibleLow).isEqualTo(48);
        assertThat(all.visibleHigh).isEqualTo(58);
        // The last copy anywhere; then each platform, from the first copy anywhere.
        assertThat(all.lastAfter).containsExactly(50, 50, 30);
        assertThat(all.lastBy).containsExactly(INF, INF, 30);

        FamilyRecord reddit = records.get("platform=reddit");
        assertThat(reddit.gapAfter).containsExactly(10);
        assertThat(reddit.lastAfter).containsExactly(50);
        FamilyRecord twitter = records.get("platform=twitter");
        assertThat(twitter.furtherCopies).isEmpty();
        assertThat(twitter.followedFor).isEqualTo(88);
        assertThat(twitter.lastBy).containsExactly(18);
        assertThat(twitter.gapBy).containsExactly(INF);

        FamilyRecord pair = records.get("platform_pair=twitter>reddit");
        assertThat(pair.lag).isEqualTo("FROM_FIRST_ONLY");
        assertThat(pair.lagAfter).isEqualTo(20);
        assertThat(pair.lagBy).isEqualTo(INF);
        assertThat(pair.items).isEqualTo(3);
    }

    @Test
    void platformsAreStrataOnlyWhereTheStudyAsksForThem() {
        assertThat(records(List.of(removed("reddit", "x", 0, 10)), false).keySet())
                .containsExactly("all");
    }

    @Test
    void anItemWithoutAFamilyIsTheOnlyCopyOfItsContent() {
        FamilyRecord all =
                records(List.of(removed("reddit", "x", 0, 10)), false).get("all");
        assertThat(all.furtherCopies).isEmpty();
        assertThat(all.gapAfter).containsExactly(90);
        assertThat(all.gapBy).containsExactly(INF);
    }

    @Test
    void theOrderOfCopiesDoesNotMatter() {
        List<FamilyCopy> copies = new ArrayList<>(List.of(
                removed("reddit", "x", 0, 10),
                removed("reddit", "x", 0, 12),
                alive("reddit", "y", 20, 50),
                removed("twitter", "z", 12, 30)));
        String once = shown(records(copies, true));
        for (int seed = 0; seed < 10; seed++) {
            Collections.shuffle(copies, new Random(seed));
            assertThat(shown(records(copies, true))).isEqualTo(once);
        }
    }

    @Test
    void anAccountThatIsUnknownCountsAsNone() {
        assertThat(records(List.of(removed("reddit", null, 0, 10)), false).get("all").accounts)
                .isEmpty();
    }

    @Test
    void theNextCopyIsAwaitedUntilTheFirstCommonPlatformEnds() {
        SightingEnds ends = new SightingEnds(10, null);
        ends.add("reddit", 500, 400);
        ends.add("twitter", 900, 6);
        ends.add("twitter", 700, 6);
        ends.add("weibo", 3, 9);
        assertThat(ends.on("twitter")).hasValue(900);
        assertThat(ends.on("weibo")).hasValue(3);
        assertThat(ends.on("gab")).isEmpty();
        assertThat(ends.onAll()).hasValue(500);
    }

    @Test
    void theWindowEndsSightingAndRarePlatformsDoSoOnlyAmongThemselves() {
        SightingEnds ends = new SightingEnds(10, START);
        long start = FamilyCopy.micros(START);
        ends.add("reddit", start + 5, 400);
        assertThat(ends.onAll()).hasValue(start);
        SightingEnds rare = new SightingEnds(10, null);
        rare.add("weibo", 3, 9);
        rare.add("gab", 2, 9);
        assertThat(rare.onAll()).hasValue(2);
        assertThat(new SightingEnds(10, null).onAll()).isEmpty();
    }

    @Test
    void whatAStubSaidIsUnknownUnlessSomethingTiesItToAFamily() {
        TrackedItem stub = item("reddit", "x", 0);
        stub.seenAsStub = true;
        stub.followedFromStart = true;
        List<ItemObservation> gone = List.of(gone(0, 1));
        stub.familyId = null;
        assertThat(copy(stub, gone)).isEmpty();
        stub.familyId = "f";
        assertThat(copy(stub, gone)).hasValueSatisfying(copy -> {
            assertThat(copy.departure).isEqualTo("REMOVED");
            assertThat(copy.watchedFrom).isEqualTo(copy.postedAt);
        });
    }

    @Test
    void anItemWithoutFollowUpIsACopyWhileItWasNotSeenGone() {
        assertThat(copy(item("reddit", "x", 5), List.of())).hasValueSatisfying(copy -> {
            assertThat(copy.departure).isEqualTo("NOT_SEEN");
            assertThat(copy.seen).isEqualTo(copy.begun);
        });
        TrackedItem listedLate = item("reddit", "x", 0);
        listedLate.listedAt = START.plus(Duration.ofHours(50));
        assertThat(copy(listedLate, List.of(gone(1, 2)))).isEmpty();
        listedLate.listedAtUnknown = true;
        assertThat(copy(listedLate, List.of(gone(60, 61)))).isEmpty();
    }

    @Test
    void aRestoredCopyHasTwoSpansAndItsFirstDepartureCounts() {
        ItemObservation back = gone(30, 30);
        back.kind = "REAPPEARANCE";
        back.actor = null;
        FamilyCopy copy =
                copy(item("reddit", "x", 0), List.of(gone(10, 10), back)).orElseThrow();
        assertThat(copy.gone).hasSize(2).endsWith(Long.MAX_VALUE);
        FamilyRecord all =
                new FamilyRecords(plan(false), ends()).of(List.of(copy)).get(0);
        assertThat(all.lastAfter).containsExactly(30);
        assertThat(all.lastBy).containsExactly(INF);
        assertThat(all.gapAfter).containsExactly(90);
        // Up from 0 to 10, perhaps again at once and certainly at 30; nobody looked later.
        assertThat(all.visibleLow).isEqualTo(10);
        assertThat(all.visibleHigh).isEqualTo(60);
    }

    private static Map<String, FamilyRecord> records(List<FamilyCopy> copies, boolean byPlatform) {
        return new FamilyRecords(plan(byPlatform), ends())
                .of(copies).stream().collect(Collectors.toMap(made -> made.stratum, made -> made));
    }

    private static String shown(Map<String, FamilyRecord> records) {
        return records.values().stream()
                .map(made -> made.stratum
                        + List.of(made.items, made.followedFor, made.visibleLow, made.visibleHigh)
                        + Arrays.toString(made.furtherCopies)
                        + Arrays.toString(made.gapAfter)
                        + Arrays.toString(made.gapBy)
                        + Arrays.toString(made.lastAfter)
                        + Arrays.toString(made.accounts)
                        + made.lag
                        + made.lagAfter)
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static FamilyPlan plan(boolean byPlatform) {
        MeasurePlan plan = new MeasurePlan(
                "test", Clock.POSTED, List.of(1.0, 24.0, 60.0), 0.95, 10, 7, null, false, "0123456789abcdef");
        return new FamilyPlan(plan, null, Set.of(), byPlatform);
    }

    private static SightingEnds ends() {
        SightingEnds ends = new SightingEnds(10, START.plus(Duration.ofHours(100)));
        ends.add("reddit", FamilyCopy.micros(START.plus(Duration.ofHours(200))), 50);
        ends.add("twitter", FamilyCopy.micros(START.plus(Duration.ofHours(200))), 50);
        return ends;
    }

    private static FamilyCopy removed(String platform, String account, int posted, int at) {
        return copy(item(platform, account, posted), List.of(gone(at, at))).orElseThrow();
    }

    private static FamilyCopy alive(String platform, String account, int posted, int lastSeen) {
        ItemObservation look = gone(lastSeen, lastSeen);
        look.kind = "RECHECK";
        look.outcome = "ALIVE";
        look.actor = null;
        return copy(item(platform, account, posted), List.of(look)).orElseThrow();
    }

    private static Optional<FamilyCopy> copy(TrackedItem item, List<ItemObservation> observations) {
        EpisodeBuilder builder = new EpisodeBuilder(Clock.POSTED, Coverage.NONE, new Strata(List.of()), "run");
        return FamilyCopy.of(item, builder.build(item, observations).episodes());
    }

    private static TrackedItem item(String platform, String account, int posted) {
        TrackedItem item = new TrackedItem();
        item.platform = platform;
        item.month = "2024-06";
        item.itemKey = platform + posted;
        item.accountKey = account;
        item.kind = "POST";
        item.language = "und";
        item.trackedBy = "all";
        item.familyId = "f";
        item.postedAt = START.plus(Duration.ofHours(posted));
        item.enteredAt = item.postedAt;
        return item;
    }

    private static ItemObservation gone(int after, int by) {
        ItemObservation removal = new ItemObservation();
        removal.kind = "REMOVAL";
        removal.timeLo = START.plus(Duration.ofHours(after));
        removal.timeHi = START.plus(Duration.ofHours(by));
        removal.explicit = true;
        removal.actor = "PLATFORM";
        return removal;
    }
}
