// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.activitypub;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.tilik.formats.json.JsonValues;

/** The types of ActivityStreams 2.0 and its common extensions, by what they mean here. */
final class ActivityTypes {
    /** What people publish. */
    static final Set<String> ITEMS =
            Set.of("Note", "Article", "Page", "Question", "Video", "Audio", "Image", "Event", "Document");

    /** Who publishes. */
    static final Set<String> ACTORS = Set.of("Person", "Group", "Service", "Application", "Organization");

    /** Lists of objects or activities. */
    static final Set<String> COLLECTIONS =
            Set.of("Collection", "OrderedCollection", "CollectionPage", "OrderedCollectionPage");

    static final String TOMBSTONE = "Tombstone";

    /** Activities that say something about an item or an account being there. */
    static final Set<String> TELLING = Set.of("Create", "Announce", "Update", "Delete", "Undo", "Block");

    /** Activities that do not. */
    static final Set<String> OTHERS = Set.of(
            "Accept",
            "Add",
            "Arrive",
            "Dislike",
            "EmojiReact",
            "Flag",
            "Follow",
            "Ignore",
            "Invite",
            "Join",
            "Leave",
            "Like",
            "Listen",
            "Lock",
            "Move",
            "Offer",
            "QuoteRequest",
            "Read",
            "Reject",
            "Remove",
            "TentativeAccept",
            "TentativeReject",
            "Travel",
            "View");

    private ActivityTypes() {}

    /** The type of this object, the first where it has several; empty where it has none. */
    static String of(JsonNode object) {
        JsonNode type = object.path("type");
        String name = JsonValues.text(type.isArray() ? type.path(0) : type);
        return name == null ? "" : name;
    }

    /** Whether this is an activity in full, not its address. */
    static boolean isActivity(JsonNode object) {
        String type = of(object);
        return TELLING.contains(type) || OTHERS.contains(type);
    }
}
