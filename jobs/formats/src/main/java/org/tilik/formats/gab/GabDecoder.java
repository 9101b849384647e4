// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.gab;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tilik.formats.Decoded;
import org.tilik.formats.PostingTime;
import org.tilik.formats.RawRecord;
import org.tilik.formats.RecordDecoder;
import org.tilik.formats.csv.IsoTime;
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
 * Decodes Gab's posts: of its first interface (until 2019, alone or in the entries of a feed), and of its second with long
 * or short keys, as Zeeschuimer and 4CAT keep them. None tells of a removal.
 *
 * <p>The first interface has no number for a repost; its id is made of post and reposter, {@code post/name}.
 */
public final class GabDecoder implements RecordDecoder {
    private static final Instant OPENED = Instant.parse("2016-08-01T00:00:00Z");
    private static final String TIME = "created_at in ISO 8601";

    private final JsonTrees trees = new JsonTrees("one post of Gab");
    private final Instant capturedAt;

    /** A decoder for records that do not say when they were captured to be dated with this time, or null. */
    public GabDecoder(Instant capturedAt) {
        this.capturedAt = capturedAt;
    }

    @Override
    public Decoded decode(RawRecord record) {
        JsonTrees.Read read = trees.read(record);
        if (read.fault() != null) {
            return read.fault();
        }
        Zeeschuimer taken = Zeeschuimer.of(read.tree());
        Instant captured = taken.collected() == null ? capturedAt : taken.collected();
        JsonNode stated = taken.post();
        String type = JsonValues.text(stated.path("type"));
        if ("group".equals(type) || "user".equals(type)) {
            return new Decoded.Ignored(IgnoreReason.NOT_AN_ITEM);
        }
        return stated.path("post").isObject() && "repost".equals(type)
                ? feedRepost(stated, captured, record.source())
                : post(
                        GabPost.of(stated.path("post").isObject() ? stated.path("post") : stated),
                        captured,
                        record.source());
    }

    private static Decoded feedRepost(JsonNode entry, Instant captured, SourcePosition source) {
        GabPost original = GabPost.of(entry.path("post"));
        String by = JsonValues.id(JsonValues.at(entry, "actuser", "username"));
        Instant posted = GabPost.time(entry.path("published_at"));
        if (original.id() == null || by == null) {
            return missingId();
        }
        Optional<Decoded.Rejected> fault =
                PostingTime.fault(posted, captured, OPENED, "published_at of a repost in ISO 8601");
        if (fault.isPresent()) {
            return fault.get();
        }
        List<Event> events = new ArrayList<>();
        events.add(Event.builder(Platform.GAB, EventKind.SHARE, original.id() + "/" + by, source)
                .at(posted)
                .precision(TimePrecision.SECOND)
                .capturedAt(captured)
                .accountId(by)
                .originId(original.id())
                .build());
        embedded(original, captured == null ? posted : captured, source).ifPresent(events::add);
        return new Decoded.Events(events);
    }

    private static Decoded post(GabPost post, Instant captured, SourcePosition source) {
        if (post.id() == null) {
            return missingId();
        }
        Optional<Decoded.Rejected> fault = PostingTime.fault(post.posted(), captured, OPENED, TIME);
        if (fault.isPresent()) {
            return fault.get();
        }
        Optional<GabPost> inner = post.inner().isObject() ? Optional.of(GabPost.of(post.inner())) : Optional.empty();
        String shared = post.isRepost() ? inner.map(GabPost::id).orElse(null) : post.origin();
        EventKind answers = post.parent() == null ? EventKind.POST : EventKind.REPLY;
        EventKind speaks = shared == null ? answers : EventKind.QUOTE;
        List<Event> events = new ArrayList<>();
        EventBuilder item = item(post, post.isRepost() ? EventKind.SHARE : speaks, captured, source)
                .parentId(post.parent())
                .originId(shared);
        if (post.isRepost()) {
            item.text(null).urls(List.of()).counts(Counts.NONE);
        }
        events.add(item.build());
        if (post.edited() != null
                && post.edited().isAfter(post.posted())
                && !PostingTime.isOutside(post.edited(), OPENED)) {
            events.add(Event.builder(Platform.GAB, EventKind.EDIT, post.id(), source)
                    .at(post.edited())
                    .precision(IsoTime.precision(post.edited()))
                    .capturedAt(captured)
                    .primary(false)
                    .build());
        }
        inner.flatMap(original -> embedded(original, captured == null ? post.posted() : captured, source))
                .ifPresent(events::add);
        return new Decoded.Events(events);
    }

    /** What is answered, quoted or reposted was there to be so; where it is not sound, nothing is said of it. */
    private static Optional<Event> embedded(GabPost original, Instant seen, SourcePosition source) {
        boolean isSound = original.id() != null
                && PostingTime.fault(original.posted(), seen, OPENED, TIME).isEmpty();
        EventKind kind = original.parent() == null ? EventKind.POST : EventKind.REPLY;
        return isSound
                ? Optional.of(item(original, original.origin() == null ? kind : EventKind.QUOTE, seen, source)
                        .parentId(original.parent())
                        .originId(original.origin())
                        .fromEmbedded(true)
                        .primary(false)
                        .build())
                : Optional.empty();
    }

    private static EventBuilder item(GabPost post, EventKind kind, Instant captured, SourcePosition source) {
        return Event.builder(Platform.GAB, kind, post.id(), source)
                .at(post.posted())
                .precision(IsoTime.precision(post.posted()))
                .capturedAt(captured)
                .accountId(post.account())
                .accountFollowers(post.followers())
                .declaredLanguage(post.language())
                .text(post.text())
                .urls(post.links())
                .counts(post.counts());
    }

    private static Decoded missingId() {
        return new Decoded.Rejected(RejectReason.MISSING_ID, "The post has no id, or the repost has no author.");
    }
}
