// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tilik.formats.ReadProblem;
import org.tilik.formats.container.MinuteFiles;
import org.tilik.formats.container.MinuteRange;
import org.tilik.model.Event;
import org.tilik.model.IgnoreReason;
import org.tilik.model.RejectReason;

/**
 * What became of the records of one input (or of a part of it) when they were decoded: how many were read, left out on
 * purpose, rejected and why. The rest became events.
 *
 * @param records records read, problems of the reader included
 * @param ignored number left out, by reason
 * @param rejects rejected groups, by member and reason
 * @param minutes for archives of push streams: the minutes whose files were read to their end
 * @param pushed what push streams delivered, by platform
 */
public record CaptureTally(
        long records,
        Map<String, Long> ignored,
        Map<String, RejectGroup> rejects,
        List<MinuteRange> minutes,
        Map<String, PushedRecords> pushed) {
    /**
     * Rejected records of one member and reason.
     *
     * @param member archive member, or the empty string
     * @param reason why
     * @param count how many
     * @param record number of the first
     * @param offset where it begins in the uncompressed file or member
     * @param detail what was found and expected for the first
     */
    public record RejectGroup(String member, String reason, long count, long record, long offset, String detail) {
        private RejectGroup plus(RejectGroup other) {
            RejectGroup first = record <= other.record ? this : other;
            return new RejectGroup(member, reason, count + other.count, first.record, first.offset, first.detail);
        }
    }

    /** Nothing read yet. */
    public static CaptureTally empty() {
        return new CaptureTally(0, Map.of(), Map.of(), List.of(), Map.of());
    }

    /** Both together; the order does not matter. */
    public CaptureTally plus(CaptureTally other) {
        Map<String, Long> ignoredSum = new TreeMap<>(ignored);
        other.ignored.forEach((reason, count) -> ignoredSum.merge(reason, count, Long::sum));
        Map<String, RejectGroup> rejectSum = new TreeMap<>(rejects);
        other.rejects.forEach((key, group) -> rejectSum.merge(key, group, RejectGroup::plus));
        List<MinuteRange> both = new ArrayList<>(minutes);
        both.addAll(other.minutes);
        Map<String, PushedRecords> pushedSum = new TreeMap<>(pushed);
        other.pushed.forEach((platform, records) -> pushedSum.merge(platform, records, PushedRecords::plus));
        return new CaptureTally(records + other.records, ignoredSum, rejectSum, MinuteFiles.joined(both), pushedSum);
    }

    /** The same counts with these minutes. */
    CaptureTally withMinutes(List<MinuteRange> read) {
        return new CaptureTally(records, ignored, rejects, read, pushed);
    }

    /** Whether nothing was read but members that are no dumps. */
    boolean holdsNoDump() {
        return records == ignored.getOrDefault(IgnoreReason.NON_DUMP_MEMBER.id(), 0L);
    }

    /** Records rejected, over all reasons. */
    public long rejected() {
        return rejects.values().stream().mapToLong(RejectGroup::count).sum();
    }

    /** Collects the tally of one part. */
    static final class Builder {
        private final Map<String, Long> ignored = new TreeMap<>();
        private final Map<String, RejectGroup> rejects = new TreeMap<>();
        private final Map<String, PushedRecords> pushed = new TreeMap<>();
        private long records;

        void read() {
            records++;
        }

        /** Counts members of an archive that are no dumps. */
        void pass(long members) {
            if (members > 0) {
                records += members;
                ignored.merge(IgnoreReason.NON_DUMP_MEMBER.id(), members, Long::sum);
            }
        }

        void ignore(IgnoreReason reason) {
            ignored.merge(reason.id(), 1L, Long::sum);
        }

        void reject(String member, ReadProblem problem) {
            reject(member, problem.reason(), problem.record(), problem.offset(), problem.detail());
        }

        void reject(String member, RejectReason reason, long record, long offset, String detail) {
            RejectGroup group = new RejectGroup(member, reason.id(), 1, record, offset, detail);
            rejects.merge(member + "\u0000" + reason.id(), group, RejectGroup::plus);
        }

        /** Notes what a push stream delivered: the record's own event. */
        void pushed(Event event) {
            long at = event.capturedAt().toEpochMilli();
            PushedRecords one = new PushedRecords(at, at, event.kind().isExistence() ? 0 : 1);
            pushed.merge(event.platform().id(), one, PushedRecords::plus);
        }

        CaptureTally build() {
            return new CaptureTally(records, Map.copyOf(ignored), Map.copyOf(rejects), List.of(), Map.copyOf(pushed));
        }
    }
}
