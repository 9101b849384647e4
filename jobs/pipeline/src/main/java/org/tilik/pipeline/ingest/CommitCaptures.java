// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableManifest;

/** Marks the captures of an input as finished as soon as all its parts are there; runs as one task. */
final class CommitCaptures extends AbstractStreamOperator<CapturePart>
        implements OneInputStreamOperator<CapturePart, CapturePart> {
    private static final long serialVersionUID = 1L;

    private final String captures;
    private transient Map<String, NavigableMap<Long, CapturePart>> parts;

    CommitCaptures(String captures) {
        this.captures = captures;
    }

    @Override
    public void open() throws Exception {
        super.open();
        parts = new HashMap<>();
    }

    @Override
    public void processElement(StreamRecord<CapturePart> element) throws IOException {
        CapturePart part = element.getValue();
        NavigableMap<Long, CapturePart> known = parts.computeIfAbsent(part.digest(), digest -> new TreeMap<>());
        known.put(part.part(), part);
        CapturePart highest = known.lastEntry().getValue();
        if (highest.last() && known.size() == highest.part() + 1) {
            commit(highest, known);
            parts.remove(part.digest());
        }
        output.collect(element);
    }

    private void commit(CapturePart last, Map<Long, CapturePart> known) throws IOException {
        Path folder = new Path(captures, "input=" + last.digest());
        CaptureTally tally =
                known.values().stream().map(CapturePart::tally).reduce(CaptureTally.empty(), CaptureTally::plus);
        new DecodedInput(last.sha256(), last.rawBytes(), last.container(), tally).write(folder);
        new TableManifest(
                        Table.CAPTURES.name(),
                        last.digest(),
                        known.values().stream().map(CapturePart::file).toList())
                .write(folder);
    }
}
