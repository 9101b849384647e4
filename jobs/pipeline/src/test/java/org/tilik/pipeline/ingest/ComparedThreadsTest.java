// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tilik.formats.DumpFormat;
import org.tilik.model.Platform;
import org.tilik.model.table.ObservationRow;

/** Captures of one fictional thread, of which the first post says how many answer it. */
class ComparedThreadsTest {
    private static final long OPENED = Instant.parse("2024-06-10T12:00:00Z").getEpochSecond();
    private static final String FILE = "pol/threads.ndjson";

    private final MergedCaptures captures = new MergedCaptures();

    /** The posts of a thread as its document is unfolded; the first number opens it. */
    private static List<String> thread(int afterMinutes, String ofOpener, int... numbers) {
        String opener = "\"replies\":" + (numbers.length - 1) + ofOpener;
        return Arrays.stream(numbers)
                .mapToObj(no -> "{\"thread\":{\"scraped_on\":" + (OPENED + afterMinutes * 60L)
                        + "},\"opener\":100,\"post\":{"
                        + "\"no\":" + no + ",\"resto\":" + (no == 100 ? 0 : 100) + ",\"time\":" + (OPENED + no - 100)
                        + ",\"com\":\"invented words " + no + "\"," + (no == 100 ? opener : "\"now\":\"\"") + "}}")
                .toList();
    }

    private void capture(String file, List<String> posts) {
        captures.decode(DumpFormat.FOURCHAN, file, null, false, 1, posts);
    }

    private List<ObservationRow> gone(int no) {
        return captures.of(Platform.FOURCHAN, "pol/" + no).stream()
                .filter(row -> "GONE".equals(row.outcome()))
                .toList();
    }

    private static Instant minutes(int minutes) {
        return Instant.ofEpochSecond(OPENED + minutes * 60L);
    }

    @Test
    void aPostThatALaterCaptureOfItsThreadLacksWentBetweenTheTwo() {
        capture("pol/a.ndjson", thread(10, "", 100, 104, 109));
        capture("pol/b.ndjson", thread(20, "", 100, 104, 109, 130));
        capture("pol/c.ndjson", thread(35, "", 100, 109, 130, 131));
        MergeTally tally = captures.merge();

        assertThat(gone(104)).singleElement().satisfies(row -> {
            assertThat(row.timeHiUtc()).isEqualTo(minutes(35));
            assertThat(row.kind()).isEqualTo("RECHECK");
            assertThat(row.isExplicit()).isFalse();
            assertThat(row.sourceFile()).isEqualTo("pol/c.ndjson");
        });
        assertThat(captures.of(Platform.FOURCHAN, "pol/104"))
                .filteredOn(row -> "ALIVE".equals(row.outcome()))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.timeHiUtc()).isEqualTo(minutes(20));
                    assertThat(row.isOneSided()).isFalse();
                });
        assertThat(gone(109)).isEmpty();
        assertThat(tally.comparisons().missing()).isEqualTo(1);
        assertThat(tally.comparisons().numbers()).isZero();
    }

    @Test
    void theLastPostOfAThreadIsMissedTooSinceTheWholeThreadIsThere() {
        capture("pol/a.ndjson", thread(10, "", 100, 104, 109));
        capture("pol/b.ndjson", thread(20, "", 100, 104));
        captures.merge();

        assertThat(gone(109)).hasSize(1);
    }

    @Test
    void severalCapturesOfAThreadInOneFileAreToldApartByTheirTime() {
        List<String> first = thread(10, "", 100, 104, 109);
        captures.decode(DumpFormat.FOURCHAN, FILE, null, false, 1, first);
        captures.decode(DumpFormat.FOURCHAN, FILE, null, false, 4, thread(20, "", 100, 109));
        captures.merge();

        assertThat(gone(104))
                .singleElement()
                .satisfies(row -> assertThat(row.timeHiUtc()).isEqualTo(minutes(20)));
    }

    @Test
    void aThreadThatFellOffItsBoardTakesNoPostsWithIt() {
        capture("pol/a.ndjson", thread(10, "", 100, 104, 109));
        capture("pol/b.ndjson", thread(20, ",\"archived\":1,\"archived_on\":" + (OPENED + 900), 100, 104, 109));
        MergeTally tally = captures.merge();

        assertThat(captures.observations).noneMatch(row -> "GONE".equals(row.outcome()));
        assertThat(tally.comparisons().looks()).isEqualTo(2);
    }

    @Test
    void aThreadThatIsCapturedOnceIsComparedWithNothing() {
        capture("pol/a.ndjson", thread(10, "", 100, 104, 109));

        assertThat(captures.merge().comparisons().leftOut()).isEqualTo(Map.of("alone", 1L));
    }

    @Test
    void aCaptureWithFewerPostsThanTheFirstSaysIsNoLook() {
        capture("pol/a.ndjson", thread(10, "", 100, 104, 109));
        capture("pol/b.ndjson", thread(20, "", 100, 104, 109).subList(0, 2));
        MergeTally tally = captures.merge();

        assertThat(gone(109)).isEmpty();
        assertThat(tally.comparisons().leftOut()).isEqualTo(Map.of("alone", 1L, "incomplete", 1L));
    }

    @Test
    void whatHoldsOnlyTheLastRepliesIsNoLook() {
        capture("pol/a.ndjson", thread(10, "", 100, 104, 109));
        capture("pol/b.ndjson", thread(20, ",\"sticky\":1,\"sticky_cap\":50", 100, 109));
        capture("pol/c.ndjson", thread(30, ",\"tail_size\":50", 100, 109));
        captures.merge();

        assertThat(gone(104)).isEmpty();
    }

    @Test
    void aPostThatLaterCapturesShowAgainIsNotGone() {
        capture("pol/a.ndjson", thread(10, "", 100, 104, 109));
        capture("pol/b.ndjson", thread(20, "", 100, 109));
        capture("pol/c.ndjson", thread(30, "", 100, 104, 109));
        MergeTally tally = captures.merge();

        assertThat(gone(104)).isEmpty();
        assertThat(tally.comparisons().contradicted()).isEqualTo(1);
    }

    @Test
    void moreThanTwoLooksInVainAreToldByTheFirstAndTheLast() {
        capture("pol/a.ndjson", thread(10, "", 100, 104, 109));
        for (int i = 2; i < 9; i++) {
            capture("pol/" + i + ".ndjson", thread(10 * i, "", 100, 109));
        }
        captures.merge();

        assertThat(gone(104)).extracting(ObservationRow::timeHiUtc).containsExactly(minutes(20), minutes(80));
        assertThat(captures.items)
                .filteredOn(item -> item.itemKey().equals(gone(104).get(0).itemKey()))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.lastAliveAtUtc()).isEqualTo(minutes(10));
                    assertThat(item.observedUntilUtc()).isEqualTo(minutes(80));
                });
    }
}
