// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.tilik.pipeline.strata.Stratum;

/**
 * Collects one stratum of a population and measures it when it is complete; batch mode only, where keys come one after
 * the other, so that plain fields hold one stratum at a time.
 *
 * @param <T> what is known of a member; comes with the label of its stratum
 */
final class EstimatePopulation<T> extends KeyedProcessFunction<String, Tuple2<String, T>, StratumResult> {
    private static final long serialVersionUID = 1L;

    private final Population.Factory<T> factory;
    private transient Population<T> population;
    private transient String stratum;

    EstimatePopulation(Population.Factory<T> factory) {
        this.factory = factory;
    }

    @Override
    public void processElement(Tuple2<String, T> member, Context context, Collector<StratumResult> out) {
        if (population == null) {
            stratum = member.f0;
            population = factory.of(Stratum.ofLabel(stratum));
            context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
        } else if (!stratum.equals(member.f0)) {
            throw new IllegalStateException("Members of the strata " + stratum + " and " + member.f0
                    + " came mixed; the removal job must run in batch mode.");
        }
        population.add(member.f1);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<StratumResult> out) {
        out.collect(population.result());
        population = null;
    }
}
