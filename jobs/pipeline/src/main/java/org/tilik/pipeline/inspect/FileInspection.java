// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.inspect;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.FormatNotes;

/**
 * What one dump file is and what a study would make of it.
 *
 * @param file its path as given
 * @param bytes its size
 * @param container what it is packed in
 * @param formats formats of its texts, by id; none where none was recognised
 * @param recognisedBy what the first text was recognised by; null where nothing was recognised or the format was given
 * @param isWhole whether it was read to its end; else counts are those of its beginning
 * @param records records, those that cannot be used counted too
 * @param primaryEvents records by what they report (POST, REMOVAL, …; LEDGER for an entry of a ledger)
 * @param derivedEvents what they tell beside that, by kind
 * @param ignored records left out on purpose, by reason
 * @param rejects what cannot be used
 * @param firstTime earliest time of an event; null for none
 * @param lastTime latest time of an event; null for none
 * @param precision how finely times are stated: number of primary events by precision
 * @param firstEvents the first events
 * @param notes what people should know of each of its formats
 */
public record FileInspection(
        String file,
        long bytes,
        String container,
        List<String> formats,
        String recognisedBy,
        boolean isWhole,
        long records,
        Map<String, Long> primaryEvents,
        Map<String, Long> derivedEvents,
        Map<String, Long> ignored,
        List<RejectGroup> rejects,
        @JsonSerialize(using = ToStringSerializer.class) Instant firstTime,
        @JsonSerialize(using = ToStringSerializer.class) Instant lastTime,
        Map<String, Long> precision,
        List<FirstEvent> firstEvents,
        List<Notes> notes) {

    /**
     * What people should know of a format.
     *
     * @param format its id
     * @param timeQuality how exact its times are
     * @param unknowable what it cannot say
     */
    public record Notes(String format, String timeQuality, String unknowable) {
        static Notes of(DumpFormat format) {
            FormatNotes notes = FormatNotes.of(format);
            return new Notes(format.id(), notes.timeQuality(), notes.unknowable());
        }
    }

    /**
     * Records that cannot be used, for one reason.
     *
     * @param reason why
     * @param count how many
     * @param member member of the archive in which the first of them is; empty for none
     * @param record number of the first of them there
     * @param detail what was found there and what was expected
     */
    public record RejectGroup(String reason, long count, String member, long record, String detail) {}

    /**
     * One event.
     *
     * @param kind what happened
     * @param itemId the platform's own id of the item
     * @param timeLo earliest time
     * @param timeHi latest time; equal where it is exact
     * @param precision how finely it is stated
     * @param capturedAt when the archiver saw it
     * @param actor who made it disappear; null where that does not apply
     * @param characters length of its words; null for none
     */
    public record FirstEvent(
            String kind,
            String itemId,
            @JsonSerialize(using = ToStringSerializer.class) Instant timeLo,
            @JsonSerialize(using = ToStringSerializer.class) Instant timeHi,
            String precision,
            @JsonSerialize(using = ToStringSerializer.class) Instant capturedAt,
            String actor,
            Integer characters) {}

    /** Whether some text of the file was recognised. */
    public boolean isRecognised() {
        return !formats.isEmpty();
    }
}
