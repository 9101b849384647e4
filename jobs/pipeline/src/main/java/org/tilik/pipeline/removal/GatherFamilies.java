// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Brings the copies of one content together and, when all are there, says what they mean in each stratum; batch mode only,
 * where what is broadcast comes before everything else.
 */
final class GatherFamilies
        extends KeyedBroadcastProcessFunction<String, FamilyCopy, Tuple3<String, Long, Long>, FamilyRecord> {
    static final TypeInformation<FamilyCopy> COPY = Types.POJO(FamilyCopy.class);
    static final TypeInformation<FamilyRecord> RECORD = Types.POJO(FamilyRecord.class);
    /** Flink asks for the state that it broadcasts into; the ends are kept in a field, the same in every task. */
    static final MapStateDescriptor<String, Long> BROADCAST =
            new MapStateDescriptor<>("sighting-ends", Types.STRING, Types.LONG);

    private static final long serialVersionUID = 1L;

    private final FamilyPlan plan;
    private transient SightingEnds ends;
    private transient FamilyRecords records;
    private transient TypeSerializer<FamilyCopy> copier;
    private transient ListState<FamilyCopy> copies;

    GatherFamilies(FamilyPlan plan) {
        this.plan = plan;
    }

    @Override
    public void open(OpenContext context) {
        ends = new SightingEnds(plan.plan().k(), plan.until());
        records = new FamilyRecords(plan, ends);
        copier = getRuntimeContext().createSerializer(COPY);
        copies = getRuntimeContext().getListState(new ListStateDescriptor<>("copies", COPY));
    }

    @Override
    public void processBroadcastElement(
            Tuple3<String, Long, Long> latest, Context context, Collector<FamilyRecord> out) {
        ends.add(latest.f0, latest.f1, latest.f2);
    }

    @Override
    public void processElement(FamilyCopy copy, ReadOnlyContext context, Collector<FamilyRecord> out) throws Exception {
        copies.add(copier.copy(copy));
        context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<FamilyRecord> out) throws Exception {
        List<FamilyCopy> family = new ArrayList<>();
        copies.get().forEach(family::add);
        records.of(family).forEach(out::collect);
        copies.clear();
    }
}
