// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.twitter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tilik.formats.Decoded;
import org.tilik.formats.DecoderSettings;
import org.tilik.formats.RawRecord;
import org.tilik.formats.RecordDecoder;
import org.tilik.formats.json.JsonTrees;
import org.tilik.formats.json.JsonValues;
import org.tilik.model.Actor;
import org.tilik.model.Counts;
import org.tilik.model.Event;
import org.tilik.model.EventBuilder;
import org.tilik.model.EventKind;
import org.tilik.model.IgnoreReason;
import org.tilik.model.Platform;
import org.tilik.model.Reach;
import org.tilik.model.RecheckOutcome;
import org.tilik.model.RejectReason;
import org.tilik.model.SourcePosition;
import org.tilik.model.TimePrecision;

/**
 * Decodes what Twitter's API version 2 delivered: tweets out of pages ({@link TwitterV2Pages}), flattened tweets, and
 * records of streams, which send no deletions.
 *
 * <p>A tweet that a lookup did not find, or was not allowed to show, is gone by then, by whom and since when is not said.
 * An answer to a lookup of ids names both what is gone and what is there, so that each of its tweets is a look at it; what
 * other pages miss is named while what they show is only happened upon. A flattened tweet is no such answer, since the
 * errors beside it are lost.
 * Each version of an edited tweet has an id of its own and is an item.
 */
public final class TwitterV2Decoder implements RecordDecoder {
    private static final Set<String> GONE = Set.of("resource-not-found", "not-authorized-for-resource");
    /** The address of the only call that takes ids. */
    private static final Pattern LOOKUP = Pattern.compile("https?://[^/?]+/2/tweets(/[0-9]+)?/?([?].*)?");

    private static final Set<String> ASKED = Set.of("ids", "id");
    private static final Decoded NO_ITEM = new Decoded.Ignored(IgnoreReason.NOT_AN_ITEM);

    private final JsonTrees trees = new JsonTrees("one tweet, one record of a stream, or one error of a page");
    private final FileMinute minute = new FileMinute();
    private final Instant declared;

    /** A decoder under these settings; the captured_at of the study dates records that say nothing themselves. */
    public TwitterV2Decoder(DecoderSettings settings) {
        this.declared = settings.capturedAt();
    }

    @Override
    public Decoded decode(RawRecord record) {
        JsonTrees.Read read = trees.read(record);
        if (read.fault() != null) {
            return read.fault();
        }
        JsonNode tree = read.tree();
        JsonNode retrieved = JsonValues.at(tree, "__twarc", "retrieved_at");
        Optional<Instant> at = JsonValues.iso(retrieved);
        if (at.isEmpty() && !retrieved.isMissingNode()) {
            return new Decoded.Rejected(
                    RejectReason.BAD_TIMESTAMP, "__twarc.retrieved_at is no time; expected ISO 8601 with its zone.");
        }
        Capture capture = at.isPresent()
                ? new Capture(at.get(), at.get(), false)
                : Capture.of(TwitterJson.ABSENT, minute.of(record.source()), declared);
        boolean isLookup = isLookup(tree);
        JsonNode data = tree.path("data");
        if (data.isObject()) {
            Tweet tweet = new Tweet(data);
            return tweet.isTweet() ? new Reading(record.source(), capture, isLookup, tree).tweet(tweet, tree) : NO_ITEM;
        }
        if (tree.has("errors")) {
            return error(tree.path("errors").path(0), isLookup, capture, record.source());
        }
        if (tree.has("id") && new Tweet(tree).isTweet()) {
            return new Reading(record.source(), capture, false, tree).tweet(new Tweet(tree), tree);
        }
        return tree.has("meta") || tree.has("__twarc")
                ? NO_ITEM
                : new Decoded.Rejected(
                        RejectReason.UNSUPPORTED_RECORD,
                        "The object is no tweet, record or page of API version 2; expected data, errors, or id and"
                                + " text.");
    }

    private static boolean isLookup(JsonNode page) {
        String address = JsonValues.text(JsonValues.at(page, "__twarc", "url"));
        return address != null && LOOKUP.matcher(address).matches();
    }

    /** What an error of a page says about a tweet that was asked for, or that another refers to. */
    private static Decoded error(JsonNode error, boolean isLookup, Capture capture, SourcePosition source) {
        Optional<EventBuilder> gone = gone(error, isLookup, capture, source);
        if (gone.isEmpty()) {
            return NO_ITEM;
        }
        if (capture.until() == null) {
            return new Decoded.Rejected(
                    RejectReason.BAD_TIMESTAMP,
                    "Nothing says when the tweet was looked up; state captured_at for this input in the study.");
        }
        return TwitterTimes.isOutside(capture.until())
                ? new Decoded.Rejected(
                        RejectReason.IMPOSSIBLE_TIME,
                        "The look is of " + capture.until() + "; expected a time from 2006-03-21 to 2100.")
                : new Decoded.Events(List.of(gone.get().build()));
    }

    private static Optional<EventBuilder> gone(
            JsonNode error, boolean isLookup, Capture capture, SourcePosition source) {
        String id = Tweet.id(error.path("resource_id"));
        String type = JsonValues.text(error.path("type"));
        String problem = type == null ? "" : type.substring(type.lastIndexOf('/') + 1);
        String parameter = JsonValues.text(error.path("parameter"));
        boolean isAnswer = isLookup && parameter != null && ASKED.contains(parameter);
        boolean isTweet = "tweet".equals(JsonValues.text(error.path("resource_type")));
        if (id == null || !isTweet || !GONE.contains(problem)) {
            return Optional.empty();
        }
        return Optional.of(Event.builder(Platform.TWITTER, EventKind.RECHECK, id, source)
                .at(capture.until())
                .precision(TimePrecision.SECOND)
                .capturedAt(capture.until())
                .idTime(Snowflake.time(Long.parseLong(id)))
                .recheck(RecheckOutcome.GONE)
                .oneSided(!isAnswer)
                .actor(Actor.UNKNOWN)
                .reason(problem.replace('-', '_')));
    }

    /** Collects the events of one record. */
    private static final class Reading {
        private final SourcePosition source;
        private final Capture capture;
        private final boolean isLookup;
        private final JsonNode users;
        private final List<Event> events = new ArrayList<>(4);
        private final Set<String> seen = new HashSet<>();

        Reading(SourcePosition source, Capture capture, boolean isLookup, JsonNode record) {
            this.source = source;
            this.capture = capture;
            this.isLookup = isLookup;
            this.users = JsonValues.at(record, "includes", "users");
        }

        Decoded tweet(Tweet tweet, JsonNode record) {
            Optional<Decoded.Rejected> fault = add(tweet, null);
            List<JsonNode> others = new ArrayList<>(tweet.inside());
            record.path("includes").path("tweets").forEach(others::add);
            for (JsonNode other : others) {
                Instant seenAt = events.isEmpty() ? null : events.get(0).capturedAt();
                fault = fault.isPresent() ? fault : add(new Tweet(other), seenAt);
            }
            if (fault.isPresent()) {
                return fault.get();
            }
            if (capture.until() != null) {
                for (JsonNode error : record.path("errors")) {
                    gone(error, isLookup, capture, source)
                            .ifPresent(look -> events.add(look.primary(false).build()));
                }
            }
            return new Decoded.Events(List.copyOf(events));
        }

        /** The record's own tweet comes first; all others were visible when it was captured. */
        private Optional<Decoded.Rejected> add(Tweet tweet, Instant seenAt) {
            String id = tweet.id();
            if (id == null) {
                return Optional.of(new Decoded.Rejected(
                        RejectReason.MISSING_ID, "A tweet has no usable id; expected a whole number above 0."));
            }
            if (!seen.add(id)) {
                return Optional.empty();
            }
            TwitterTimes times = TwitterTimes.ofVersion2(Long.parseLong(id), tweet.createdAt(), capture);
            if (times.wrong() != null) {
                return Optional.of(times.wrong());
            }
            boolean isOwn = events.isEmpty();
            Instant capturedAt = isOwn ? capture.ofStatus(times.posted()) : seenAt;
            boolean isShare = tweet.kind() == EventKind.SHARE;
            Withheld withheld = tweet.withheld();
            boolean visible = !withheld.everywhere();
            Counts counts = isShare ? Counts.NONE : tweet.counts();
            events.add(event(tweet.kind(), id, capturedAt, times.precision())
                    .at(times.posted())
                    .visible(visible)
                    .accountId(tweet.author())
                    .accountFollowers(tweet.followers(users))
                    .parentId(tweet.parent())
                    .originId(tweet.origin())
                    .rootId(isShare ? null : tweet.root())
                    .declaredLanguage(tweet.language())
                    .text(visible && !isShare ? tweet.words() : null)
                    .urls(visible ? tweet.links() : List.of())
                    .counts(isOwn ? counts : Counts.NONE)
                    .fromEmbedded(!isOwn)
                    .primary(isOwn)
                    .build());
            if (isOwn && isLookup && visible) {
                events.add(event(EventKind.RECHECK, id, capturedAt, TimePrecision.SECOND)
                        .at(capturedAt)
                        .recheck(RecheckOutcome.ALIVE)
                        .build());
            }
            if (!isOwn && !counts.isEmpty() && capturedAt != null) {
                events.add(event(EventKind.COUNTS, id, capturedAt, TimePrecision.MILLI)
                        .at(capturedAt)
                        .counts(counts)
                        .build());
            }
            if (tweet.firstVersion() != null) {
                events.add(event(EventKind.EDIT, tweet.firstVersion(), capturedAt, times.precision())
                        .at(times.posted())
                        .build());
            }
            if (!withheld.equals(Withheld.NOWHERE)) {
                // Equal ends mean an exact time, which a tweet caught in the millisecond of its posting does not make.
                Instant until = times.posted().equals(capturedAt) ? capturedAt.plusMillis(1) : capturedAt;
                events.add(event(EventKind.REMOVAL, id, capturedAt, times.precision())
                        .between(times.posted(), until)
                        .explicit(true)
                        .oneSided(!isOwn || !isLookup)
                        .actor(Actor.LEGAL_ORDER)
                        .reach(withheld.reach(Reach.ITEM))
                        .countries(withheld.countries())
                        .reason(withheld.reason())
                        .build());
            }
            return Optional.empty();
        }

        private EventBuilder event(EventKind kind, String id, Instant capturedAt, TimePrecision precision) {
            return Event.builder(Platform.TWITTER, kind, id, source)
                    .precision(precision)
                    .capturedAt(capturedAt)
                    .primary(false);
        }
    }
}
