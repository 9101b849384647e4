// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** One message of a topic, not decoded. Flink needs it mutable, with public fields. */
public final class TopicRecord {
    static final TypeInformation<TopicRecord> TYPE = Types.POJO(
            TopicRecord.class,
            Map.of(
                    "partition", Types.INT,
                    "offset", Types.LONG,
                    "value", Types.PRIMITIVE_ARRAY(Types.BYTE)));

    /** Partition that it stands in. */
    public int partition;
    /** Its offset there, from 0. */
    public long offset;
    /** What it says; empty where it has no value. */
    public byte[] value;
}
