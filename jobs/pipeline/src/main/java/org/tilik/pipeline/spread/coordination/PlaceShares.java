// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.coordination;

import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tilik.measure.spread.coordination.Share;
import org.tilik.pipeline.spread.SpreadItem;
import org.tilik.pipeline.spread.SpreadPlan;
import org.tilik.pipeline.strata.Stratum;

/**
 * Takes the tracked items that are in a family and have a known account and time; each is searched with all others and
 * with those of its platform. Of a platform whose source delivered only a sample of posts, items are counted and left out:
 * accounts that took part often enough would look as if they had not.
 */
final class PlaceShares extends SumsOperator<SpreadItem, PlacedShare> {
    private static final long serialVersionUID = 1L;

    private final SpreadPlan plan;

    PlaceShares(SpreadPlan plan) {
        this.plan = plan;
    }

    @Override
    public void processElement(StreamRecord<SpreadItem> element) {
        SpreadItem item = element.getValue();
        if (!item.isTracked() || item.familyId == null || item.accountKey == null || item.postedAt == null) {
            return;
        }
        place(item, Stratum.ALL);
        place(item, new Stratum("platform", item.platform));
    }

    private void place(SpreadItem item, Stratum stratum) {
        String label = stratum.label();
        if (plan.isSampled(item.platform)) {
            sums(label, StratumSums.EVERY_WINDOW).sampled++;
        } else {
            emit(PlacedShare.of(
                    new Share(
                            PlacedShare.in(label, item.familyId),
                            item.itemKey,
                            PlacedShare.in(label, item.accountKey),
                            item.postedAt),
                    0));
        }
    }

    @Override
    void finishParts() {}
}
