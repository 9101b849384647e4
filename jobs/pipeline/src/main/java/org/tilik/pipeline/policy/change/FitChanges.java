// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple5;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tilik.model.table.PolicyChangeRow;
import org.tilik.pipeline.counts.JobCounts;
import org.tilik.pipeline.policy.PolicyPlan;

/** Fits the series of all strata; runs as one task, fed with one row for each stratum and week. */
final class FitChanges extends AbstractStreamOperator<Tuple5<String, String, Long, Boolean, List<PolicyChangeRow>>>
        implements OneInputStreamOperator<Cohort, Tuple5<String, String, Long, Boolean, List<PolicyChangeRow>>>,
                BoundedOneInput {
    private static final long serialVersionUID = 1L;

    private final PolicyPlan plan;
    private transient List<Cohort> cohorts;

    FitChanges(PolicyPlan plan) {
        this.plan = plan;
    }

    @Override
    public void open() throws Exception {
        super.open();
        cohorts = new ArrayList<>();
    }

    @Override
    public void processElement(StreamRecord<Cohort> element) {
        cohorts.add(element.getValue().copy());
    }

    @Override
    public void endInput() {
        cohorts.sort(Comparator.comparing((Cohort cohort) -> cohort.stratum == null ? "" : cohort.stratum)
                .thenComparing(cohort -> cohort.collected == null ? "" : cohort.collected)
                .thenComparing(cohort -> cohort.week));
        ChangeTable table = new ChangeTable(plan);
        cohorts.forEach(table::add);
        cohorts.clear();
        List<ChangeOutcome> outcomes = ChangeOutcome.of(plan.measures());
        for (DatedBundle bundle : table.bundles(true)) {
            for (ChangeOutcome outcome : outcomes) {
                table.parts(bundle, outcome).forEach(part -> output.collect(new StreamRecord<>(part)));
            }
        }
        count("interventions.inside", table.bundles(true));
        count("interventions.outside", table.bundles(false));
    }

    private void count(String name, List<DatedBundle> bundles) {
        long events = bundles.stream()
                .mapToLong(bundle -> bundle.bundle().members().size())
                .sum();
        if (events > 0) {
            output.collect(JobCounts.TAG, new StreamRecord<>(Tuple2.of(name, events)));
        }
    }
}
