// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.coordination;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tilik.measure.spread.coordination.CoordinationRules;
import org.tilik.model.table.CoordinationRow;
import org.tilik.pipeline.spread.SpreadPlan;
import org.tilik.pipeline.strata.Stratum;
import org.tilik.pipeline.strata.Suppression;

/** Adds up what the tasks found and decides what may be published; runs as one task, fed with sums only. */
final class ReleaseCoordination extends AbstractStreamOperator<CoordinationRow>
        implements OneInputStreamOperator<StratumSums, CoordinationRow>, BoundedOneInput {
    static final String SEARCHED = "searched";
    static final String SAMPLED = "sampled";

    private static final long serialVersionUID = 1L;

    private final SpreadPlan plan;
    private final CoordinationRules rules;

    private transient TreeMap<String, TreeMap<Integer, StratumSums>> sums;

    ReleaseCoordination(SpreadPlan plan, CoordinationRules rules) {
        this.plan = plan;
        this.rules = rules;
    }

    @Override
    public void open() throws Exception {
        super.open();
        sums = new TreeMap<>();
    }

    @Override
    public void processElement(StreamRecord<StratumSums> element) {
        StratumSums part = element.getValue();
        sums(part.stratum, part.window).add(part);
    }

    private StratumSums sums(String stratum, int window) {
        return sums.computeIfAbsent(stratum, name -> new TreeMap<>())
                .computeIfAbsent(window, number -> StratumSums.of(stratum, number));
    }

    @Override
    public void endInput() {
        List<Suppression.Size> sizes = new ArrayList<>();
        for (String stratum : sums.keySet()) {
            StratumSums all = sums(stratum, StratumSums.EVERY_WINDOW);
            if (all.sampled == 0) {
                sizes.add(new Suppression.Size(Stratum.ofLabel(stratum), all.items, all.accounts >= plan.k()));
            }
        }
        Set<Stratum> suppressed = Suppression.of(sizes, plan.k());
        for (String label : sums.keySet()) {
            Stratum stratum = Stratum.ofLabel(label);
            for (int w = 0; w < rules.windows(); w++) {
                boolean hold = suppressed.contains(stratum);
                output.collect(
                        new StreamRecord<>(row(stratum, sums(label, StratumSums.EVERY_WINDOW), sums(label, w), hold)));
            }
        }
    }

    private CoordinationRow row(Stratum stratum, StratumSums all, StratumSums found, boolean hold) {
        boolean isSampled = all.sampled > 0;
        boolean shown = !isSampled && !hold;
        return new CoordinationRow(
                stratum.by(),
                stratum.value(),
                rules.windowsMicros().get(found.window) / 1e6,
                rules.minParticipation(),
                plan.coordination().weightQuantile(),
                number(all.items, shown),
                number(all.accounts, shown),
                number(found.objects, shown),
                number(found.pairs, shown),
                number(found.linkedAccounts, shown),
                number(found.links, shown),
                shown && !Double.isNaN(found.threshold) ? (Double) found.threshold : null,
                number(found.linksOver, shown),
                number(found.components, shown),
                number(found.largest, shown),
                shown && found.pairs > 0 ? (Double) (found.gapMicros / 1e6 / found.pairs) : null,
                number(found.crowded, shown),
                isSampled ? SAMPLED : SEARCHED,
                hold,
                plan.runId());
    }

    private static Long number(long value, boolean shown) {
        return shown ? (Long) value : null;
    }
}
