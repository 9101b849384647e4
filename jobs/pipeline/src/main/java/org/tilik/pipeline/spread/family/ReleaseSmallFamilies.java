// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.family;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tilik.model.table.FamilyRow;
import org.tilik.pipeline.spread.SpreadPlan;
import org.tilik.pipeline.strata.Stratum;
import org.tilik.pipeline.strata.Suppression;

/** Decides which classes of small families may be published; runs as one task, fed with one sum for each class. */
final class ReleaseSmallFamilies extends AbstractStreamOperator<FamilyRow>
        implements OneInputStreamOperator<SmallFamilies, FamilyRow>, BoundedOneInput {
    private static final long serialVersionUID = 1L;
    private static final String CLASS = "size_class";

    private final SpreadPlan plan;
    private transient List<SmallFamilies> classes;

    ReleaseSmallFamilies(SpreadPlan plan) {
        this.plan = plan;
    }

    @Override
    public void open() throws Exception {
        super.open();
        classes = new ArrayList<>();
    }

    @Override
    public void processElement(StreamRecord<SmallFamilies> element) {
        // A copy, because Flink may use the object for the next record.
        classes.add(element.getValue().with(new SmallFamilies(), plan.k()));
    }

    @Override
    public void endInput() {
        rows(classes, plan).forEach(row -> output.collect(new StreamRecord<>(row)));
    }

    /** The rows; all classes together count as known, so that one alone is never held back. */
    static List<FamilyRow> rows(List<SmallFamilies> classes, SpreadPlan plan) {
        long all = classes.stream().mapToLong(small -> small.copies).sum();
        List<Suppression.Size> sizes = new ArrayList<>();
        sizes.add(new Suppression.Size(Stratum.ALL, Math.max(all, plan.k()), true));
        for (SmallFamilies small : classes) {
            sizes.add(new Suppression.Size(stratum(small), small.copies, small.accounts.length >= plan.k()));
        }
        Set<Stratum> suppressed = Suppression.of(sizes, plan.k());
        return classes.stream()
                .sorted(Comparator.comparing(small -> small.sizeClass))
                .map(small -> small.row(suppressed.contains(stratum(small)), plan.runId()))
                .toList();
    }

    private static Stratum stratum(SmallFamilies small) {
        return new Stratum(CLASS, small.sizeClass);
    }
}
