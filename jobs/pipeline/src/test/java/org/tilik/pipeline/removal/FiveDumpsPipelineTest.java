// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tilik.datasets.generate.OneWorld;
import org.tilik.datasets.worlds.FormatFolders;
import org.tilik.datasets.worlds.StatedRemoval;
import org.tilik.datasets.worlds.ThreadLooks;
import org.tilik.datasets.worlds.WorldFormat;
import org.tilik.datasets.worlds.WorldItem;
import org.tilik.datasets.worlds.WorldItem.Kind;
import org.tilik.datasets.worlds.WorldLedger;
import org.tilik.model.table.ItemRow;
import org.tilik.model.table.LedgerCountRow;
import org.tilik.model.table.LedgerMeasureRow;
import org.tilik.model.table.RemovalMeasureRow;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableReader;

/**
 * A world of nothing but what five platforms' dumps all hold comes to as many items in each, to the shares that truly went,
 * and to ledgers that count what truly was removed.
 */
class FiveDumpsPipelineTest {
    private static final long SEED = 13;
    private static final long ITEMS = 900;
    /** What a few hundred items that entered late, or were looked at days apart, may add to a share. */
    private static final double TOLERANCE = 0.05;

    private static final Set<WorldFormat> DUMPS = EnumSet.of(
            WorldFormat.REDDIT,
            WorldFormat.TWITTER_V1,
            WorldFormat.JETSTREAM,
            WorldFormat.TELETHON,
            WorldFormat.FOURCAT);

    @TempDir
    static Path temp;

    private static List<WorldItem> world;
    private static Run run;

    @BeforeAll
    static void runOneStudyOverAll() throws Exception {
        OneWorld drawn = new OneWorld(SEED, ITEMS);
        world = heldByAll(drawn.items());
        Path folder = Files.createDirectories(temp.resolve("world"));
        new FormatFolders(world, drawn.watchedUntil())
                .writeTo(folder, "five-dumps", DUMPS, EnumSet.allOf(WorldLedger.class));
        run = MeasuredStudy.run(folder.resolve("study.yaml"), temp.resolve("out"));
    }

    /** Shares are none on some platforms; the rest was there when somebody looked, as was all that it refers to. */
    private static List<WorldItem> heldByAll(List<WorldItem> items) {
        Set<WorldItem> held = new HashSet<>();
        List<WorldItem> inOrder = new ArrayList<>();
        for (WorldItem item : items) {
            boolean isHeld = item.kind() != Kind.SHARE
                    && item.isCollected()
                    && ThreadLooks.firstThatFound(item).isPresent()
                    && (item.about() == null || held.contains(item.about()));
            if (isHeld) {
                held.add(item);
                inOrder.add(item);
            }
        }
        return inOrder;
    }

    static Stream<WorldFormat> dumps() {
        return DUMPS.stream();
    }

    private static double trulyGoneWithin(double hours) {
        long gone = world.stream()
                .filter(item -> item.end() != null && item.goneAt() - item.postedAt() <= hours * 3600)
                .count();
        return gone / (double) world.size();
    }

    /** The shares gone within a deadline, of all items as they are told. */
    private static List<RemovalMeasureRow> shares(WorldFormat format, double hours) throws Exception {
        return TableReader.read(
                        Table.REMOVAL_MEASURES,
                        run.folder(Table.REMOVAL_MEASURES).root())
                .stream()
                .filter(row -> row.stratumBy().equals("platform")
                        && row.stratum().equals(format.platform())
                        && row.metricId().startsWith("gone.share_within")
                        && row.deadlineHours() == hours
                        && !"unconfirmed_censored".equals(row.correctionMethod())
                        && row.boundLow() != null)
                .toList();
    }

    @Test
    void everyDumpHasAsManyItemsAsTheWorld() throws Exception {
        Map<String, Long> items = new TreeMap<>();
        TableReader.forEach(
                Table.ITEMS,
                run.folder(Table.ITEMS).root(),
                (ItemRow row) -> items.merge(row.platform(), 1L, Long::sum));

        assertThat(world).hasSizeGreaterThan(200);
        assertThat(items)
                .isEqualTo(dumps().collect(Collectors.toMap(WorldFormat::platform, format -> (long) world.size())));
    }

    @ParameterizedTest
    @MethodSource("dumps")
    void everyItemIsMeasuredAndTheTruthLiesWithinTheBounds(WorldFormat format) throws Exception {
        for (double hours : List.of(24.0, 168.0)) {
            double truth = trulyGoneWithin(hours);
            assertThat(shares(format, hours))
                    .as(format + " " + hours)
                    .isNotEmpty()
                    .allSatisfy(row -> {
                        assertThat(row.nItems()).isEqualTo(world.size());
                        assertThat(truth).isBetween(row.boundLow() - TOLERANCE, row.boundHigh() + TOLERANCE);
                    });
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = WorldFormat.class,
            names = {"TWITTER_V1", "JETSTREAM"})
    void streamsGiveTheVeryShareThatWent(WorldFormat format) throws Exception {
        for (double hours : List.of(1.0, 24.0, 168.0)) {
            double truth = trulyGoneWithin(hours);
            assertThat(shares(format, hours))
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.estimate()).isCloseTo(truth, within(1e-9)));
        }
    }

    @ParameterizedTest
    @EnumSource(WorldLedger.class)
    void aLedgerCountsEveryRemovalThatItStatesOnce(WorldLedger ledger) throws Exception {
        Map<String, Long> expected = new TreeMap<>();
        for (StatedRemoval removal : StatedRemoval.of(world)) {
            if (ledger.states(removal)) {
                expected.merge(removal.platform() + " " + action(ledger, removal), 1L, Long::sum);
            }
        }
        Map<String, Long> counted = new TreeMap<>();
        TableReader.forEach(Table.LEDGER_COUNTS, run.folder(Table.LEDGER_COUNTS).root(), (LedgerCountRow row) -> {
            if (row.ledger().equals(ledgerName(ledger))) {
                counted.merge(row.platform() + " " + row.action(), row.nEntries(), Long::sum);
            }
        });

        assertThat(expected).isNotEmpty();
        assertThat(counted).isEqualTo(expected);
    }

    private static String ledgerName(WorldLedger ledger) {
        return ledger == WorldLedger.DSA_SOR ? "dsa" : ledger.id();
    }

    private static String action(WorldLedger ledger, StatedRemoval removal) {
        String decision = removal.item().end() == WorldItem.End.SUSPENSION ? "disabled" : "removed";
        return switch (ledger) {
            case DSA_SOR, TCO -> decision;
            case LUMEN -> removal.isUndone() ? "partly_taken" : "taken";
        };
    }

    @Test
    void theShareOfOrdersObeyedWithinTheHourIsThatOfTheWorld() throws Exception {
        List<StatedRemoval> ordered =
                StatedRemoval.of(world).stream().filter(WorldLedger.TCO::states).toList();
        double truth = ordered.stream()
                        .filter(removal -> removal.item().goneAt() - removal.askedAt() <= 3600)
                        .count()
                / (double) ordered.size();

        assertThat(TableReader.read(
                        Table.LEDGER_MEASURES, run.folder(Table.LEDGER_MEASURES).root()))
                .filteredOn((LedgerMeasureRow row) -> row.ledger().equals("tco")
                        && row.stratumBy().equals("all")
                        && row.deadlineHours() != null
                        && row.deadlineHours() == 1)
                .hasSize(1)
                .allSatisfy(row -> {
                    assertThat(row.nItems()).isEqualTo(ordered.size());
                    assertThat(row.clock()).isEqualTo("ordered");
                    assertThat(truth).isBetween(row.boundLow() - 1e-9, row.boundHigh() + 1e-9);
                });
    }
}
