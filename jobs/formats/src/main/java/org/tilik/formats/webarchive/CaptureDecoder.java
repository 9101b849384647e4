// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.webarchive;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.tilik.formats.DecoderSettings;
import org.tilik.formats.HttpStatus;
import org.tilik.formats.RawRecord;
import org.tilik.formats.RecordDecoder;
import org.tilik.formats.csv.IsoTime;
import org.tilik.formats.json.JsonTrees;
import org.tilik.formats.json.JsonValues;
import org.tilik.formats.json.RecordFault;
import org.tilik.model.Event;
import org.tilik.model.EventBuilder;
import org.tilik.model.EventKind;
import org.tilik.model.IgnoreReason;
import org.tilik.model.Platform;
import org.tilik.model.RejectReason;

/**
 * Decodes captures of web archives, each a look at one address. What is no post of a known platform, and what holds no
 * answer of a server, is left out by name.
 */
public final class CaptureDecoder implements RecordDecoder {
    private static final DateTimeFormatter FOURTEEN_DIGITS =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final int DIGITS = 14;

    private final JsonTrees trees = new JsonTrees("one capture");
    private final Platform platform;

    /** A decoder for captures of all platforms, or of the one that the study declares. */
    public CaptureDecoder(DecoderSettings settings) {
        this.platform = settings.platform();
    }

    @Override
    public Decoded decode(RawRecord record) {
        JsonTrees.Read read = trees.read(record);
        if (read.fault() != null) {
            return read.fault();
        }
        JsonNode capture = read.tree();
        Optional<Decoded.Rejected> fault = RecordFault.of(capture);
        if (fault.isPresent()) {
            return fault.get();
        }
        String status = JsonValues.text(capture.path(Capture.STATUS));
        Optional<PostAddress> post =
                PostAddress.of(JsonValues.text(capture.path(Capture.URL))).filter(this::isAskedFor);
        if (post.isEmpty() || status == null || status.equals(Capture.NO_STATUS)) {
            return new Decoded.Ignored(IgnoreReason.NOT_AN_ITEM);
        }
        Instant at = time(JsonValues.text(capture.path(Capture.AT)));
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
                        post.get().platform(), EventKind.RECHECK, post.get().itemId(), record.source())
                .at(at)
                .precision(IsoTime.precision(at))
                .capturedAt(at);
        Answer answer = Answer.of(post.get(), code, JsonValues.text(capture.path(Capture.LOCATION)));
        return new Decoded.Events(List.of(answer.on(look).build()));
    }

    private boolean isAskedFor(PostAddress post) {
        return platform == null || platform == post.platform();
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
