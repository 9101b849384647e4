// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.coordination;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tilik.measure.spread.coordination.Components;
import org.tilik.measure.spread.coordination.CoordinationRules;
import org.tilik.measure.spread.coordination.WeightCounts;
import org.tilik.model.table.CoordinatedPairRow;
import org.tilik.pipeline.spread.SpreadPlan;
import org.tilik.pipeline.strata.Stratum;

/**
 * Says of each link whether it weighs more than the quantile of all and which group it is in; one task has all links of one
 * window and stratum, behind the numbers of links by weight.
 *
 * <p>Links over the threshold are held, about 300 bytes each, at most {@value #MOST_LINKS}; of all others only the names
 * of their accounts.
 */
final class DescribeNetwork extends SumsOperator<FoundLink, CoordinatedPairRow> {
    /** Most links over the threshold that are held. */
    static final int MOST_LINKS = 10_000_000;

    private static final long serialVersionUID = 1L;

    private final SpreadPlan plan;
    private final CoordinationRules rules;

    private transient String network;
    private transient StratumSums sums;
    private transient WeightCounts weights;
    private transient double threshold;
    private transient Components linked;
    private transient Components groups;
    private transient List<FoundLink> over;

    DescribeNetwork(SpreadPlan plan, CoordinationRules rules) {
        this.plan = plan;
        this.rules = rules;
    }

    @Override
    public void processElement(StreamRecord<FoundLink> element) {
        FoundLink link = element.getValue();
        if (!link.network().equals(network)) {
            finishParts();
            begin(link);
        }
        if (link.isHead()) {
            weights.add(link.weight, link.links);
            return;
        }
        if (linked.accounts() == 0) {
            threshold = weights.quantile(plan.coordination().weightQuantile());
        }
        linked.connect(link.account, link.otherAccount);
        sums.links++;
        sums.pairs += link.weight;
        sums.gapMicros += link.gapMicros;
        if (link.weight > threshold) {
            hold(link);
        } else if (isPublishedWhole()) {
            emit(row(link, false, null));
        }
    }

    private void begin(FoundLink link) {
        network = link.network();
        sums = sums(link.stratum, link.window);
        weights = new WeightCounts();
        linked = new Components();
        groups = new Components();
        over = new ArrayList<>();
    }

    private void hold(FoundLink link) {
        if (over.size() == MOST_LINKS) {
            throw new IllegalStateException("More than " + MOST_LINKS + " pairs of accounts weigh more than "
                    + threshold + " in the window of " + seconds(link.window)
                    + " s. Raise weight_quantile or min_participation in the study, or choose narrower windows.");
        }
        over.add(link.copy());
        groups.connect(link.account, link.otherAccount);
    }

    @Override
    void finishParts() {
        if (network == null) {
            return;
        }
        Components.Numbered numbered = groups.numbered();
        sums.threshold = threshold;
        sums.linkedAccounts = linked.accounts();
        sums.linksOver = over.size();
        sums.components = numbered.count();
        sums.largest = numbered.largest();
        if (isPublishedWhole()) {
            over.forEach(link -> emit(row(link, true, (long) numbered.of(link.account))));
        }
    }

    /** The complete table is of all platforms together. */
    private boolean isPublishedWhole() {
        return sums.stratum.equals(Stratum.ALL.label());
    }

    private CoordinatedPairRow row(FoundLink link, boolean isOver, Long component) {
        return new CoordinatedPairRow(
                seconds(link.window),
                link.account,
                link.otherAccount,
                link.weight,
                link.gapMicros / 1e6 / link.weight,
                link.items,
                link.otherItems,
                Math.min(link.items, link.otherItems) / (double) Math.max(link.items, link.otherItems),
                isOver,
                component,
                plan.runId());
    }

    private double seconds(int window) {
        return rules.windowsMicros().get(window) / 1e6;
    }
}
