// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.coordination;

import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tilik.measure.spread.coordination.CoordinationRules;
import org.tilik.measure.spread.coordination.NearestShares;

/** Keeps the shares that have a pair in some window; they come content by content, in order of time. */
final class FindNearest extends SumsOperator<PlacedShare, PlacedShare> {
    private static final long serialVersionUID = 1L;

    private final CoordinationRules rules;

    private transient NearestShares nearest;

    FindNearest(CoordinationRules rules) {
        this.rules = rules;
    }

    @Override
    public void open() throws Exception {
        super.open();
        nearest = new NearestShares(rules, (share, window) -> {
            if (window < rules.windows()) {
                emit(PlacedShare.of(share, window));
            }
        });
    }

    @Override
    public void processElement(StreamRecord<PlacedShare> element) {
        nearest.add(element.getValue().share());
    }

    @Override
    void finishParts() {
        nearest.end();
    }
}
