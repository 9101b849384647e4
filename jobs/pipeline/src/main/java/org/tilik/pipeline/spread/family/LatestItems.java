// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.family;

import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tilik.pipeline.spread.SpreadItem;

/** Says of each platform when the last of the items that one task saw was posted, and how many there were. */
final class LatestItems extends AbstractStreamOperator<Tuple3<String, Long, Long>>
        implements OneInputStreamOperator<SpreadItem, Tuple3<String, Long, Long>>, BoundedOneInput {
    /** Platform, microseconds since 1970, number of items. */
    static final TypeInformation<Tuple3<String, Long, Long>> TYPE = Types.TUPLE(Types.STRING, Types.LONG, Types.LONG);

    private static final long serialVersionUID = 1L;

    private transient Map<String, Tuple3<String, Long, Long>> byPlatform;

    @Override
    public void open() throws Exception {
        super.open();
        byPlatform = new TreeMap<>();
    }

    @Override
    public void processElement(StreamRecord<SpreadItem> element) {
        SpreadItem item = element.getValue();
        if (item.postedAt != null) {
            Tuple3<String, Long, Long> known =
                    byPlatform.computeIfAbsent(item.platform, name -> Tuple3.of(name, Long.MIN_VALUE, 0L));
            known.f1 = Math.max(known.f1, item.postedAt);
            known.f2++;
        }
    }

    @Override
    public void endInput() {
        byPlatform.values().forEach(known -> output.collect(new StreamRecord<>(known)));
    }
}
