// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.util.EnumMap;
import java.util.LongSummaryStatistics;
import java.util.Map;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.tilik.measure.spread.variants.Similarity;
import org.tilik.pipeline.counts.JobCounts;

/**
 * Counts families of two or more and their members under each rule for similar texts, from sizes sorted by component; says
 * how large the largest of each task is.
 */
final class CountFamilies extends AbstractStreamOperator<Tuple2<String, Long>>
        implements OneInputStreamOperator<Tuple2<String, Long>, Tuple2<String, Long>>, BoundedOneInput {
    /** Sizes of the largest families of single tasks, by name of the count. */
    static final OutputTag<Tuple2<String, Long>> LARGEST = new OutputTag<>("largest", JobCounts.TYPE);

    /** Stands between the rule and the name of a component. */
    static final char THEN = ' ';

    private static final long serialVersionUID = 1L;

    private transient Map<Similarity, LongSummaryStatistics> families;
    private transient String component;
    private transient long size;

    @Override
    public void open() throws Exception {
        super.open();
        families = new EnumMap<>(Similarity.class);
        for (Similarity similarity : Similarity.values()) {
            families.put(similarity, new LongSummaryStatistics());
        }
    }

    @Override
    public void processElement(StreamRecord<Tuple2<String, Long>> element) {
        if (!element.getValue().f0.equals(component)) {
            finishComponent();
            component = element.getValue().f0;
            size = 0;
        }
        size += element.getValue().f1;
    }

    private void finishComponent() {
        if (size > 1) {
            String rule = component.substring(0, component.indexOf(THEN));
            families.get(Similarity.valueOf(rule)).accept(size);
        }
    }

    @Override
    public void endInput() {
        finishComponent();
        families.forEach((similarity, sizes) -> {
            long largest = Math.max(0, sizes.getMax());
            output.collect(LARGEST, count(ClassifyCounts.largestFamily(similarity), largest));
            if (similarity != Similarity.STANDARD) {
                output.collect(count(ClassifyCounts.families(similarity), sizes.getCount()));
                output.collect(count(ClassifyCounts.familyMembers(similarity), sizes.getSum()));
            }
        });
    }

    private static StreamRecord<Tuple2<String, Long>> count(String name, long number) {
        return new StreamRecord<>(Tuple2.of(name, number));
    }
}
