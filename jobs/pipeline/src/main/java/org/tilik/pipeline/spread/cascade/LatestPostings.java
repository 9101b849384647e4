// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.cascade;

import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tilik.pipeline.spread.SpreadItem;

/** Says of each platform when the last of the items that one task saw was posted. */
final class LatestPostings extends AbstractStreamOperator<Tuple2<String, Long>>
        implements OneInputStreamOperator<SpreadItem, Tuple2<String, Long>>, BoundedOneInput {
    /** Platform, microseconds since 1970. */
    static final TypeInformation<Tuple2<String, Long>> TYPE = Types.TUPLE(Types.STRING, Types.LONG);

    private static final long serialVersionUID = 1L;

    private transient SortedMap<String, Long> latest;

    @Override
    public void open() throws Exception {
        super.open();
        latest = new TreeMap<>();
    }

    @Override
    public void processElement(StreamRecord<SpreadItem> element) {
        SpreadItem item = element.getValue();
        if (item.postedAt != null) {
            latest.merge(item.platform, item.postedAt, Math::max);
        }
    }

    @Override
    public void endInput() {
        latest.forEach((platform, micros) -> output.collect(new StreamRecord<>(Tuple2.of(platform, micros))));
    }
}
