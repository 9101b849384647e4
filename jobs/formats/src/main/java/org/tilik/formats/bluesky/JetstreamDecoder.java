// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.tilik.formats.Decoded;
import org.tilik.formats.RawRecord;
import org.tilik.formats.RecordDecoder;
import org.tilik.formats.csv.IsoTime;
import org.tilik.formats.json.JsonTrees;
import org.tilik.formats.json.JsonValues;
import org.tilik.model.Actor;
import org.tilik.model.Event;
import org.tilik.model.EventBuilder;
import org.tilik.model.EventKind;
import org.tilik.model.IgnoreReason;
import org.tilik.model.Platform;
import org.tilik.model.Reach;
import org.tilik.model.RejectReason;
import org.tilik.model.Scope;
import org.tilik.model.SourcePosition;
import org.tilik.model.TimePrecision;

/**
 * Decodes the events of Jetstream, Bluesky's stream of what accounts write, change and delete, and of what becomes of
 * accounts; one a line.
 *
 * <p>All times are when the stream witnessed it, to the microsecond ({@code time_us}); the date inside a record is its
 * author's claim and not read. A deletion is the author's, since only the account's own repository says it. What a
 * moderator takes down is not in this stream unless it is the whole account: labels say it. Counts and the words of
 * what was deleted before the grab began cannot be known.
 */
public final class JetstreamDecoder implements RecordDecoder {
    private static final String EXPECTED_TIME = "microseconds since 1970, such as 1725911162329308";
    private static final Decoded NO_ITEM = new Decoded.Ignored(IgnoreReason.NOT_AN_ITEM);

    private final JsonTrees trees = new JsonTrees("one event of Jetstream");

    @Override
    public Decoded decode(RawRecord record) {
        JsonTrees.Read read = trees.read(record);
        if (read.fault() != null) {
            return read.fault();
        }
        JsonNode event = read.tree();
        String did = JsonValues.text(event.path("did"));
        if (!AtUri.isDid(did)) {
            return rejected(RejectReason.MISSING_ID, "The event names no account; expected did: and the account's id.");
        }
        Instant time = JsonValues.micros(event.path("time_us")).orElse(null);
        Optional<Decoded.Rejected> fault = BlueskyTime.fault(time, "time_us", EXPECTED_TIME);
        if (fault.isPresent()) {
            return fault.get();
        }
        String kind = JsonValues.text(event.path("kind"));
        return switch (kind == null ? "" : kind) {
            case "commit" -> commit(event.path("commit"), did, time, record.source());
            case "account" -> account(event.path("account"), did, time, record.source());
            // A new handle or server.
            case "identity" -> NO_ITEM;
            default ->
                rejected(
                        RejectReason.UNSUPPORTED_RECORD,
                        "kind is empty or unknown; expected commit, account or identity.");
        };
    }

    private static Decoded commit(JsonNode commit, String did, Instant time, SourcePosition source) {
        String collection = JsonValues.text(commit.path("collection"));
        String key = JsonValues.text(commit.path("rkey"));
        if (collection == null || key == null) {
            return rejected(RejectReason.MISSING_ID, "The commit has no collection or no rkey; expected both.");
        }
        AtUri uri = new AtUri(did, collection, key);
        if (!uri.isItem()) {
            return NO_ITEM;
        }
        String operation = JsonValues.text(commit.path("operation"));
        JsonNode stated = commit.path("record");
        return switch (operation == null ? "" : operation) {
            case "create" -> stated.isObject() ? created(stated, uri, time, source) : withoutRecord("create");
            case "update" -> stated.isObject() ? updated(stated, uri, time, source) : withoutRecord("update");
            case "delete" ->
                one(event(EventKind.REMOVAL, uri.toString(), did, time, source)
                        .actor(Actor.AUTHOR)
                        .reach(Reach.ITEM)
                        .explicit(true)
                        .oneSided(true)
                        .idTime(uri.claimedTime()
                                .filter(made -> !BlueskyTime.isOutside(made) && !made.isAfter(time))
                                .orElse(null)));
            default ->
                rejected(
                        RejectReason.UNSUPPORTED_RECORD,
                        "operation is empty or unknown; expected create, update or delete.");
        };
    }

    private static Decoded created(JsonNode stated, AtUri uri, Instant time, SourcePosition source) {
        if (uri.collection().equals(AtUri.REPOSTS)) {
            String origin = AtUri.ofPost(JsonValues.at(stated, "subject", "uri"));
            return origin == null
                    ? rejected(
                            RejectReason.MISSING_ID,
                            "The repost names no post; expected subject.uri with at:// and did.")
                    : one(event(EventKind.SHARE, uri.toString(), uri.did(), time, source)
                            .originId(origin));
        }
        PostRecord post = new PostRecord(stated);
        return one(post.fill(event(post.kind(), uri.toString(), uri.did(), time, source)));
    }

    private static Decoded updated(JsonNode stated, AtUri uri, Instant time, SourcePosition source) {
        EventBuilder edit = event(EventKind.EDIT, uri.toString(), uri.did(), time, source);
        return one(uri.collection().equals(AtUri.POSTS) ? new PostRecord(stated).words(edit) : edit);
    }

    private static Decoded account(JsonNode account, String did, Instant time, SourcePosition source) {
        JsonNode active = account.path("active");
        if (!active.isBoolean()) {
            return rejected(
                    RejectReason.UNSUPPORTED_RECORD,
                    "The event about an account has no account.active; expected true or false.");
        }
        EventKind kind = active.booleanValue() ? EventKind.REAPPEARANCE : EventKind.REMOVAL;
        String status = JsonValues.text(account.path("status"));
        // The account's server says when; the stream witnesses it a moment later.
        Instant stated = JsonValues.iso(account.path("time"))
                .map(at -> at.truncatedTo(ChronoUnit.MICROS))
                .filter(at -> !BlueskyTime.isOutside(at) && !at.isAfter(time))
                .orElse(time);
        EventBuilder event = event(kind, did, did, time, source)
                .at(stated)
                .precision(stated.equals(time) ? TimePrecision.MICRO : IsoTime.precision(stated))
                .scope(Scope.ACCOUNT)
                .reach(Reach.ACCOUNT)
                .explicit(true)
                .oneSided(true);
        if (active.booleanValue()) {
            return one(event);
        }
        return switch (status == null ? "" : status) {
            case "takendown", "suspended" -> one(event.actor(Actor.PLATFORM).reason(status));
            case "deleted", "deactivated" -> one(event.actor(Actor.AUTHOR).reason(status));
            // Troubles between servers, which nobody decided.
            case "desynchronized", "throttled" -> NO_ITEM;
            default -> one(event.actor(Actor.UNKNOWN));
        };
    }

    private static EventBuilder event(EventKind kind, String id, String did, Instant time, SourcePosition source) {
        return Event.builder(Platform.BLUESKY, kind, id, source)
                .at(time)
                .precision(TimePrecision.MICRO)
                .capturedAt(time)
                .accountId(did)
                .notified(true);
    }

    private static Decoded one(EventBuilder event) {
        return new Decoded.Events(List.of(event.build()));
    }

    private static Decoded withoutRecord(String operation) {
        return rejected(
                RejectReason.UNSUPPORTED_RECORD,
                "The commit is a " + operation + " without its record, as archives keep it of what was deleted later;"
                        + " expected commit.record.");
    }

    private static Decoded rejected(RejectReason reason, String detail) {
        return new Decoded.Rejected(reason, detail);
    }
}
