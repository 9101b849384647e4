// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tilik.formats.Decoded;
import org.tilik.formats.PostingTime;
import org.tilik.formats.RawRecord;
import org.tilik.formats.RecordDecoder;
import org.tilik.formats.WebAddresses;
import org.tilik.formats.json.JsonTrees;
import org.tilik.formats.json.JsonValues;
import org.tilik.formats.json.Zeeschuimer;
import org.tilik.model.Counts;
import org.tilik.model.Event;
import org.tilik.model.EventBuilder;
import org.tilik.model.EventKind;
import org.tilik.model.IgnoreReason;
import org.tilik.model.Platform;
import org.tilik.model.RejectReason;
import org.tilik.model.SourcePosition;
import org.tilik.model.TimePrecision;

/**
 * Decodes pages of videos and comments of TikTok's Research API, their single items, and videos that a browser took from
 * TikTok's pages.
 *
 * <p>A page is one record, whose first item is its primary event. What was deleted, removed or made private is left out of
 * pages without a word, so that no record tells of a removal. The author is the name in addresses, which an account may
 * change. What is said in a video ({@code voice_to_text}) is not among its words.
 */
public final class TiktokDecoder implements RecordDecoder {
    /** Videos of musical.ly, opened then, went into TikTok. */
    private static final Instant OPENED = Instant.parse("2014-08-01T00:00:00Z");

    private final JsonTrees trees = new JsonTrees("one video or comment, or one page of them");
    private final Instant capturedAt;

    /** A decoder for records that do not say when they were captured to be dated with this time, or null. */
    public TiktokDecoder(Instant capturedAt) {
        this.capturedAt = capturedAt;
    }

    @Override
    public Decoded decode(RawRecord record) {
        JsonTrees.Read read = trees.read(record);
        if (read.fault() != null) {
            return read.fault();
        }
        JsonNode tree = read.tree();
        for (String list : List.of("videos", "comments")) {
            JsonNode items = JsonValues.at(tree, "data", list);
            if (items.isArray()) {
                return page(items, record.source());
            }
        }
        if (tree.path("error").isObject() && tree.path("id").isMissingNode()) {
            return new Decoded.Ignored(IgnoreReason.NOT_AN_ITEM);
        }
        Zeeschuimer taken = Zeeschuimer.of(tree);
        List<Event> events = new ArrayList<>();
        Decoded.Rejected fault = new Reading(
                        record.source(), taken.collected() == null ? capturedAt : taken.collected(), events)
                .add(taken.post());
        return fault == null ? new Decoded.Events(events) : fault;
    }

    private Decoded page(JsonNode items, SourcePosition source) {
        List<Event> events = new ArrayList<>();
        Reading reading = new Reading(source, capturedAt, events);
        int number = 0;
        for (JsonNode item : items) {
            number++;
            Decoded.Rejected fault = reading.add(item);
            if (fault != null) {
                return new Decoded.Rejected(fault.reason(), "Item " + number + " of the page: " + fault.detail());
            }
        }
        return events.isEmpty() ? new Decoded.Ignored(IgnoreReason.NOT_AN_ITEM) : new Decoded.Events(events);
    }

    /** Takes the items of one record one after the other. */
    private record Reading(SourcePosition source, Instant captured, List<Event> events) {
        /** Adds this item; returns why it cannot be used, or null. */
        Decoded.Rejected add(JsonNode item) {
            String id = JsonValues.id(item.path("id"));
            if (id == null) {
                return new Decoded.Rejected(RejectReason.MISSING_ID, "The video or comment has no id.");
            }
            boolean isOfPages = item.has("createTime");
            Instant posted = JsonValues.seconds(item.path(isOfPages ? "createTime" : "create_time"))
                    .orElse(null);
            Decoded.Rejected fault = PostingTime.fault(posted, captured, OPENED, "create_time in seconds since 1970")
                    .orElse(null);
            if (fault == null) {
                events.add(
                        isOfPages
                                ? ofPages(item, id, posted)
                                : item.has("video_id") ? comment(item, id, posted) : video(item, id, posted));
            }
            return fault;
        }

        private EventBuilder item(EventKind kind, String id, Instant posted, String words) {
            return Event.builder(Platform.TIKTOK, kind, id, source)
                    .at(posted)
                    .precision(TimePrecision.SECOND)
                    .capturedAt(captured)
                    .text(words)
                    .urls(WebAddresses.in(words))
                    .primary(events.isEmpty());
        }

        private Event video(JsonNode video, String id, Instant posted) {
            return item(EventKind.POST, id, posted, JsonValues.text(video.path("video_description")))
                    .accountId(JsonValues.id(video.path("username")))
                    .counts(new Counts(
                            JsonValues.count(video.path("like_count")),
                            JsonValues.count(video.path("share_count")),
                            JsonValues.count(video.path("comment_count")),
                            null,
                            JsonValues.count(video.path("view_count"))))
                    .build();
        }

        /** Who wrote it, the interface does not say. A first comment has its video as parent. */
        private Event comment(JsonNode comment, String id, Instant posted) {
            String video = JsonValues.id(comment.path("video_id"));
            String answered = JsonValues.id(comment.path("parent_comment_id"));
            return item(EventKind.REPLY, id, posted, JsonValues.text(comment.path("text")))
                    .parentId(answered == null ? video : answered)
                    .rootId(video)
                    .counts(new Counts(
                            JsonValues.count(comment.path("like_count")),
                            null,
                            JsonValues.count(comment.path("reply_count")),
                            null,
                            null))
                    .build();
        }

        /** A duet shows another video beside one's own. */
        private Event ofPages(JsonNode video, String id, Instant posted) {
            String duet = JsonValues.id(JsonValues.at(video, "duetInfo", "duetFromId"));
            boolean isDuet = duet != null && !duet.equals("0");
            JsonNode stats = video.path("stats");
            String name = JsonValues.id(JsonValues.at(video, "author", "uniqueId"));
            String language = JsonValues.text(video.path("textLanguage"));
            return item(isDuet ? EventKind.QUOTE : EventKind.POST, id, posted, JsonValues.text(video.path("desc")))
                    .originId(isDuet ? duet : null)
                    .accountId(name == null ? JsonValues.id(video.path("author")) : name)
                    .accountFollowers(JsonValues.count(JsonValues.at(video, "authorStats", "followerCount")))
                    .declaredLanguage("un".equals(language) ? null : language)
                    .counts(new Counts(
                            JsonValues.count(stats.path("diggCount")),
                            JsonValues.count(stats.path("shareCount")),
                            JsonValues.count(stats.path("commentCount")),
                            null,
                            JsonValues.count(stats.path("playCount"))))
                    .build();
        }
    }
}
