// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the truth says of families and cascades follows from what it says of items. */
class SpreadTest {
    @TempDir
    private static Path folder;

    private static RecordedTruth truth;
    private static final Map<String, TruthItem> ITEMS = new HashMap<>();
    private static final Map<String, List<TruthItem>> BY_CASCADE = new TreeMap<>();
    private static final Map<String, List<TruthItem>> BY_FAMILY = new TreeMap<>();

    @BeforeAll
    static void writeAWorld() throws IOException {
        truth = new RecordedTruth();
        // So few are active that most items are forgotten on the way.
        WorldSettings settings = WorldSettings.of(31, 6_000);
        SpreadPlan plan = settings.spread();
        new World(settings.with()
                        .spread(new SpreadPlan(
                                plan.copies(),
                                plan.variants(),
                                plan.tail(),
                                plan.halfLifeHours(),
                                plan.reuploads(),
                                400))
                        .packing(StreamPlan.Packing.TAR_ZST)
                        .compression(new Compression(1, 0))
                        .build())
                .writeTo(folder, truth);
        for (TruthItem item : truth.items.values()) {
            ITEMS.put(item.platform() + ":" + item.itemId(), item);
            BY_CASCADE
                    .computeIfAbsent(item.cascadeId(), id -> new ArrayList<>())
                    .add(item);
            BY_FAMILY.computeIfAbsent(item.familyId(), id -> new ArrayList<>()).add(item);
        }
    }

    private static TruthItem parent(TruthItem item) {
        return ITEMS.get(item.platform() + ":" + item.parentId());
    }

    @Test
    void everyItemOfTheWorldIsToldOnce() {
        assertThat(truth.items).hasSize(6_000);
        assertThat(truth.items.values()).anyMatch(item -> item.seen().equals("embedded"));
    }

    @Test
    void everyTreeOfTwoOrMoreIsListedWithItsShape() {
        Map<String, TruthCascade> listed = new HashMap<>();
        truth.cascades.forEach(
                cascade -> assertThat(listed.put(cascade.cascadeId(), cascade)).isNull());
        BY_CASCADE.forEach((id, items) -> {
            if (items.size() == 1) {
                assertThat(listed).doesNotContainKey(id);
                return;
            }
            TruthCascade cascade = listed.get(id);
            Map<Integer, Long> breadths = new TreeMap<>();
            items.forEach(item -> breadths.merge(path(item).size() - 1, 1L, Long::sum));
            assertThat(cascade.size()).isEqualTo(items.size());
            assertThat(cascade.depth()).isEqualTo(breadths.size() - 1);
            assertThat(cascade.maxBreadth())
                    .isEqualTo(
                            breadths.values().stream().mapToLong(n -> n).max().orElseThrow());
            if (items.size() < 60) {
                assertThat(cascade.structuralVirality()).isCloseTo(meanDistance(items), within(1e-9));
            }
            assertThat(cascade.nEverGone())
                    .isEqualTo(items.stream()
                            .filter(item -> item.trueGoneAtUtc() != null)
                            .count());
        });
        assertThat(truth.cascades).anyMatch(cascade -> cascade.size() > 100).anyMatch(cascade -> cascade.depth() > 3);
        assertThat(truth.cascades.stream().filter(cascade -> cascade.size() < 5))
                .hasSizeGreaterThan(50);
    }

    /** The item, its parent and so on up to the root. */
    private static List<String> path(TruthItem item) {
        List<String> path = new ArrayList<>();
        for (TruthItem at = item; at != null; at = at.parentId() == null ? null : parent(at)) {
            path.add(at.itemId());
        }
        assertThat(item.cascadeId()).isEqualTo(item.platform() + ":" + path.get(path.size() - 1));
        return path;
    }

    private static double meanDistance(List<TruthItem> items) {
        List<List<String>> paths = items.stream().map(SpreadTest::path).toList();
        double sum = 0;
        for (List<String> from : paths) {
            for (List<String> to : paths) {
                long shared = from.stream().filter(to::contains).count();
                sum += from.size() + to.size() - 2 * shared;
            }
        }
        return sum / (items.size() * (items.size() - 1.0));
    }

    @Test
    void everyFamilyOfTwoOrMoreIsListedWithItsSizes() {
        Map<String, TruthFamily> listed = new HashMap<>();
        truth.families.forEach(
                family -> assertThat(listed.put(family.familyId(), family)).isNull());
        BY_FAMILY.forEach((id, items) -> {
            if (items.size() == 1) {
                assertThat(listed).doesNotContainKey(id);
                return;
            }
            TruthFamily family = listed.get(id);
            assertThat(family.nItems()).isEqualTo(items.size());
            assertThat(family.nReddit()).isEqualTo(count(items, "reddit"));
            assertThat(family.nTwitter()).isEqualTo(count(items, "twitter"));
            assertThat(family.nShares())
                    .isEqualTo(items.stream()
                            .filter(item -> item.kind().equals("share"))
                            .count());
            assertThat(family.nReuploads())
                    .isEqualTo(items.stream().filter(TruthItem::reuploaded).count());
        });
        assertThat(truth.families)
                .anyMatch(family -> family.nReddit() > 0 && family.nTwitter() > 0)
                .anyMatch(family -> family.nReuploads() > 0)
                .anyMatch(family -> family.nVariants() > 2)
                .anyMatch(family -> family.lastGoneAtUtc() != null);
    }

    private static long count(List<TruthItem> items, String platform) {
        return items.stream().filter(item -> item.platform().equals(platform)).count();
    }

    @Test
    void nothingRefersToWhatIsGoneAndRetweetsGoWithTheirOriginal() {
        for (TruthItem item : truth.items.values()) {
            if (item.parentId() == null) {
                continue;
            }
            TruthItem parent = parent(item);
            assertThat(item.postedAtUtc()).isAfterOrEqualTo(parent.postedAtUtc());
            boolean gone =
                    parent.trueGoneAtUtc() != null && !parent.trueGoneAtUtc().isAfter(item.postedAtUtc());
            boolean back = parent.trueRestoredAtUtc() != null
                    && !parent.trueRestoredAtUtc().isAfter(item.postedAtUtc());
            assertThat(gone && !back).as("%s refers to %s", item, parent).isFalse();
            if (item.form().equals("retweet") && parent.trueGoneAtUtc() != null && !gone) {
                assertThat(item.trueGoneAtUtc()).isNotNull().isBeforeOrEqualTo(parent.trueGoneAtUtc());
            }
        }
    }

    @Test
    void aSuspensionTakesEverythingThatTheAccountHasPostedAndNothingIsPostedMeanwhile() {
        Map<String, TruthItem> suspended = new HashMap<>();
        truth.items.values().stream()
                .filter(item ->
                        "suspension".equals(item.trueCause()) && !item.kind().equals("share"))
                .forEach(item -> suspended.put(item.platform() + item.account(), item));
        assertThat(suspended).isNotEmpty();
        int taken = 0;
        for (TruthItem item : truth.items.values()) {
            TruthItem other = suspended.get(item.platform() + item.account());
            if (other != null && item.postedAtUtc().isBefore(other.trueGoneAtUtc())) {
                assertThat(item.trueGoneAtUtc()).isNotNull().isBeforeOrEqualTo(other.trueGoneAtUtc());
                taken++;
            } else if (other != null) {
                assertThat(other.trueRestoredAtUtc()).isNotNull().isBeforeOrEqualTo(item.postedAtUtc());
            }
        }
        assertThat(taken).isGreaterThan(suspended.size());
    }

    @Test
    void idsOfTwitterStateTheirTimeAndHaveSequencesThatNoRealIdReaches() {
        truth.items.values().stream()
                .filter(item -> item.platform().equals("twitter"))
                .forEach(item -> {
                    long id = Long.parseLong(item.itemId());
                    assertThat((id >> 22) + 1_288_834_974_657L)
                            .isEqualTo(item.postedAtUtc().toEpochMilli());
                    assertThat(id & 0xFFF).isGreaterThanOrEqualTo(2_048);
                    assertThat(Long.parseLong(item.account()) & 0xFFF).isGreaterThanOrEqualTo(2_048);
                });
    }
}
