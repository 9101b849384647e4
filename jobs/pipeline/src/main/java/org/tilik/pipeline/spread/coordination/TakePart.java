// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.coordination;

import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tilik.measure.spread.coordination.CoordinationRules;
import org.tilik.measure.spread.coordination.Participation;

/** Keeps the shares of accounts that take part often enough; they come account by account. */
final class TakePart extends SumsOperator<PlacedShare, PlacedShare> {
    private static final long serialVersionUID = 1L;

    private final CoordinationRules rules;
    private final boolean counts;

    private transient Participation participation;
    private transient String account;

    /**
     * A step of the search.
     *
     * @param counts whether these are all shares, whose number is wanted
     */
    TakePart(CoordinationRules rules, boolean counts) {
        this.rules = rules;
        this.counts = counts;
    }

    @Override
    public void open() throws Exception {
        super.open();
        participation =
                new Participation(rules.minParticipation(), (share, window) -> emit(PlacedShare.of(share, window)));
        account = null;
    }

    @Override
    public void processElement(StreamRecord<PlacedShare> element) {
        PlacedShare placed = element.getValue();
        if (counts) {
            StratumSums sums = sums(PlacedShare.stratum(placed.account), StratumSums.EVERY_WINDOW);
            sums.items++;
            if (!placed.account.equals(account)) {
                sums.accounts++;
                account = placed.account;
            }
        }
        participation.add(placed.share(), placed.window);
    }

    @Override
    void finishParts() {
        participation.end();
    }
}
