// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Finds which contents belong together; runs as one task, fed with the ties between contents and with nothing about
 * single items.
 */
final class JoinContents extends AbstractStreamOperator<FamilyPart>
        implements OneInputStreamOperator<Tuple3<String, String, Double>, FamilyPart>, BoundedOneInput {
    private static final long serialVersionUID = 1L;

    private transient DisjointContents contents;

    @Override
    public void open() throws Exception {
        super.open();
        contents = new DisjointContents(DisjointContents.configuredLimit());
    }

    @Override
    public void processElement(StreamRecord<Tuple3<String, String, Double>> element) {
        Tuple3<String, String, Double> tie = element.getValue();
        contents.join(tie.f0, tie.f1, tie.f2);
    }

    @Override
    public void endInput() {
        contents.forEach(
                (content, components) -> output.collect(new StreamRecord<>(FamilyPart.component(content, components))));
    }
}
