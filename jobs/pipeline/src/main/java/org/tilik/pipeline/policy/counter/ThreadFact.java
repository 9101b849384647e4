// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.counter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.tilik.pipeline.spread.SpreadItem;

/**
 * How long a thread, or one violating item of it, waited for a counter reply, in hours since the first violating item, or
 * since that item. Flink needs it mutable, with public fields.
 */
public final class ThreadFact {
    /** How facts travel between operators. */
    static final TypeInformation<ThreadFact> TYPE = Types.POJO(ThreadFact.class);

    private static final double MICROS_PER_HOUR = 3.6e9;

    /** Whether it is about a thread; else about an item. */
    public boolean isThread;
    /** Id of the thread, or of the item. */
    public String id;

    public String platform;
    /** When the wait began, microseconds since 1970. */
    public long from;

    public double hours;
    /** Whether a reply ended the wait; else nobody knows what came later. */
    public boolean answered;
    /** Account of the violating item, the first one of a thread; null where unknown. */
    public String accountKey;
    /** Family of it; null where it has none. */
    public String familyId;

    /**
     * What the parts of one thread say.
     *
     * @param lastPosted by platform, when the last item of the inputs was posted: what answers later is not known
     */
    static List<ThreadFact> of(List<ThreadPart> parts, Map<String, Long> lastPosted) {
        List<ThreadFact> facts = new ArrayList<>();
        ThreadPart first = null;
        for (ThreadPart part : parts) {
            if (!part.counter && (first == null || isBefore(part, first))) {
                first = part;
            }
        }
        if (first == null) {
            return facts;
        }
        long start = first.postedAt;
        long end = lastPosted.getOrDefault(first.platform, start);
        long reply = parts.stream()
                .filter(part -> part.counter && part.postedAt >= start)
                .mapToLong(part -> part.postedAt)
                .min()
                .orElse(SpreadItem.NEVER);
        facts.add(of(true, first.thread, first, reply, end));
        for (ThreadPart item : parts) {
            if (!item.counter) {
                long answer = parts.stream()
                        .filter(part -> part.counter
                                && Objects.equals(part.answers, item.itemKey)
                                && part.postedAt >= item.postedAt)
                        .mapToLong(part -> part.postedAt)
                        .min()
                        .orElse(SpreadItem.NEVER);
                facts.add(of(false, item.itemKey, item, answer, Math.min(end, item.seenUntil)));
            }
        }
        return facts;
    }

    private static boolean isBefore(ThreadPart one, ThreadPart other) {
        return one.postedAt != other.postedAt
                ? one.postedAt < other.postedAt
                : one.itemKey.compareTo(other.itemKey) < 0;
    }

    private static ThreadFact of(boolean isThread, String id, ThreadPart item, long answer, long end) {
        ThreadFact fact = new ThreadFact();
        fact.isThread = isThread;
        fact.id = id;
        fact.platform = item.platform;
        fact.from = item.postedAt;
        fact.answered = answer != SpreadItem.NEVER;
        fact.hours = Math.max(0, ((fact.answered ? answer : end) - item.postedAt) / MICROS_PER_HOUR);
        fact.accountKey = item.accountKey;
        fact.familyId = item.familyId;
        return fact;
    }

    /** A copy, to be kept where Flink reuses objects. */
    ThreadFact copy() {
        ThreadFact copy = new ThreadFact();
        copy.isThread = isThread;
        copy.id = id;
        copy.platform = platform;
        copy.from = from;
        copy.hours = hours;
        copy.answered = answered;
        copy.accountKey = accountKey;
        copy.familyId = familyId;
        return copy;
    }
}
