// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.coordination;

import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tilik.measure.spread.coordination.CoordinationRules;
import org.tilik.measure.spread.coordination.PairSearch;
import org.tilik.measure.spread.coordination.SharePair;

/** Makes the pairs of each content; shares come content by content, in order of time. */
final class MakePairs extends SumsOperator<PlacedShare, FoundPair> {
    private static final long serialVersionUID = 1L;

    private final CoordinationRules rules;

    private transient PairSearch search;
    private transient String object;
    private transient int narrowest;

    MakePairs(CoordinationRules rules) {
        this.rules = rules;
    }

    @Override
    public void open() throws Exception {
        super.open();
        search = new PairSearch(rules, this::found, this::crowded);
        object = null;
        narrowest = rules.windows();
    }

    @Override
    public void processElement(StreamRecord<PlacedShare> element) {
        PlacedShare placed = element.getValue();
        if (!placed.object.equals(object)) {
            finishObject();
            object = placed.object;
        }
        search.add(placed.share(), placed.window);
    }

    private void found(SharePair pair) {
        narrowest = Math.min(narrowest, pair.narrowest());
        emit(FoundPair.of(pair));
    }

    private void crowded(String content, int from) {
        for (int w = from; w < rules.windows(); w++) {
            sums(PlacedShare.stratum(content), w).crowded++;
        }
    }

    private void finishObject() {
        for (int w = narrowest; w < rules.windows(); w++) {
            sums(PlacedShare.stratum(object), w).objects++;
        }
        narrowest = rules.windows();
    }

    @Override
    void finishParts() {
        search.end();
        finishObject();
    }
}
