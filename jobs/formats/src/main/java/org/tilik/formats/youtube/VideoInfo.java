// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tilik.formats.Decoded;
import org.tilik.formats.PostingTime;
import org.tilik.formats.WebAddresses;
import org.tilik.formats.json.JsonValues;
import org.tilik.model.Counts;
import org.tilik.model.Event;
import org.tilik.model.EventBuilder;
import org.tilik.model.EventKind;
import org.tilik.model.IgnoreReason;
import org.tilik.model.Platform;
import org.tilik.model.RecheckOutcome;
import org.tilik.model.RejectReason;
import org.tilik.model.SourcePosition;
import org.tilik.model.TimePrecision;

/**
 * One video as yt-dlp writes it: an item where its day of upload is known, else a look at one.
 *
 * <p>{@code timestamp} is the second of upload and outweighs {@code upload_date}, a day in UTC, of which the first moment
 * is taken. Comments in the record are left out: their times are reckoned from words like "2 years ago".
 */
final class VideoInfo {
    private static final List<String> WORDS_IN_PLACE = List.of("availability", "error", "reason", "message");
    private static final Set<String> PLACEHOLDERS = Set.of("[Private video]", "[Deleted video]");

    private final JsonNode info;
    private final SourcePosition source;
    private final String id;
    private final Instant captured;

    VideoInfo(JsonNode info, SourcePosition source, Instant capturedAt) {
        this.info = info;
        this.source = source;
        this.id = JsonValues.id(info.path("id"));
        this.captured = JsonValues.seconds(info.path("epoch")).orElse(capturedAt);
    }

    Decoded decode() {
        String type = JsonValues.text(info.path("_type"));
        if ("playlist".equals(type) || "multi_video".equals(type)) {
            return new Decoded.Ignored(IgnoreReason.NOT_AN_ITEM);
        }
        if (id == null) {
            return rejected(RejectReason.MISSING_ID, "The video has no id.");
        }
        if (isOfAnotherSite()) {
            return rejected(
                    RejectReason.UNSUPPORTED_RECORD, "yt-dlp took the video from another site; expected YouTube.");
        }
        Optional<Instant> second = JsonValues.seconds(info.path("timestamp"));
        Instant posted = second.or(this::day).orElse(null);
        Availability found = availability();
        if (posted == null) {
            return found == null
                    ? withoutWords()
                    : look(found).<Decoded>map(Decoded.Events::new).orElseGet(this::undated);
        }
        return PostingTime.fault(posted, captured, YoutubeDecoder.OPENED, "timestamp or upload_date")
                .<Decoded>map(fault -> fault)
                .orElseGet(() -> item(posted, second.isPresent(), found));
    }

    private boolean isOfAnotherSite() {
        return Stream.of("extractor", "extractor_key", "ie_key")
                .map(key -> JsonValues.text(info.path(key)))
                .anyMatch(site -> site != null && !site.toLowerCase(Locale.ROOT).startsWith("youtube"));
    }

    private Optional<Instant> day() {
        String day = JsonValues.text(info.path("upload_date"));
        if (day == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE)
                    .atStartOfDay()
                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Availability availability() {
        String title = JsonValues.text(info.path("title"));
        if (title != null && PLACEHOLDERS.contains(title)) {
            return Availability.of(title);
        }
        return WORDS_IN_PLACE.stream()
                .map(key -> JsonValues.text(info.path(key)))
                .filter(words -> words != null)
                .findFirst()
                .map(Availability::of)
                .orElse(null);
    }

    /** A playlist shows both what is there and, by a title in its place, what is not; a visit names one of them. */
    private boolean isListed() {
        return JsonValues.text(info.path("title")) != null
                && WORDS_IN_PLACE.stream().allMatch(key -> JsonValues.text(info.path(key)) == null);
    }

    /** Playlists and channels list their videos without dates; a title shows that the video was there. */
    private Decoded withoutWords() {
        if (JsonValues.text(info.path("title")) == null) {
            return rejected(
                    RejectReason.BAD_TIMESTAMP,
                    "The video has neither a date nor words on its availability; expected timestamp, upload_date or"
                            + " availability.");
        }
        return look(new Availability(RecheckOutcome.ALIVE, null, null, false, "listed"))
                .<Decoded>map(Decoded.Events::new)
                .orElseGet(this::undated);
    }

    private Decoded undated() {
        return rejected(
                RejectReason.BAD_TIMESTAMP,
                "Nobody says when the video was looked for; expected epoch in the record or captured_at in the study.");
    }

    private Optional<List<Event>> look(Availability found) {
        return captured == null || PostingTime.isOutside(captured, YoutubeDecoder.OPENED)
                ? Optional.empty()
                : Optional.of(List.of(recheck(found)
                        .counts(counts())
                        .accountId(JsonValues.id(info.path("channel_id")))
                        .build()));
    }

    private EventBuilder recheck(Availability found) {
        return Event.builder(Platform.YOUTUBE, EventKind.RECHECK, id, source)
                .at(captured)
                .precision(TimePrecision.SECOND)
                .capturedAt(captured)
                .recheck(found.outcome())
                .actor(found.actor())
                .reach(found.reach())
                .explicit(found.explicit())
                .oneSided(!isListed())
                .reason(found.reason());
    }

    private Decoded item(Instant posted, boolean toTheSecond, Availability found) {
        boolean gone = found != null && found.isGone();
        String description = JsonValues.text(info.path("description"));
        Event post = Event.builder(Platform.YOUTUBE, EventKind.POST, id, source)
                .at(posted)
                .precision(toTheSecond ? TimePrecision.SECOND : TimePrecision.DAY)
                .capturedAt(captured)
                .visible(!gone)
                .accountId(JsonValues.id(info.path("channel_id")))
                .accountFollowers(JsonValues.count(info.path("channel_follower_count")))
                .declaredLanguage(JsonValues.text(info.path("language")))
                .text(ApiResource.words(JsonValues.text(info.path("title")), description))
                .urls(WebAddresses.in(description))
                .counts(counts())
                .build();
        return new Decoded.Events(
                gone && captured != null
                        ? List.of(post, recheck(found).primary(false).build())
                        : List.of(post));
    }

    private Counts counts() {
        return new Counts(
                JsonValues.count(info.path("like_count")),
                null,
                JsonValues.count(info.path("comment_count")),
                null,
                JsonValues.count(info.path("view_count")));
    }

    private static Decoded rejected(RejectReason reason, String detail) {
        return new Decoded.Rejected(reason, detail);
    }
}
