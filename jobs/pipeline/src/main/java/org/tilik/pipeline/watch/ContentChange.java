// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.watch;

import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** What one item changes about one content that it has. Flink needs it mutable, with public fields. */
public final class ContentChange {
    static final TypeInformation<ContentChange> TYPE = Types.POJO(
            ContentChange.class,
            Map.of(
                    "content", Types.STRING,
                    "itemKey", Types.STRING,
                    "platform", Types.STRING,
                    "postedHour", Types.LONG,
                    "sinceHour", Types.LONG,
                    "isTracked", Types.BOOLEAN,
                    "copies", Types.INT,
                    "gone", Types.INT,
                    "removed", Types.INT));

    /** {@link FollowedBy#code} of the content. */
    public String content;
    /** The item. */
    public String itemKey;
    /** Its platform. */
    public String platform;
    /** Hour of posting, since 1970. */
    public long postedHour;
    /** {@link Sighting#sinceHour}. */
    public long sinceHour;
    /** Whether the item is tracked for its own sake. */
    public boolean isTracked;
    /** Copies more: 1 for an item that is new, else 0. */
    public int copies;
    /** Copies more, or less, that are gone for whatever cause. */
    public int gone;
    /** Copies more, or less, that are removed. */
    public int removed;
}
