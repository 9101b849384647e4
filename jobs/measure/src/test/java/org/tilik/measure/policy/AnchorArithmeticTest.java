// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tilik.measure.removal.Closeness.assertClose;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tilik.measure.proportion.ProportionInterval;
import org.tilik.measure.removal.CauseGroup;
import org.tilik.measure.removal.ReferenceTable;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.measure.removal.exposure.ViewWeightedShares;
import org.tilik.measure.removal.exposure.ViewedItem;
import org.tilik.measure.removal.ledger.LedgerShare;

/** Published figures, put into the functions that measure such figures, give what their publishers printed. */
class AnchorArithmeticTest {
    private static final double EXACT = 1e-12;
    private static final double START = Double.NEGATIVE_INFINITY;

    private static final String FOLDER = "/org/tilik/measure/policy/anchor_arithmetic/";

    private final ReferenceTable first = ReferenceTable.read(FOLDER + "expected.csv");
    private final ReferenceTable second = ReferenceTable.read(FOLDER + "expected_2.csv");

    /** Facebook 2019: 1.5 million copies in 24 hours, 1.2 million of them blocked at upload. */
    @Test
    void fourOfFiveCopiesWereBlockedAndTheRestRemoved() {
        LedgerShare blocks = LedgerShare.uploadBlocks(1_200_000, (long) first.value("post_upload_removed")[0], 0.95);

        assertClose("blocks", blocks.estimate(), first.value("upload_block_share_1.2M_of_1.5M")[0], EXACT);
        assertClose("a second", blocks.all() / 86_400.0, first.value("mean_removal_rate_per_second_24h")[0], EXACT);
    }

    /** Counter Extremism Project 2018: a quarter of the uploads was up for more than two hours and had nearly all views. */
    @Test
    void theSlowQuarterOfUploadsHadNineOfTenViews() {
        ViewWeightedShares shares = new ViewWeightedShares(
                RemovalEstimator.standard().withDeadlines(2),
                List.of("removed"),
                new CauseGroup("removed", Set.of("removed"), Set.of()));
        double within = shares.estimate(List.of(removedAt(1, 14_801), removedAt(3, 148_590)))
                .get(0)
                .share()
                .estimate();

        assertClose("slow", 1 - within, second.value("CEP_2018_views_share_from_slow_24pct")[0], EXACT);
        assertThat(14_801 + 148_590).isEqualTo((int) second.value("CEP_2018_views_total_check")[0]);
    }

    private static ViewedItem removedAt(double hours, double views) {
        return new ViewedItem(START, hours, hours, "removed", views, views, List.of(), -1);
    }

    /** Conway et al. 2017: 455 of 722 accounts for IS, 163 of 451 other jihadi accounts suspended in three months. */
    @Test
    void suspendedSharesOfAccountsAreThoseOfTheStudy() {
        assertClose(
                "IS",
                ProportionInterval.WILSON.of(455, 722, 0.95).estimate(),
                second.value("Conway_proIS_suspended_share")[0],
                EXACT);
        assertClose(
                "others",
                ProportionInterval.WILSON.of(163, 451, 0.95).estimate(),
                second.value("Conway_otherjihadi_suspended_share")[0],
                EXACT);
    }

    /** Halle 2019: about five watched live, 2,200 later; Christchurch: fewer than 200 of about 4,000. */
    @Test
    void nearlyAllViewsCameAfterTheStreams() {
        assertClose(
                "Halle",
                ProportionInterval.WILSON.of(2_200, 2_205, 0.95).estimate(),
                second.value("Halle_views_not_live_share")[0],
                EXACT);
        long views = (long) first.value("views_before_removal")[0];
        long live = (long) first.value("live_views_lt")[0];
        assertClose(
                "Christchurch",
                ProportionInterval.WILSON.of(views - live, views, 0.95).estimate(),
                first.value("share_of_views_after_live_at_least")[0],
                EXACT);
    }
}
