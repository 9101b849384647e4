// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.coordination;

import java.util.TreeMap;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/** A step that also adds up, by stratum and window, what it saw; the sums come out at the end. */
abstract class SumsOperator<I, O> extends AbstractStreamOperator<O>
        implements OneInputStreamOperator<I, O>, BoundedOneInput {
    /** What one task added up. */
    static final OutputTag<StratumSums> SUMS = new OutputTag<>("sums", StratumSums.TYPE);

    private static final long serialVersionUID = 1L;

    private transient TreeMap<String, TreeMap<Integer, StratumSums>> sums;

    @Override
    public void open() throws Exception {
        super.open();
        sums = new TreeMap<>();
    }

    /** The sums of this task. */
    final StratumSums sums(String stratum, int window) {
        return sums.computeIfAbsent(stratum, name -> new TreeMap<>())
                .computeIfAbsent(window, number -> StratumSums.of(stratum, number));
    }

    final void emit(O result) {
        output.collect(new StreamRecord<>(result));
    }

    /** After the last part. */
    abstract void finishParts();

    @Override
    public final void endInput() {
        finishParts();
        sums.values()
                .forEach(windows -> windows.values().forEach(sum -> output.collect(SUMS, new StreamRecord<>(sum))));
    }
}
