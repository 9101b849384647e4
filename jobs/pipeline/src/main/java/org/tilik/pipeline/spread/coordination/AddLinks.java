// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.coordination;

import java.util.TreeMap;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tilik.measure.spread.coordination.AccountLink;
import org.tilik.measure.spread.coordination.CoordinationRules;
import org.tilik.measure.spread.coordination.LinkBuilder;

/** Adds up the pairs of each two accounts, which come together; how many links have which weight comes at the end. */
final class AddLinks extends AbstractStreamOperator<FoundLink>
        implements OneInputStreamOperator<FoundPair, FoundLink>, BoundedOneInput {
    private static final long serialVersionUID = 1L;

    private final CoordinationRules rules;

    private transient String account;
    private transient String otherAccount;
    private transient LinkBuilder link;
    private transient TreeMap<String, TreeMap<Integer, TreeMap<Long, Long>>> weights;

    AddLinks(CoordinationRules rules) {
        this.rules = rules;
    }

    @Override
    public void open() throws Exception {
        super.open();
        weights = new TreeMap<>();
        link = null;
    }

    @Override
    public void processElement(StreamRecord<FoundPair> element) {
        FoundPair pair = element.getValue();
        if (link == null || !pair.account.equals(account) || !pair.otherAccount.equals(otherAccount)) {
            finishLink();
            account = pair.account;
            otherAccount = pair.otherAccount;
            link = new LinkBuilder(account, otherAccount, rules.windows());
        }
        link.add(pair.earlierItem, pair.laterItem, pair.firstIsEarlier, pair.gapMicros, pair.narrowest);
    }

    private void finishLink() {
        for (int w = 0; link != null && w < rules.windows(); w++) {
            int window = w;
            link.link(w).ifPresent(found -> emit(found, window));
        }
    }

    private void emit(AccountLink found, int window) {
        String stratum = PlacedShare.stratum(found.account());
        weights.computeIfAbsent(stratum, name -> new TreeMap<>())
                .computeIfAbsent(window, number -> new TreeMap<>())
                .merge(found.weight(), 1L, Long::sum);
        output.collect(new StreamRecord<>(FoundLink.of(found, stratum, window)));
    }

    @Override
    public void endInput() {
        finishLink();
        weights.forEach((stratum, windows) -> windows.forEach((window, counts) -> counts.forEach((weight, links) ->
                output.collect(new StreamRecord<>(FoundLink.head(stratum, window, weight, links))))));
    }
}
