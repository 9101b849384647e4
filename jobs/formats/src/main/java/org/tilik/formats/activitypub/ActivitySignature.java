// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.activitypub;

import java.util.Optional;
import org.tilik.formats.JsonHead;
import org.tilik.formats.Signature;

/** Tells activities, objects and collections of ActivityPub. */
public final class ActivitySignature implements Signature {
    @Override
    public Optional<String> ofJson(JsonHead head) {
        String type = head.value("type");
        if (isCollection(head)) {
            return Optional.of("a collection of ActivityPub");
        }
        if (head.has("actor", "object")
                && (ActivityTypes.TELLING.contains(type) || ActivityTypes.OTHERS.contains(type))) {
            return Optional.of("keys actor, object and the type " + type + " of ActivityPub");
        }
        boolean isItem = head.has("id", "attributedTo") && ActivityTypes.ITEMS.contains(type);
        boolean isGone = head.has("id") && type.equals(ActivityTypes.TOMBSTONE);
        return isItem || isGone ? Optional.of("the type " + type + " of ActivityPub") : Optional.empty();
    }

    @Override
    public boolean isDocument(JsonHead head) {
        return head.isList() || isCollection(head);
    }

    private static boolean isCollection(JsonHead head) {
        boolean holds = head.hasAny("orderedItems", "items", "first");
        return (holds && ActivityTypes.COLLECTIONS.contains(head.value("type")))
                || head.has("@context", "orderedItems");
    }
}
