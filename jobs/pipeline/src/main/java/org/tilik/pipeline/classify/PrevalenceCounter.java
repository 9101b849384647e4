// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tilik.classify.Classification;
import org.tilik.classify.Head;
import org.tilik.model.table.LabelRow;
import org.tilik.pipeline.audit.AuditCodes;
import org.tilik.pipeline.strata.ItemTraits;
import org.tilik.pipeline.strata.Strata;
import org.tilik.pipeline.strata.Stratum;

/** Counts items by stratum and label, those of one task. */
final class PrevalenceCounter {
    private static final String LANGUAGE = "language";

    private final ClassifyPlan plan;
    private final Strata strata;
    private final List<CountedLabel> labels;
    private final AuditCodes.Index audit;
    private final Map<String, PrevalenceStratum> counted = new HashMap<>();
    private final Map<String, Set<String>> accounts = new HashMap<>();

    PrevalenceCounter(ClassifyPlan plan) {
        this.plan = plan;
        this.strata = new Strata(plan.strata());
        this.labels = labels(plan);
        this.audit = plan.audit().index();
    }

    /**
     * A label whose share is counted.
     *
     * @param label id of the head, or none
     * @param head the head; null for none, which has no head that reaches its threshold
     * @param threshold score from which on an item counts; null where the model's own threshold in the language decides
     */
    record CountedLabel(String label, Head head, Double threshold) {
        boolean has(Posting posting) {
            if (threshold != null) {
                return Standings.score(posting.label, head) >= threshold;
            }
            return head == null ? posting.reached.isEmpty() : posting.reached.contains(label);
        }
    }

    /**
     * Every label at the model's own thresholds, then those that the study tracks at the study's, at higher and at lower
     * ones.
     */
    static List<CountedLabel> labels(ClassifyPlan plan) {
        List<CountedLabel> labels = new ArrayList<>();
        for (Head head : Head.values()) {
            labels.add(new CountedLabel(head.id(), head, null));
        }
        labels.add(new CountedLabel(Classification.NONE, null, null));
        plan.thresholds().forEach((head, threshold) -> labels.add(new CountedLabel(head.id(), head, threshold)));
        for (ThresholdShift shift : ThresholdShift.values()) {
            plan.thresholds().forEach((head, threshold) -> {
                // 0 has no lower threshold, and 1 no higher one.
                if (shift.of(threshold) != threshold) {
                    labels.add(new CountedLabel(head.id(), head, shift.of(threshold)));
                }
            });
        }
        return labels;
    }

    void add(Posting posting) {
        LabelRow row = posting.label;
        ItemTraits traits =
                new ItemTraits(row.platform(), row.month(), posting.kind, row.language(), row.label(), null);
        for (Stratum stratum : strata(traits)) {
            PrevalenceStratum count = counted.computeIfAbsent(stratum.label(), this::begin);
            count.items++;
            if (row.label() != null) {
                addScored(count, posting);
            }
        }
    }

    /** The study's, and always one by language: a model errs differently in each. */
    private List<Stratum> strata(ItemTraits traits) {
        List<Stratum> all = new ArrayList<>(strata.of(traits));
        boolean isShare = all.contains(Stratum.SHARES);
        if (!isShare && !plan.strata().stream().findFirst().equals(Optional.of(LANGUAGE))) {
            all.add(new Stratum(LANGUAGE, traits.language()));
        }
        return all;
    }

    private PrevalenceStratum begin(String stratum) {
        PrevalenceStratum begun = new PrevalenceStratum();
        begun.stratum = stratum;
        begun.labelled = new long[labels.size()];
        accounts.put(stratum, new HashSet<>());
        return begun;
    }

    private void addScored(PrevalenceStratum count, Posting posting) {
        count.scored++;
        long found = 0;
        for (int i = 0; i < labels.size(); i++) {
            boolean has = labels.get(i).has(posting);
            count.labelled[i] += has ? 1 : 0;
            found |= has ? 1L << i : 0;
        }
        OptionalInt audited = audit.number(posting.label.itemKey());
        if (audited.isPresent()) {
            count.audited.add(((long) audited.getAsInt() << Integer.SIZE) | found);
        }
        // Only whether there are k is ever asked. Unknown accounts might all be one that is counted already.
        Set<String> known = accounts.get(count.stratum);
        if (posting.accountKey != null && known.size() < plan.k()) {
            known.add(posting.accountKey);
        }
    }

    Collection<PrevalenceStratum> counted() {
        counted.values().forEach(count -> count.accounts = new ArrayList<>(accounts.get(count.stratum)));
        return counted.values();
    }
}
