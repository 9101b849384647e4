// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tilik.measure.policy.audit.AuditedItems;
import org.tilik.measure.policy.audit.CodedClass;
import org.tilik.measure.policy.audit.CorrectedPrevalence;
import org.tilik.measure.policy.audit.DesignBasedLearning;
import org.tilik.measure.policy.audit.PredictionPowered;
import org.tilik.measure.policy.audit.PredictionSums;
import org.tilik.measure.policy.audit.PrevalenceOutcome;
import org.tilik.measure.policy.audit.SamplingDesign;
import org.tilik.pipeline.audit.AuditCode;
import org.tilik.pipeline.strata.Stratum;

/**
 * What coded items say of the shares that the model found: which share of the scored items of a stratum is so, by three
 * methods.
 *
 * <p>The weights of the sample are brought to the number of scored items of the run. Coders give one label, the model may
 * give several: what is compared is whether an item has this one.
 */
final class AuditedShares {
    static final String DSL = "dsl";
    static final String PPI = "ppi_plus_plus";
    static final String ROGAN_GLADEN = "rogan_gladen";

    /** Fewest coded items of a stratum. */
    private static final int FEWEST = 10;

    private final ClassifyPlan plan;
    private final List<AuditCode> codes;
    private final Set<Integer> present = new HashSet<>();
    /** Null where nothing can be corrected. */
    private final SamplingDesign design;

    AuditedShares(ClassifyPlan plan, Collection<PrevalenceStratum> strata) {
        this.plan = plan;
        this.codes = plan.audit().items();
        long frame = 0;
        for (PrevalenceStratum sum : strata) {
            Stratum stratum = Stratum.ofLabel(sum.stratum);
            if (stratum.equals(Stratum.ALL) || stratum.equals(Stratum.SHARES)) {
                frame += sum.scored;
                sum.audited.forEach(code -> present.add(number(code)));
            }
        }
        SamplingDesign drawn = plan.audit().isUsable() ? plan.audit().design(present::contains) : null;
        this.design = drawn == null || drawn.coded() == 0 ? null : drawn.calibratedTo((double) frame);
    }

    /**
     * A corrected share.
     *
     * @param method name in {@code correction_method}
     * @param ciMethod how its interval was made
     * @param share the share
     * @param codedSo coded items of the stratum that the coders say are so
     * @param coded coded items of the stratum
     */
    record Corrected(String method, String ciMethod, CorrectedPrevalence share, long codedSo, long coded) {}

    /** Corrected shares of a label in a stratum; none where the study has no audit that could correct them. */
    List<Corrected> of(PrevalenceStratum sum, String label, int labelNumber) {
        if (design == null) {
            return List.of();
        }
        CodedClass coded = CodedClass.byId(label).orElseThrow();
        Boolean[] found = new Boolean[codes.size()];
        sum.audited.forEach(code -> found[number(code)] = (code >> labelNumber & 1) == 1);
        AuditedItems.Builder builder = AuditedItems.builder(design);
        for (int i = 0; i < found.length; i++) {
            if (found[i] == null) {
                builder.addOutside();
            } else {
                builder.add(found[i] ? 1 : 0, codes.get(i).label() == coded ? 1 : 0);
            }
        }
        AuditedItems items = builder.build();
        if (sum.scored == 0 || items.coded() < FEWEST) {
            CorrectedPrevalence none = CorrectedPrevalence.none(PrevalenceOutcome.TOO_FEW_CODED);
            return List.of(
                    corrected(DSL, none, items), corrected(PPI, none, items), corrected(ROGAN_GLADEN, none, items));
        }
        PredictionSums all = PredictionSums.found((double) sum.labelled[labelNumber], (double) sum.scored);
        double level = plan.confLevel();
        return List.of(
                corrected(DSL, DesignBasedLearning.stratified(all, items).prevalence(level), items),
                corrected(PPI, PredictionPowered.weighted(all, items).mean().prevalence(level), items),
                corrected(ROGAN_GLADEN, DesignBasedLearning.roganGladen(all, items, level), items));
    }

    private static Corrected corrected(String method, CorrectedPrevalence share, AuditedItems items) {
        return new Corrected(method, method + "_stratified_t", share, Math.round(items.codedTrue()), items.coded());
    }

    /** What became of the items of the audit. */
    SortedMap<String, Long> counts() {
        SortedMap<String, Long> counts = new TreeMap<>(plan.audit().counts());
        if (!codes.isEmpty()) {
            counts.put("audit.not_scored_in_run", (long) codes.size() - present.size());
        }
        return counts;
    }

    private static int number(long code) {
        return (int) (code >> Integer.SIZE);
    }
}
