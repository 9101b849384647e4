// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.webarchive;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tilik.formats.Decoded;
import org.tilik.formats.HttpStatus;
import org.tilik.formats.csv.IsoTime;
import org.tilik.model.Event;
import org.tilik.model.EventBuilder;
import org.tilik.model.EventKind;
import org.tilik.model.IgnoreReason;
import org.tilik.model.Platform;
import org.tilik.model.RejectReason;
import org.tilik.model.SourcePosition;

/** What a visit to an address says about the post that is known by it. */
final class Look {
    private static final DateTimeFormatter FOURTEEN_DIGITS =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final int DIGITS = 14;

    private Look() {}

    /**
     * The outcome for this visit.
     *
     * @param declared platform whose posts alone are asked for, or null
     */
    static Decoded decoded(Capture capture, Platform declared, SourcePosition source) {
        String status = capture.status();
        Optional<PostAddress> post =
                PostAddress.of(capture.url()).filter(known -> declared == null || declared == known.platform());
        if (post.isEmpty() || status == null || status.equals(Capture.NO_STATUS)) {
            return new Decoded.Ignored(IgnoreReason.NOT_AN_ITEM);
        }
        Instant at = time(capture.at());
        if (at == null) {
            return new Decoded.Rejected(
                    RejectReason.BAD_TIMESTAMP,
                    "The capture has no time; expected fourteen digits (20170323172420) or ISO 8601, both in UTC.");
        }
        if (!IsoTime.isPossible(at)) {
            return new Decoded.Rejected(
                    RejectReason.IMPOSSIBLE_TIME, "The capture is of " + at + "; expected a time from 1990 to 2100.");
        }
        int code = HttpStatus.of(status);
        if (code < 0) {
            return new Decoded.Rejected(
                    RejectReason.UNSUPPORTED_RECORD,
                    "The capture has no HTTP status; expected 100 to 599, or - where there was no answer.");
        }
        EventBuilder look = Event.builder(
                        post.get().platform(), EventKind.RECHECK, post.get().itemId(), source)
                .at(at)
                .precision(IsoTime.precision(at))
                .capturedAt(at);
        Answer answer = Answer.of(post.get(), code, capture.location());
        return new Decoded.Events(List.of(answer.on(look).build()));
    }

    private static Instant time(String text) {
        if (text == null || text.length() != DIGITS) {
            return text == null ? null : IsoTime.parse(text).orElse(null);
        }
        try {
            return LocalDateTime.parse(text, FOURTEEN_DIGITS).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
