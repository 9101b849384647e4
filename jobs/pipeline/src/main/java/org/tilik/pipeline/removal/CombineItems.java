// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Collects what one task sees of each stratum before anything is sent, so that large strata travel as counts and no
 * task holds or sorts all their items.
 */
final class CombineItems extends AbstractStreamOperator<StratumPart>
        implements OneInputStreamOperator<StratumItem, StratumPart>, BoundedOneInput {
    private static final long serialVersionUID = 1L;

    /** Items held one by one before they are sent: some 20 MB. */
    private static final int MOST_HELD = 500_000;

    private final int k;
    private final int mostExact;
    private transient Map<String, StratumItems> strata;
    private transient long added;

    CombineItems(MeasurePlan plan) {
        this.k = plan.k();
        this.mostExact = StratumItems.mostExact(plan);
    }

    @Override
    public void open() throws Exception {
        super.open();
        strata = new TreeMap<>();
    }

    @Override
    public void processElement(StreamRecord<StratumItem> element) throws IOException {
        StratumItem item = element.getValue();
        strata.computeIfAbsent(item.stratum, label -> new StratumItems(k, mostExact))
                .add(item);
        if (++added % MOST_HELD == 0
                && strata.values().stream().mapToLong(StratumItems::held).sum() > MOST_HELD) {
            send(false);
        }
    }

    @Override
    public void endInput() throws IOException {
        send(true);
    }

    /** Sends what is held one by one, and counts too when everything is in. */
    private void send(boolean all) throws IOException {
        for (Map.Entry<String, StratumItems> stratum : strata.entrySet()) {
            if (all || stratum.getValue().held() > 0) {
                stratum.getValue().parts(body -> {
                    StratumPart part = new StratumPart();
                    part.stratum = stratum.getKey();
                    part.body = body;
                    output.collect(new StreamRecord<>(part));
                });
            }
        }
        strata.values().removeIf(items -> all || items.held() > 0);
    }
}
