// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tilik.model.table.CascadeRow;
import org.tilik.pipeline.spread.SizeClass;

class CascadeReleaseTest {
    private static final int K = 10;

    private final CascadeRelease release = new CascadeRelease(K, "run");
    private final List<CascadeRow> rows = new ArrayList<>();

    private static CascadeRow row(String id, String source, long size) {
        return new CascadeRow(
                SizeClass.of(size),
                id,
                source,
                1L,
                null,
                "twitter",
                "de",
                Instant.parse("2024-06-03T10:00:00Z"),
                true,
                size,
                size - 1,
                0L,
                0L,
                1L,
                0L,
                size,
                1L,
                null,
                null,
                null,
                0.2,
                1.0,
                null,
                null,
                size,
                3.4,
                size,
                1234L,
                false,
                "run");
    }

    private static String[] accounts(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "a" + i).toArray(String[]::new);
    }

    private void listed(String id, String source, long size) {
        rows.addAll(release.add(ReleasePart.listed(row(id, source, size), accounts(0, K), 1300L)));
    }

    private void summed(String source, long size, int cascades, int accounts) {
        for (int i = 0; i < cascades; i++) {
            rows.addAll(release.add(ReleasePart.of(row("s" + i, source, size), accounts(0, accounts))));
        }
    }

    private List<String> published() {
        rows.addAll(release.finish());
        return rows.stream()
                .map(row -> row.sizeClass() + " " + row.parentSource() + " " + row.cascadeId() + " " + row.nCascades()
                        + " " + row.size() + (row.suppressed() ? " suppressed" : ""))
                .sorted()
                .toList();
    }

    @Test
    void hoursOfListedCascadesAreRoundedUpAndTheirReachIsThatForPublication() {
        listed("a", "explicit", 20);
        rows.addAll(release.finish());

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.hoursToFirstShare()).isEqualTo(1);
            assertThat(row.hoursTo10()).isEqualTo(1);
            assertThat(row.hoursTo100()).isNull();
            assertThat(row.durationHours()).isEqualTo(4);
            assertThat(row.reachUpper()).isEqualTo(1300);
        });
    }

    @Test
    void whatIsTooSmallToBeListedIsAddedUpByClass() {
        listed("a", "explicit", 20);
        summed("explicit", 3, 5, K);
        summed("explicit", 40, 2, K);

        assertThat(published())
                .containsExactly("10-99 explicit a 1 20", "10-99 explicit null 2 80", "2-9 explicit null 5 15");
    }

    @Test
    void aSumThatIsHeldBackTakesTheNextSmallestWithIt() {
        listed("a", "explicit", 20);
        summed("explicit", 3, 2, K);
        summed("explicit", 40, 2, K);
        summed("explicit", 300, 2, K);

        assertThat(published())
                .containsExactly(
                        "10-99 explicit a 1 20",
                        "10-99 explicit null null null suppressed",
                        "100-999 explicit null 2 600",
                        "2-9 explicit null null null suppressed");
    }

    @Test
    void manyItemsOfFewAccountsAreHeldBack() {
        summed("explicit", 40, 2, K - 1);
        summed("explicit", 3, 5, K);
        summed("explicit", 300, 5, K);

        assertThat(published())
                .containsExactly(
                        "10-99 explicit null null null suppressed",
                        "100-999 explicit null 5 1500",
                        "2-9 explicit null null null suppressed");
    }

    @Test
    void aSumThatAloneIsHeldBackTakesTheSmallestListedCascadeWithIt() {
        listed("b", "explicit", 30);
        listed("a", "explicit", 20);
        listed("c", "explicit", 20);
        summed("explicit", 3, 2, K);

        // Otherwise the total less the listed cascades would give away six items.
        assertThat(published())
                .containsExactly(
                        "10-99 explicit b 1 30",
                        "10-99 explicit c 1 20",
                        "10-99 explicit null null null suppressed",
                        "2-9 explicit null null null suppressed");
    }

    @Test
    void aReconstructionIsHeldBackWhereTheSameCascadesAre() {
        for (String source : List.of("root_only", "follower_graph")) {
            listed("a", source, 20);
            listed("b", source, 30);
            summed(source, 3, 2, K);
        }

        assertThat(published())
                .containsExactly(
                        "10-99 follower_graph b 1 30",
                        "10-99 follower_graph null null null suppressed",
                        "10-99 root_only b 1 30",
                        "10-99 root_only null null null suppressed",
                        "2-9 follower_graph null null null suppressed",
                        "2-9 root_only null null null suppressed");
    }

    @Test
    void nothingIsListedOfWhatMustHideSmallTotals() {
        listed("a", "explicit", 20);
        listed("b", "explicit", 30);
        summed("root_only", 3, 2, K);

        // The total of the platform less the explicit cascades would give away the six items of the other kind.
        assertThat(published())
                .containsExactly(
                        "10-99 explicit b 1 30",
                        "10-99 explicit null null null suppressed",
                        "2-9 root_only null null null suppressed");
    }
}
