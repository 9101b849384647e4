// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.api.java.tuple.Tuple5;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tilik.pipeline.strata.Stratum;
import org.tilik.pipeline.strata.Suppression;

/**
 * Decides over all strata together which may be published; runs as one task, fed with aggregates only.
 *
 * @param <R> the row
 */
final class HoldBack<R extends Record> extends AbstractStreamOperator<R>
        implements OneInputStreamOperator<Tuple5<String, String, Long, Boolean, List<R>>, R>, BoundedOneInput {
    private static final long serialVersionUID = 1L;

    private final int k;
    private transient List<Tuple5<String, String, Long, Boolean, List<R>>> parts;

    HoldBack(int k) {
        this.k = k;
    }

    @Override
    public void open() throws Exception {
        super.open();
        parts = new ArrayList<>();
    }

    @Override
    public void processElement(StreamRecord<Tuple5<String, String, Long, Boolean, List<R>>> element) {
        Tuple5<String, String, Long, Boolean, List<R>> part = element.getValue();
        parts.add(Tuple5.of(part.f0, part.f1, part.f2, part.f3, List.copyOf(part.f4)));
    }

    @Override
    public void endInput() {
        parts.stream()
                .sorted(Comparator.comparing((Tuple5<String, String, Long, Boolean, List<R>> part) -> part.f0)
                        .thenComparing(part -> part.f1))
                .collect(Collectors.groupingBy(part -> part.f0, TreeMap::new, Collectors.toList()))
                .values()
                .forEach(this::release);
    }

    private void release(List<Tuple5<String, String, Long, Boolean, List<R>>> population) {
        Set<Stratum> heldBack = Suppression.of(
                population.stream()
                        .map(part -> new Suppression.Size(Stratum.ofLabel(part.f1), part.f2, part.f3))
                        .toList(),
                k);
        for (Tuple5<String, String, Long, Boolean, List<R>> part : population) {
            boolean hold = heldBack.contains(Stratum.ofLabel(part.f1));
            for (R row : part.f4) {
                output.collect(new StreamRecord<>(hold ? HeldBackRow.of(row) : row));
            }
        }
    }
}
