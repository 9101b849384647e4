// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tilik.model.Actor;
import org.tilik.model.Counts;
import org.tilik.model.Event;
import org.tilik.model.EventBuilder;
import org.tilik.model.EventKind;
import org.tilik.model.Platform;
import org.tilik.model.RecheckOutcome;
import org.tilik.model.Scope;
import org.tilik.model.SourcePosition;
import org.tilik.model.table.CaptureRow;
import org.tilik.model.table.ItemRow;
import org.tilik.model.table.ObservationRow;
import org.tilik.pipeline.sorted.SortKey;
import org.tilik.pipeline.study.PlaceComparisons;
import org.tilik.pipeline.study.Study;

class ItemMergeTest {
    private static final Instant POSTED = Instant.parse("2024-06-10T12:00:00Z");
    private static final Study.Window JUNE =
            new Study.Window(Instant.parse("2024-06-01T00:00:00Z"), Instant.parse("2024-07-01T00:00:00Z"));

    private final List<ItemRow> items = new ArrayList<>();
    private final List<ObservationRow> observations = new ArrayList<>();

    @Test
    void aSingleCaptureIsAnItemAndNothingElse() {
        MergeTally tally = merge(JUNE, post("a", 1, 1).text("words"));

        assertThat(tally)
                .isEqualTo(new MergeTally(1, 0, 0, 0, Map.of(), 0, 0, RemovalAges.NONE, PlaceComparisons.NONE));
        assertThat(items).singleElement().satisfies(item -> {
            assertThat(item.month()).isEqualTo("2024-06");
            assertThat(item.text()).isEqualTo("words");
            assertThat(item.enteredAtUtc()).isEqualTo(hours(1));
            assertThat(item.lastAliveAtUtc()).isEqualTo(hours(1));
            assertThat(item.keepsStubs()).isTrue();
        });
        assertThat(observations).isEmpty();
    }

    @Test
    void aSecondCaptureOfAVisibleItemIsASightingAlive() {
        MergeTally tally = merge(JUNE, post("a", 1, 1), post("a", 2, 30));

        assertThat(tally.items()).isEqualTo(1);
        assertThat(tally.observations()).isEqualTo(1);
        assertThat(observations).singleElement().satisfies(seen -> {
            assertThat(seen.kind()).isEqualTo("RECHECK");
            assertThat(seen.outcome()).isEqualTo("ALIVE");
            assertThat(seen.timeHiUtc()).isEqualTo(hours(30));
            assertThat(seen.ageHours()).isEqualTo(30.0);
        });
        assertThat(items.get(0).lastAliveAtUtc()).isEqualTo(hours(30));
    }

    @Test
    void anItemThatAnotherShowedBeforeItsOwnRecordWasCapturedIsSeenAtBothTimes() {
        merge(JUNE, post("a", 1, 10), post("a", 2, 3).fromEmbedded(true).primary(false));

        assertThat(items)
                .singleElement()
                .satisfies(item -> assertThat(item.enteredAtUtc()).isEqualTo(hours(3)));
        assertThat(observations).singleElement().satisfies(seen -> {
            assertThat(seen.outcome()).isEqualTo("ALIVE");
            assertThat(seen.timeHiUtc()).isEqualTo(hours(10));
        });
    }

    @Test
    void aSecondCaptureOfAStubIsCountsAndNotASightingAlive() {
        merge(
                JUNE,
                post("a", 1, 1),
                post("a", 2, 30).visible(false),
                removal("a", 2, 1, 30).primary(false));

        assertThat(observations).extracting(ObservationRow::kind).containsExactlyInAnyOrder("COUNTS", "REMOVAL");
        assertThat(items.get(0).lastAliveAtUtc()).isEqualTo(hours(1));
        assertThat(items.get(0).observedUntilUtc()).isEqualTo(hours(30));
        assertThat(items.get(0).seenAsStub()).isFalse();
    }

    @Test
    void theSameRecordAgainIsADuplicateWithAllThatComesAlong() {
        MergeTally tally = merge(
                JUNE,
                post("a", 1, 1),
                removal("a", 1, 1, 37).primary(false),
                post("a", 9, 1),
                removal("a", 9, 1, 37).primary(false));

        assertThat(tally)
                .isEqualTo(new MergeTally(1, 0, 0, 1, Map.of(), 0, 1, RemovalAges.NONE, PlaceComparisons.NONE));
        assertThat(observations).hasSize(1);
    }

    @Test
    void fieldsAreThoseOfTheEarliestCaptureThatStatesThemAndCountsThoseOfTheLatest() {
        merge(
                JUNE,
                post("a", 5, 10).text("later words").accountId("author").counts(likes(7)),
                post("a", 6, 2).visible(false).counts(likes(1)),
                post("a", 7, 50).text("last words").counts(likes(9)));

        assertThat(items).singleElement().satisfies(item -> {
            assertThat(item.enteredAtUtc()).isEqualTo(hours(2));
            assertThat(item.seenAsStub()).isTrue();
            assertThat(item.text()).isEqualTo("later words");
            assertThat(item.accountKey()).isEqualTo("author");
            assertThat(item.likesLast()).isEqualTo(9);
        });
    }

    @Test
    void followersAreThoseOfTheEarliestCaptureThatStatesThemAndMakeNoOtherEvent() {
        MergeTally tally = merge(
                JUNE,
                post("a", 5, 10).accountFollowers(70L),
                post("a", 6, 2),
                post("a", 7, 50).accountFollowers(90L),
                post("a", 8, 50).accountFollowers(91L));

        assertThat(items)
                .singleElement()
                .satisfies(item -> assertThat(item.accountFollowers()).isEqualTo(70));
        assertThat(tally.duplicates()).isEqualTo(1);
    }

    @Test
    void whatWasPostedOutsideTheWindowIsLeftOutWithEverythingAboutIt() {
        Study.Window july =
                new Study.Window(Instant.parse("2024-07-01T00:00:00Z"), Instant.parse("2024-08-01T00:00:00Z"));

        MergeTally tally = merge(july, post("a", 1, 1), removal("a", 2, 1, 900));

        assertThat(items).isEmpty();
        assertThat(observations).isEmpty();
        assertThat(tally.ignored()).isEqualTo(Map.of("outside_window", 2L));
    }

    @Test
    void anObservationOfAnIdThatNoRecordDeliversIsKeptWithoutAMonth() {
        MergeTally tally = merge(JUNE, removal("unseen", 1, 1, 2));

        assertThat(tally.observations()).isEqualTo(1);
        assertThat(observations).singleElement().satisfies(removal -> {
            assertThat(removal.month()).isEqualTo("unknown");
            assertThat(removal.ageHours()).isNull();
        });
    }

    @Test
    void onlyARecordOfItsOwnMakesAnItemThatWasAlsoSeenInsideOthersTopLevel() {
        MergeTally tally =
                merge(JUNE, post("a", 3, 9), post("a", 1, 1).primary(false).fromEmbedded(true));

        assertThat(tally)
                .isEqualTo(new MergeTally(1, 0, 0, 0, Map.of(), 0, 1, RemovalAges.NONE, PlaceComparisons.NONE));
        assertThat(items.get(0).fromEmbedded()).isFalse();
        assertThat(items.get(0).enteredAtUtc()).isEqualTo(hours(1));
        assertThat(items.get(0).sourceRecord()).isEqualTo(3);
    }

    @Test
    void anItemSeenOnlyInsideOthersIsDerived() {
        MergeTally tally = merge(JUNE, post("a", 1, 1).primary(false).fromEmbedded(true));

        assertThat(tally)
                .isEqualTo(new MergeTally(0, 0, 0, 0, Map.of(), 1, 0, RemovalAges.NONE, PlaceComparisons.NONE));
        assertThat(items.get(0).fromEmbedded()).isTrue();
    }

    @Test
    void nothingOfASuppressedAuthorIsWrittenWhicheverCaptureNamesTheAuthor() {
        List<CaptureRow> rows = rows(post("a", 1, 1), post("a", 2, 30).accountId("forgotten"), removal("a", 3, 30, 40));

        MergeTally tally = merge(JUNE, rows, Set.of("forgotten"));

        assertThat(items).isEmpty();
        assertThat(observations).isEmpty();
        assertThat(tally.ignored()).isEqualTo(Map.of("suppressed", 3L));
    }

    @Test
    void theOrderInWhichRecordsAreReadDoesNotMatter() {
        List<CaptureRow> rows = rows(
                post("a", 1, 1).text("one").counts(likes(1)),
                post("a", 2, 30).text("two").counts(likes(2)),
                post("a", 9, 1).text("one").counts(likes(1)),
                removal("a", 3, 30, 40),
                post("b", 4, 1),
                removal("c", 5, 1, 2),
                Event.builder(Platform.REDDIT, EventKind.RECHECK, "b", at(6))
                        .at(hours(20))
                        .capturedAt(hours(20))
                        .recheck(RecheckOutcome.GONE));
        MergeTally expected = merge(JUNE, rows, Set.of());
        List<ItemRow> expectedItems = List.copyOf(items);
        List<ObservationRow> expectedObservations = List.copyOf(observations);

        for (long seed = 0; seed < 20; seed++) {
            items.clear();
            observations.clear();
            List<CaptureRow> shuffled = new ArrayList<>(rows);
            Collections.shuffle(shuffled, new Random(seed));

            assertThat(merge(JUNE, shuffled, Set.of())).isEqualTo(expected);
            assertThat(items).isEqualTo(expectedItems);
            assertThat(observations).isEqualTo(expectedObservations);
        }
    }

    private MergeTally merge(Study.Window window, EventBuilder... events) {
        return merge(window, rows(events), Set.of());
    }

    private MergeTally merge(Study.Window window, List<CaptureRow> rows, Set<String> suppressed) {
        ItemMerge merge =
                new ItemMerge(window, false, "run", PlaceLooks.NONE, items::add, items::add, observations::add);
        ForgottenItems forgotten = new ForgottenItems(suppressed);
        rows.forEach(forgotten::lookAt);
        rows.stream()
                .sorted(Comparator.comparing(
                        row -> MergeOrder.of(row, new SortKey()).toBytes(), Arrays::compareUnsigned))
                .forEach(row -> merge.accept(row, forgotten.contains(row)));
        return merge.finish();
    }

    private static List<CaptureRow> rows(EventBuilder... events) {
        return Arrays.stream(events)
                .map(EventBuilder::build)
                .map(CaptureRows::of)
                .toList();
    }

    private static EventBuilder post(String id, long record, int capturedAfterHours) {
        return Event.builder(Platform.REDDIT, EventKind.POST, id, at(record))
                .at(POSTED)
                .capturedAt(hours(capturedAfterHours));
    }

    private static EventBuilder removal(String id, long record, int afterHours, int untilHours) {
        return Event.builder(Platform.REDDIT, EventKind.REMOVAL, id, at(record))
                .between(hours(afterHours), hours(untilHours))
                .capturedAt(hours(untilHours))
                .actor(Actor.COMMUNITY_MOD)
                .explicit(true);
    }

    @Test
    void aRemovalOfAnItemNeverDeliveredHasTheAgeThatItsIdStates() {
        merge(JUNE, removal("a", 1, 48, 48).idTime(POSTED));

        assertThat(items).isEmpty();
        assertThat(observations).singleElement().satisfies(removal -> {
            assertThat(removal.month()).isEqualTo("unknown");
            assertThat(removal.ageHours()).isEqualTo(48.0);
        });
    }

    @Test
    void removalsOfItemsNeverDeliveredAreCountedApartWithTheirMedianAge() {
        MergeTally tally = merge(
                JUNE,
                removal("a", 1, 48, 48).idTime(POSTED),
                removal("b", 2, 5, 5),
                post("c", 3, 1),
                removal("c", 4, 9, 9).idTime(POSTED),
                removal("d", 5, 7, 7).scope(Scope.ACCOUNT));

        assertThat(tally.observations()).isEqualTo(4);
        assertThat(tally.unmatched().n()).isEqualTo(2);
        assertThat(tally.unmatched().withAge()).isEqualTo(1);
        assertThat(tally.unmatched().medianAgeHours()).isCloseTo(48.0, within(0.05));
    }

    @Test
    void whatIsSaidOfAnAccountIsNotSaidOfTheItemWithTheSameId() {
        merge(JUNE, post("a", 1, 1), removal("a", 2, 5, 9).scope(Scope.ACCOUNT));

        assertThat(items.get(0).observedUntilUtc()).isEqualTo(hours(1));
        assertThat(observations).singleElement().satisfies(seen -> {
            assertThat(seen.scope()).isEqualTo("ACCOUNT");
            assertThat(seen.month()).isEqualTo("unknown");
            assertThat(seen.ageHours()).isNull();
        });
    }

    @Test
    void aRemovalOfAnItemNeverDeliveredIsLeftOutWhereItsIdStandsOutsideTheWindow() {
        MergeTally tally = merge(JUNE, removal("a", 1, 48, 48).idTime(POSTED.minusSeconds(86400L * 60)));

        assertThat(observations).isEmpty();
        assertThat(tally.ignored()).isEqualTo(Map.of("outside_window", 1L));
    }

    @Test
    void anItemIsNotifiedWhenAnyOfItsCapturesIs() {
        merge(JUNE, post("a", 1, 1), post("a", 2, 2).notified(true), post("b", 3, 1));

        assertThat(items).extracting(ItemRow::isNotified).containsExactly(true, false);
    }

    private static Counts likes(long likes) {
        return new Counts(likes, null, null, null, null);
    }

    private static SourcePosition at(long record) {
        return new SourcePosition("RC.zst", "", record);
    }

    private static Instant hours(int hours) {
        return POSTED.plusSeconds(hours * 3600L);
    }
}
