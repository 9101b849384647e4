// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.counter;

import java.util.List;
import org.tilik.measure.policy.audit.AuditedItems;
import org.tilik.measure.policy.audit.CodedClass;
import org.tilik.measure.policy.audit.CorrectedPrevalence;
import org.tilik.measure.policy.audit.DesignBasedLearning;
import org.tilik.measure.policy.audit.DesignRatio;
import org.tilik.measure.policy.audit.PredictionSums;
import org.tilik.measure.policy.audit.PrevalenceOutcome;
import org.tilik.measure.policy.audit.SamplingDesign;
import org.tilik.measure.removal.Share;
import org.tilik.pipeline.audit.AuditCode;
import org.tilik.pipeline.audit.AuditCodes;

/**
 * The coded items of one cell, and what they make of what the classifier found there.
 *
 * <p>Items that the audit could not have drawn keep the classifier's label. What rests on two texts at once, a post and its
 * reply, is not corrected: coders saw single texts, drawn one by one.
 */
final class CodedCounters {
    static final String DSL = "dsl";
    static final String SHARE_INTERVAL = "dsl_stratified_t";
    static final String RATIO_INTERVAL = "dsl_stratified_fieller";

    /** Fewest coded items of a cell. */
    private static final int FEWEST = 10;

    private final List<AuditCode> codes;
    private final SamplingDesign design;
    private final CounterFact[] coded;

    CodedCounters(AuditCodes audit) {
        this.codes = audit.items();
        this.design = audit.design(item -> true);
        this.coded = new CounterFact[codes.size()];
    }

    /** Takes in an item of the audit that is in the cell and was scored. */
    void add(CounterFact fact) {
        coded[fact.number] = fact.copy();
    }

    /** Coded items of the cell. */
    long size() {
        return count(null);
    }

    /** Coded items that the coders call counter-speech. */
    long counters() {
        return count(CodedClass.COUNTER);
    }

    private long count(CodedClass label) {
        long count = 0;
        for (int i = 0; i < coded.length; i++) {
            count += isIn(i) && (label == null || codes.get(i).label() == label) ? 1 : 0;
        }
        return count;
    }

    private boolean isIn(int i) {
        return coded[i] != null && design.isCoded(i);
    }

    /** The share that is counter-speech; bounds from 0 where it comes out negative. */
    Share share(long counter, long scored, double level) {
        if (size() < FEWEST) {
            return Share.none();
        }
        AuditedItems.Builder items = AuditedItems.builder(design);
        for (int i = 0; i < coded.length; i++) {
            if (coded[i] == null) {
                items.addOutside();
            } else {
                items.add(coded[i].counter ? 1 : 0, codes.get(i).label() == CodedClass.COUNTER ? 1 : 0);
            }
        }
        CorrectedPrevalence share = DesignBasedLearning.stratified(
                        PredictionSums.found((double) counter, (double) scored), items.build())
                .prevalence(level);
        if (share.outcome() == PrevalenceOutcome.BELOW_DETECTION) {
            return Double.isFinite(share.ciHigh())
                    ? Share.bounds(0, share.ciHigh(), share.ciLow(), share.ciHigh())
                    : Share.none();
        }
        return share.outcome() == PrevalenceOutcome.ESTIMATED
                ? Share.point(share.estimate(), share.ciLow(), share.ciHigh())
                : Share.none();
    }

    /**
     * Counter-speech for each violating item.
     *
     * @param counter what the classifier found of the first, each item counting for its views or for one
     * @param violating the same of the second
     */
    Share ratio(double counter, double violating, boolean byViews, double level) {
        if (size() < FEWEST || (byViews && !knowsViews())) {
            return Share.none();
        }
        boolean[] inside = new boolean[coded.length];
        double[] above = new double[coded.length];
        double[] below = new double[coded.length];
        for (int i = 0; i < coded.length; i++) {
            inside[i] = coded[i] != null;
            if (isIn(i)) {
                double counts = byViews ? coded[i].viewsLower : 1;
                CodedClass label = codes.get(i).label();
                above[i] = counts * ((label == CodedClass.COUNTER ? 1 : 0) - (coded[i].counter ? 1 : 0));
                below[i] = counts * ((label.isViolating() ? 1 : 0) - (coded[i].violating ? 1 : 0));
            }
        }
        DesignRatio ratio = DesignRatio.of(
                design, new DesignRatio.Kind(counter, above), new DesignRatio.Kind(violating, below), inside, level);
        return Double.isNaN(ratio.estimate())
                ? Share.none()
                : Share.point(ratio.estimate(), ratio.ciLow(), ratio.ciHigh());
    }

    /** Whether the views of each coded item are one number. */
    private boolean knowsViews() {
        for (int i = 0; i < coded.length; i++) {
            if (isIn(i) && !coded[i].knowsViews()) {
                return false;
            }
        }
        return true;
    }
}
