// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.twitter;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.tilik.formats.Decoded;
import org.tilik.formats.DecoderSettings;
import org.tilik.formats.RawRecord;
import org.tilik.formats.RecordDecoder;
import org.tilik.formats.container.MinuteFiles;
import org.tilik.formats.json.JsonObjects;
import org.tilik.model.IgnoreReason;
import org.tilik.model.RejectReason;
import org.tilik.model.SourcePosition;

/**
 * Decodes what Twitter's API of version 1.1 delivered: lines of stream grabs (statuses and notices) and statuses
 * collected one by one; one instance per thread.
 */
public final class TwitterDecoder implements RecordDecoder {
    private static final long SECONDS_PER_MINUTE = 60;

    private final JsonObjects objects = new JsonObjects("one status or notice");
    private final TwitterMessage message = new TwitterMessage();
    private final Instant capturedAt;
    private final double samplingShare;
    private SourcePosition place = new SourcePosition("", "", 0);
    private Instant minute;

    /** A decoder under these settings; the captured_at of the study dates records that say nothing themselves. */
    public TwitterDecoder(DecoderSettings settings) {
        this.capturedAt = settings.capturedAt();
        this.samplingShare = settings.samplingShare();
    }

    @Override
    public Decoded decode(RawRecord record) {
        Optional<Decoded.Rejected> unreadable = objects.read(record, message::read);
        if (unreadable.isPresent()) {
            return unreadable.get();
        }
        if (message.timestamp == TwitterJson.UNREADABLE) {
            return new Decoded.Rejected(
                    RejectReason.BAD_TIMESTAMP,
                    "timestamp_ms is no number; expected milliseconds since 1970 as text or number.");
        }
        Capture capture = Capture.of(message.timestamp, minute(record.source()), capturedAt);
        if (message.aboutNoItem) {
            return new Decoded.Ignored(IgnoreReason.NOT_AN_ITEM);
        }
        if (message.notice != null) {
            return new TwitterNotices(message, record.source(), capture).decode();
        }
        if (message.status.isStatus()) {
            return new TwitterEvents(message.status, record.source(), capture, samplingShare).decode();
        }
        return new Decoded.Rejected(
                RejectReason.UNSUPPORTED_RECORD,
                message.isVersion2
                        ? "The record has the shape of the later API (version 2), which the format twitter_v1 does not"
                                + " read."
                        : "The object is neither a status with text or user nor a message of the stream.");
    }

    /** Records of one file or member follow each other, so that its name is read once. */
    private Instant minute(SourcePosition source) {
        if (!source.member().equals(place.member()) || !source.file().equals(place.file())) {
            place = source;
            OptionalLong byMember = MinuteFiles.minute(source.member());
            OptionalLong found = byMember.isPresent() ? byMember : MinuteFiles.minute(source.file());
            minute = found.isPresent() ? Instant.ofEpochSecond(found.getAsLong() * SECONDS_PER_MINUTE) : null;
        }
        return minute;
    }
}
