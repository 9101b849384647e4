// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.tilik.formats.Decoded;
import org.tilik.formats.PostingTime;
import org.tilik.formats.WebAddresses;
import org.tilik.formats.json.JsonValues;
import org.tilik.model.Counts;
import org.tilik.model.Event;
import org.tilik.model.EventBuilder;
import org.tilik.model.EventKind;
import org.tilik.model.Platform;
import org.tilik.model.RejectReason;
import org.tilik.model.SourcePosition;
import org.tilik.model.TimePrecision;

/** One resource of YouTube's Data API: a video or a comment; channels and playlists are no items. */
final class ApiResource {
    private static final String TIME = "snippet.publishedAt in ISO 8601";

    private final SourcePosition source;
    private final Instant captured;
    private final List<Event> events;

    /** Adds to these events; the first is the record's primary one. */
    ApiResource(SourcePosition source, Instant captured, List<Event> events) {
        this.source = source;
        this.captured = captured;
        this.events = events;
    }

    /** Adds what the resource says; returns why it cannot be used, or null. */
    Decoded.Rejected add(JsonNode resource) {
        String kind = JsonValues.text(resource.path("kind"));
        return switch (kind == null ? "" : kind) {
            case "youtube#video" -> video(resource, JsonValues.id(resource.path("id")));
            case "youtube#searchResult" -> found(resource);
            case "youtube#commentThread" -> thread(resource);
            case "youtube#comment" -> comment(resource, null, null);
            default -> null;
        };
    }

    private Decoded.Rejected found(JsonNode result) {
        return "youtube#video".equals(JsonValues.text(JsonValues.at(result, "id", "kind")))
                ? video(result, JsonValues.id(JsonValues.at(result, "id", "videoId")))
                : null;
    }

    private Decoded.Rejected video(JsonNode video, String id) {
        JsonNode snippet = video.path("snippet");
        Instant posted = JsonValues.iso(snippet.path("publishedAt")).orElse(null);
        Decoded.Rejected fault = fault(id, posted);
        if (fault != null) {
            return fault;
        }
        JsonNode status = video.path("status");
        Availability found = Availability.ofStatus(
                JsonValues.text(status.path("uploadStatus")),
                JsonValues.text(status.path("rejectionReason")),
                JsonValues.text(status.path("privacyStatus")));
        String language = JsonValues.text(snippet.path("defaultAudioLanguage"));
        String description = JsonValues.text(snippet.path("description"));
        JsonNode statistics = video.path("statistics");
        events.add(item(EventKind.POST, id, posted)
                .visible(found == null)
                .accountId(JsonValues.id(snippet.path("channelId")))
                .declaredLanguage(language == null ? JsonValues.text(snippet.path("defaultLanguage")) : language)
                .text(words(JsonValues.text(snippet.path("title")), description))
                .urls(WebAddresses.in(description))
                .counts(new Counts(
                        JsonValues.count(statistics.path("likeCount")),
                        null,
                        JsonValues.count(statistics.path("commentCount")),
                        null,
                        JsonValues.count(statistics.path("viewCount"))))
                .build());
        if (found != null && captured != null) {
            events.add(Event.builder(Platform.YOUTUBE, EventKind.RECHECK, id, source)
                    .at(captured)
                    .precision(TimePrecision.SECOND)
                    .capturedAt(captured)
                    .recheck(found.outcome())
                    .oneSided(true)
                    .actor(found.actor())
                    .reach(found.reach())
                    .explicit(found.explicit())
                    .reason(found.reason())
                    .primary(false)
                    .build());
        }
        return null;
    }

    private Decoded.Rejected thread(JsonNode thread) {
        JsonNode snippet = thread.path("snippet");
        String video = JsonValues.id(snippet.path("videoId"));
        Decoded.Rejected fault =
                comment(snippet.path("topLevelComment"), video, JsonValues.count(snippet.path("totalReplyCount")));
        JsonNode replies = JsonValues.at(thread, "replies", "comments");
        for (JsonNode reply : replies.isArray() ? replies : List.<JsonNode>of()) {
            fault = fault == null ? comment(reply, video, null) : fault;
        }
        return fault;
    }

    private Decoded.Rejected comment(JsonNode comment, String videoOfThread, Long replies) {
        JsonNode snippet = comment.path("snippet");
        String id = JsonValues.id(comment.path("id"));
        Instant posted = JsonValues.iso(snippet.path("publishedAt")).orElse(null);
        Decoded.Rejected fault = fault(id, posted);
        if (fault != null) {
            return fault;
        }
        String stated = JsonValues.id(snippet.path("videoId"));
        String video = stated == null ? videoOfThread : stated;
        String answered = JsonValues.id(snippet.path("parentId"));
        String original = JsonValues.text(snippet.path("textOriginal"));
        String words = original == null ? JsonValues.text(snippet.path("textDisplay")) : original;
        events.add(item(EventKind.REPLY, id, posted)
                .accountId(JsonValues.id(JsonValues.at(snippet, "authorChannelId", "value")))
                .parentId(answered == null ? video : answered)
                .rootId(video)
                .text(words)
                .urls(WebAddresses.in(words))
                .counts(new Counts(JsonValues.count(snippet.path("likeCount")), null, replies, null, null))
                .build());
        JsonValues.iso(snippet.path("updatedAt"))
                .filter(edited -> edited.isAfter(posted) && !PostingTime.isOutside(edited, YoutubeDecoder.OPENED))
                .ifPresent(edited -> events.add(Event.builder(Platform.YOUTUBE, EventKind.EDIT, id, source)
                        .at(edited)
                        .precision(TimePrecision.SECOND)
                        .capturedAt(captured)
                        .primary(false)
                        .build()));
        return null;
    }

    private Decoded.Rejected fault(String id, Instant posted) {
        return id == null
                ? new Decoded.Rejected(RejectReason.MISSING_ID, "The resource has no id.")
                : PostingTime.fault(posted, captured, YoutubeDecoder.OPENED, TIME)
                        .orElse(null);
    }

    private EventBuilder item(EventKind kind, String id, Instant posted) {
        return Event.builder(Platform.YOUTUBE, kind, id, source)
                .at(posted)
                .precision(TimePrecision.SECOND)
                .capturedAt(captured)
                .primary(events.isEmpty());
    }

    /** The words of a video: its title, and what stands under it. */
    static String words(String title, String description) {
        if (title == null || description == null) {
            return title == null ? description : title;
        }
        return title + "\n" + description;
    }
}
