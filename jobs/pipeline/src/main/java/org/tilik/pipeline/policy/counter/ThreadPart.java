// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.counter;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.tilik.model.EventKind;
import org.tilik.pipeline.spread.SpreadItem;

/**
 * A violating item or a counter reply of one thread; times in microseconds since 1970. Flink needs it mutable, with public
 * fields.
 */
public final class ThreadPart {
    /** How parts travel between operators. */
    static final TypeInformation<ThreadPart> TYPE = Types.POJO(ThreadPart.class);

    /** First item of the thread. */
    public String thread;

    public String itemKey;
    public String platform;
    public long postedAt;
    /** Whether it is a counter reply; else it is violating. */
    public boolean counter;
    /** The item that a counter reply answers; null where unknown. */
    public String answers;
    /** When it was last seen before it was gone; {@link SpreadItem#NEVER} where it was not seen gone. */
    public long seenUntil = SpreadItem.NEVER;
    /** Null where unknown. */
    public String accountKey;
    /** Null where it has none. */
    public String familyId;

    /** Whether threads are made of it. */
    static boolean isPart(SpreadItem item) {
        return item.postedAt != null
                && !item.isShare()
                && (CounterFact.isViolating(item) || (CounterFact.isCounter(item) && isAnswer(item)));
    }

    private static boolean isAnswer(SpreadItem item) {
        return EventKind.REPLY.name().equals(item.kind) || isQuote(item);
    }

    private static boolean isQuote(SpreadItem item) {
        return EventKind.QUOTE.name().equals(item.kind);
    }

    static ThreadPart of(SpreadItem item) {
        ThreadPart part = new ThreadPart();
        part.counter = !CounterFact.isViolating(item);
        part.answers = isQuote(item) ? item.originKey : item.parentKey;
        String root = item.rootKey != null ? item.rootKey : part.counter ? part.answers : null;
        part.thread = root == null ? item.itemKey : root;
        part.itemKey = item.itemKey;
        part.platform = item.platform;
        part.postedAt = item.postedAt;
        boolean isGone = item.spanNumbers.length > 0 && item.spanGone[0] != SpreadItem.NEVER;
        part.seenUntil = isGone ? item.spanSeen[0] : SpreadItem.NEVER;
        part.accountKey = item.accountKey;
        part.familyId = item.familyId;
        return part;
    }

    /** A copy, to be kept where Flink reuses objects. */
    ThreadPart copy() {
        ThreadPart copy = new ThreadPart();
        copy.thread = thread;
        copy.itemKey = itemKey;
        copy.platform = platform;
        copy.postedAt = postedAt;
        copy.counter = counter;
        copy.answers = answers;
        copy.seenUntil = seenUntil;
        copy.accountKey = accountKey;
        copy.familyId = familyId;
        return copy;
    }
}
