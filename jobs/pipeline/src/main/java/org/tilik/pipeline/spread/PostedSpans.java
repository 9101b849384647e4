// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread;

import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple4;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Says of each platform when the first and the last of the items that one task saw were posted, and how many there were. An
 * item that was seen only inside another one is not the first: it may be older than everything that the archive collected.
 */
public final class PostedSpans extends AbstractStreamOperator<Tuple4<String, Long, Long, Long>>
        implements OneInputStreamOperator<SpreadItem, Tuple4<String, Long, Long, Long>>, BoundedOneInput {
    /**
     * Platform, time of the first item ({@link SpreadItem#NEVER} where all were seen inside others) and of the last in
     * microseconds since 1970, number of items.
     */
    public static final TypeInformation<Tuple4<String, Long, Long, Long>> TYPE =
            Types.TUPLE(Types.STRING, Types.LONG, Types.LONG, Types.LONG);

    private static final long serialVersionUID = 1L;

    private transient Map<String, Tuple4<String, Long, Long, Long>> byPlatform;

    @Override
    public void open() throws Exception {
        super.open();
        byPlatform = new TreeMap<>();
    }

    @Override
    public void processElement(StreamRecord<SpreadItem> element) {
        SpreadItem item = element.getValue();
        if (item.postedAt != null) {
            Tuple4<String, Long, Long, Long> known = byPlatform.computeIfAbsent(
                    item.platform, name -> Tuple4.of(name, SpreadItem.NEVER, Long.MIN_VALUE, 0L));
            known.f1 = item.fromEmbedded ? known.f1 : (Long) Math.min(known.f1, item.postedAt);
            known.f2 = Math.max(known.f2, item.postedAt);
            known.f3++;
        }
    }

    @Override
    public void endInput() {
        byPlatform.values().forEach(known -> output.collect(new StreamRecord<>(known)));
    }
}
