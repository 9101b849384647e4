// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.twitter;

import java.time.Instant;
import java.util.Optional;
import org.tilik.formats.Decoded;
import org.tilik.formats.DecoderSettings;
import org.tilik.formats.RawRecord;
import org.tilik.formats.RecordDecoder;
import org.tilik.formats.json.JsonObjects;
import org.tilik.model.IgnoreReason;
import org.tilik.model.RejectReason;

/**
 * Decodes what Twitter's API of version 1.1 delivered: lines of stream grabs (statuses and notices) and statuses
 * collected one by one; one instance per thread.
 */
public final class TwitterDecoder implements RecordDecoder {
    private final JsonObjects objects = new JsonObjects("one status or notice");
    private final TwitterMessage message = new TwitterMessage();
    private final Instant capturedAt;
    private final double samplingShare;
    private final FileMinute minute = new FileMinute();

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
        Capture capture = Capture.of(message.timestamp, minute.of(record.source()), capturedAt);
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
}
