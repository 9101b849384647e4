// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.activitypub;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
 * Decodes activities of ActivityPub (W3C 2018) and the objects that they are about, one a record.
 *
 * <p>Only what is addressed to everybody is an item. A removal is dated by the tombstone ({@code deleted}), else by when the
 * sending server signed it, else it lies between what the activity calls {@code published}, which some servers copy from
 * the object, and the capture. It is the author's where actor and author are the same; a server that takes down what its
 * own user wrote sends the same activity, so that its moderators look like the author. What never reached the archiving
 * server, what other servers hid from their own users, and counts that are not in the object cannot be known.
 */
public final class ActivityDecoder implements RecordDecoder {
    private static final Duration TOLERANCE = Duration.ofDays(1);
    private static final Decoded NO_ITEM = new Decoded.Ignored(IgnoreReason.NOT_AN_ITEM);

    private final JsonTrees trees = new JsonTrees("one activity or object");
    private final Instant capturedAt;

    /** A decoder for activities captured then; null where the study does not say. */
    public ActivityDecoder(Instant capturedAt) {
        this.capturedAt = capturedAt;
    }

    @Override
    public Decoded decode(RawRecord record) {
        JsonTrees.Read read = trees.read(record);
        return read.fault() == null ? decode(read.tree(), record.source()) : read.fault();
    }

    private Decoded decode(JsonNode record, SourcePosition source) {
        String type = ActivityTypes.of(record);
        JsonNode object = record.path("object");
        if (type.equals("Announce") && ActivityTypes.isActivity(object)) {
            // A group passes on what its members do.
            return ActivityTypes.of(object).equals("Announce")
                    ? new Decoded.Rejected(
                            RejectReason.UNSUPPORTED_RECORD,
                            "An announcement of an announcement; expected an activity or an object in it.")
                    : decode(object, source);
        }
        return switch (type) {
            case "Create" -> created(record, object, source);
            case "Announce" -> announced(record, object, source);
            case "Update" -> updated(record, object, source);
            case "Delete" -> deleted(record, object, source);
            case "Undo" -> undone(record, object, source);
            case "Block" -> banned(record, record, EventKind.REMOVAL, source);
            case ActivityTypes.TOMBSTONE -> tombstone(record, source);
            default -> other(type, record, source);
        };
    }

    private Decoded other(String type, JsonNode record, SourcePosition source) {
        if (ActivityTypes.ITEMS.contains(type)) {
            return item(record, record, source);
        }
        boolean isKnown = ActivityTypes.OTHERS.contains(type)
                || ActivityTypes.ACTORS.contains(type)
                || ActivityTypes.COLLECTIONS.contains(type)
                || type.equals("Link");
        return isKnown
                ? NO_ITEM
                : new Decoded.Rejected(
                        RejectReason.UNSUPPORTED_RECORD,
                        "type is missing or unknown; expected an activity such as Create or Delete, or an object such"
                                + " as Note.");
    }

    private Decoded created(JsonNode activity, JsonNode object, SourcePosition source) {
        if (object.isTextual()) {
            return new Decoded.Rejected(
                    RejectReason.UNSUPPORTED_RECORD,
                    "The activity gives only the address of what was created; expected the object itself.");
        }
        return ActivityTypes.ITEMS.contains(ActivityTypes.of(object)) ? item(activity, object, source) : NO_ITEM;
    }

    private Decoded item(JsonNode activity, JsonNode object, SourcePosition source) {
        if (!Addresses.isPublic(activity, object)) {
            return NO_ITEM;
        }
        PublishedObject published = new PublishedObject(object);
        if (published.id() == null) {
            return missingId("The object");
        }
        Instant posted = published.published() == null ? ActivityTime.at(activity, "published") : published.published();
        Optional<Decoded.Rejected> fault = fault(posted);
        if (fault.isPresent()) {
            return fault.get();
        }
        List<Event> events = new ArrayList<>(2);
        events.add(published
                .fill(event(published.kind(), published.id(), posted, source))
                .accountId(published.author() == null ? Addresses.id(activity.path("actor")) : published.author())
                .build());
        Instant edited = published.updated();
        if (edited != null && edited.isAfter(posted) && IsoTime.isPossible(edited)) {
            events.add(event(EventKind.EDIT, published.id(), edited, source)
                    .primary(false)
                    .build());
        }
        return new Decoded.Events(List.copyOf(events));
    }

    private Decoded announced(JsonNode activity, JsonNode object, SourcePosition source) {
        if (!Addresses.isPublic(activity)) {
            return NO_ITEM;
        }
        String id = Addresses.id(activity);
        String origin = Addresses.id(object);
        if (id == null || origin == null) {
            return missingId("The announcement or what it announces");
        }
        Instant shared = ActivityTime.at(activity, "published");
        shared = shared == null ? ActivityTime.signed(activity) : shared;
        Optional<Decoded.Rejected> fault = fault(shared);
        if (fault.isPresent()) {
            return fault.get();
        }
        List<Event> events = new ArrayList<>(2);
        events.add(event(EventKind.SHARE, id, shared, source)
                .accountId(Addresses.id(activity.path("actor")))
                .originId(origin)
                .build());
        PublishedObject published = new PublishedObject(object);
        Instant posted = published.published();
        boolean isItem = ActivityTypes.ITEMS.contains(ActivityTypes.of(object)) && Addresses.isPublic(object);
        if (isItem && posted != null && fault(posted).isEmpty() && !posted.isAfter(shared)) {
            events.add(published
                    .fill(event(published.kind(), origin, posted, source))
                    .capturedAt(shared)
                    .fromEmbedded(true)
                    .primary(false)
                    .build());
        }
        return new Decoded.Events(List.copyOf(events));
    }

    private Decoded updated(JsonNode activity, JsonNode object, SourcePosition source) {
        if (!ActivityTypes.ITEMS.contains(ActivityTypes.of(object)) || Addresses.isPrivate(activity, object)) {
            return NO_ITEM;
        }
        PublishedObject published = new PublishedObject(object);
        if (published.id() == null) {
            return missingId("The object");
        }
        Instant edited = firstOf(
                published.updated(),
                ActivityTime.at(activity, "updated"),
                ActivityTime.signed(activity),
                ActivityTime.at(activity, "published"));
        Optional<Decoded.Rejected> fault = fault(edited);
        if (fault.isPresent()) {
            return fault.get();
        }
        return one(published
                .words(event(EventKind.EDIT, published.id(), edited, source))
                .accountId(published.author() == null ? Addresses.id(activity.path("actor")) : published.author()));
    }

    private Decoded deleted(JsonNode activity, JsonNode object, SourcePosition source) {
        if (Addresses.isPrivate(activity, object)) {
            return NO_ITEM;
        }
        String actor = Addresses.id(activity.path("actor"));
        String id = Addresses.id(object);
        if (id == null || actor == null) {
            return missingId("The deletion's actor or what was deleted");
        }
        boolean isAccount = id.equals(actor) || ActivityTypes.ACTORS.contains(ActivityTypes.of(object));
        boolean byAuthor = isAccount ? id.equals(actor) : isByAuthor(activity, object, actor, id);
        EventBuilder removal = Event.builder(Platform.ACTIVITYPUB, EventKind.REMOVAL, id, source)
                .scope(isAccount ? Scope.ACCOUNT : Scope.ITEM)
                .reach(isAccount ? Reach.ACCOUNT : Reach.ITEM)
                .actor(byAuthor ? Actor.AUTHOR : Actor.COMMUNITY_MOD)
                .accountId(isAccount ? id : byAuthor ? actor : new PublishedObject(object).author());
        return change(removal, activity, ActivityTime.at(object, "deleted"));
    }

    /** Whether the actor deletes what is its own. */
    private static boolean isByAuthor(JsonNode activity, JsonNode object, String actor, String id) {
        String author = new PublishedObject(object).author();
        if (author != null) {
            return author.equals(actor);
        }
        // Lemmy gives a summary, even an empty one, where a moderator removed.
        boolean isModerated = activity.path("summary").isTextual();
        return !isModerated && Addresses.host(id).equals(Addresses.host(actor));
    }

    private Decoded tombstone(JsonNode object, SourcePosition source) {
        String id = Addresses.id(object);
        if (id == null) {
            return missingId("The tombstone");
        }
        EventBuilder removal = Event.builder(Platform.ACTIVITYPUB, EventKind.REMOVAL, id, source)
                .reach(Reach.ITEM)
                .actor(Actor.UNKNOWN);
        return change(removal, object, ActivityTime.at(object, "deleted"));
    }

    private Decoded undone(JsonNode activity, JsonNode object, SourcePosition source) {
        String actor = Addresses.id(activity.path("actor"));
        switch (ActivityTypes.of(object)) {
            case "Delete" -> {
                String id = Addresses.id(object.path("object"));
                if (Addresses.isPrivate(object)) {
                    return NO_ITEM;
                }
                if (id == null) {
                    return missingId("What was deleted");
                }
                boolean isAccount = id.equals(Addresses.id(object.path("actor")));
                return change(
                        Event.builder(Platform.ACTIVITYPUB, EventKind.REAPPEARANCE, id, source)
                                .scope(isAccount ? Scope.ACCOUNT : Scope.ITEM)
                                .reach(isAccount ? Reach.ACCOUNT : null),
                        activity,
                        null);
            }
            case "Block" -> {
                return banned(activity, object, EventKind.REAPPEARANCE, source);
            }
            case "Announce" -> {
                String id = Addresses.id(object);
                if (Addresses.isPrivate(activity, object)) {
                    return NO_ITEM;
                }
                return id == null
                        ? missingId("The announcement")
                        : change(
                                Event.builder(Platform.ACTIVITYPUB, EventKind.REMOVAL, id, source)
                                        .reach(Reach.ITEM)
                                        .actor(Actor.AUTHOR)
                                        .accountId(actor),
                                activity,
                                null);
            }
            default -> {
                return object.isObject()
                        ? NO_ITEM
                        : new Decoded.Rejected(
                                RejectReason.UNSUPPORTED_RECORD,
                                "The activity gives only the address of what is undone; expected the activity itself.");
            }
        }
    }

    /** A ban that takes everything of an account from view; any other block is between two people, or hides nothing. */
    private Decoded banned(JsonNode activity, JsonNode block, EventKind kind, SourcePosition source) {
        boolean removes = JsonValues.isTrue(block.path("removeData"));
        if (!removes || Addresses.isPrivate(activity, block)) {
            return NO_ITEM;
        }
        String account = Addresses.id(block.path("object"));
        String actor = Addresses.id(block.path("actor"));
        if (account == null || actor == null) {
            return missingId("The ban's actor or the account");
        }
        String place = Addresses.id(block.path("target"));
        // From one group, or from a server that is not the account's own, it is gone there and not elsewhere.
        boolean everywhere = Addresses.isServer(place)
                && Addresses.host(place).equals(Addresses.host(account))
                && Addresses.host(actor).equals(Addresses.host(account));
        EventBuilder event = Event.builder(Platform.ACTIVITYPUB, kind, account, source)
                .scope(Scope.ACCOUNT)
                .accountId(account)
                .reach(everywhere ? Reach.ACCOUNT : null)
                .reason(everywhere ? "ban" : "ban_in_one_place");
        if (kind == EventKind.REMOVAL) {
            event.actor(Actor.COMMUNITY_MOD);
        }
        return change(event, activity, null);
    }

    /** Dates a removal or reappearance. */
    private Decoded change(EventBuilder event, JsonNode activity, Instant stated) {
        Instant at = stated == null ? ActivityTime.signed(activity) : stated;
        Instant earliest = at == null ? ActivityTime.at(activity, "published") : at;
        Instant latest = at == null ? capturedAt : at;
        for (Instant time : new Instant[] {earliest, latest}) {
            if (time != null && !IsoTime.isPossible(time)) {
                return impossible("The activity is of " + time + "; expected a time from 1990 to 2100.");
            }
        }
        if (earliest != null && capturedAt != null && capturedAt.isBefore(earliest.minus(TOLERANCE))) {
            return impossible(
                    "The capture at " + capturedAt + " is more than a day before the activity of " + earliest + ".");
        }
        if (at == null && earliest != null && latest != null && !latest.isAfter(earliest)) {
            earliest = null;
        }
        return one(event.between(earliest, latest)
                .precision(at == null ? TimePrecision.SECOND : IsoTime.precision(at))
                .capturedAt(capturedAt == null ? latest : capturedAt)
                .explicit(true)
                .oneSided(true));
    }

    private EventBuilder event(EventKind kind, String id, Instant time, SourcePosition source) {
        return Event.builder(Platform.ACTIVITYPUB, kind, id, source)
                .at(time)
                .precision(IsoTime.precision(time))
                .capturedAt(capturedAt);
    }

    private Optional<Decoded.Rejected> fault(Instant time) {
        if (time == null) {
            return Optional.of(new Decoded.Rejected(
                    RejectReason.BAD_TIMESTAMP,
                    "published or updated is missing or no time; expected ISO 8601 with its zone."));
        }
        if (!IsoTime.isPossible(time)) {
            return Optional.of(impossible("The object is of " + time + "; expected a time from 1990 to 2100."));
        }
        return capturedAt != null && capturedAt.isBefore(time.minus(TOLERANCE))
                ? Optional.of(impossible(
                        "The capture at " + capturedAt + " is more than a day before the object of " + time + "."))
                : Optional.empty();
    }

    private static Instant firstOf(Instant... times) {
        for (Instant time : times) {
            if (time != null) {
                return time;
            }
        }
        return null;
    }

    private static Decoded one(EventBuilder event) {
        return new Decoded.Events(List.of(event.build()));
    }

    private static Decoded.Rejected missingId(String what) {
        return new Decoded.Rejected(RejectReason.MISSING_ID, what + " has no id; expected its address as a text.");
    }

    private static Decoded.Rejected impossible(String detail) {
        return new Decoded.Rejected(RejectReason.IMPOSSIBLE_TIME, detail);
    }
}
