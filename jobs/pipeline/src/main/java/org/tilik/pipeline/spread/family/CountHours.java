// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.family;

import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tilik.pipeline.spread.SpreadItem;
import org.tilik.pipeline.spread.SpreadPlan;
import org.tilik.pipeline.strata.Stratum;

/**
 * Adds up what changed within each hour in each stratum and platform, over the copies that one task sees; so memory and
 * what goes on grow with hours and strata, not with copies.
 */
public final class CountHours extends AbstractStreamOperator<HourlyChange>
        implements OneInputStreamOperator<SpreadItem, HourlyChange>, BoundedOneInput {
    private static final long serialVersionUID = 1L;

    private final SpreadPlan plan;
    private transient Map<String, Map<String, Timeline>> timelines;

    /** For a run. */
    public CountHours(SpreadPlan plan) {
        this.plan = plan;
    }

    @Override
    public void open() throws Exception {
        super.open();
        timelines = new TreeMap<>();
    }

    @Override
    public void processElement(StreamRecord<SpreadItem> element) {
        SpreadItem item = element.getValue();
        for (Stratum stratum : plan.strata().ofCopy(item.traits())) {
            timelines
                    .computeIfAbsent(stratum.label(), label -> new TreeMap<>())
                    .computeIfAbsent(item.platform, platform -> new Timeline(stratum.label(), plan.k()))
                    .add(item);
        }
    }

    @Override
    public void endInput() {
        for (Map<String, Timeline> stratum : timelines.values()) {
            for (Timeline timeline : stratum.values()) {
                timeline.changes().forEach(change -> output.collect(new StreamRecord<>(change)));
            }
        }
        timelines.clear();
    }
}
