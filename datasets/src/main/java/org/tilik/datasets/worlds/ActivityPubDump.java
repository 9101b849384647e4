// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The Fediverse as the log of a server that is sent everything: one activity a line. Authors delete, moderators delete with
 * a summary as Lemmy's do, and ban accounts with all that they posted.
 */
final class ActivityPubDump implements WorldDump {
    private static final String SERVER = "https://fediverse.example";
    private static final String MODERATOR = SERVER + "/users/moderator";
    private static final String EVERYBODY = "https://www.w3.org/ns/activitystreams#Public";

    private static String actor(int account) {
        return SERVER + "/users/sim_" + account;
    }

    @Override
    public String itemId(WorldItem item) {
        String id = actor(item.account()) + "/statuses/" + (1_000_000 + item.number());
        return item.kind() == WorldItem.Kind.SHARE ? id + "/activity" : id;
    }

    @Override
    public Optional<WorldItem.Kind> kind(WorldItem item) {
        return Optional.of(item.kind());
    }

    @Override
    public List<DumpFile> write(List<WorldItem> items, long watchedUntil, Path folder) throws IOException {
        Timed log = new Timed(watchedUntil);
        Set<String> told = new HashSet<>();
        for (WorldItem item : items) {
            log.add(item.postedAt(), item.kind() == WorldItem.Kind.SHARE ? announced(item) : created(item));
            if (item.end() == WorldItem.End.SUSPENSION) {
                if (told.add(item.account() + "@" + item.goneAt())) {
                    ObjectNode ban = banned(item.account());
                    log.add(item.goneAt(), signed(ban, item.goneAt()));
                    log.add(item.restoredAt(), undone(banned(item.account()), MODERATOR, item.restoredAt()));
                }
            } else if (item.end() != null) {
                log.add(item.goneAt(), deleted(item));
                log.add(item.restoredAt(), undone(deleted(item), MODERATOR, item.restoredAt()));
            }
        }
        RecordFile.write(folder.resolve("activities.ndjson.zst"), log.inOrder());
        return List.of(new DumpFile("activities.ndjson.zst", "activitypub"));
    }

    private static ObjectNode activity(String type, String actor) {
        ObjectNode activity = JsonRecords.object().put("@context", "https://www.w3.org/ns/activitystreams");
        activity.put("type", type).put("actor", actor);
        activity.putArray("to").add(EVERYBODY);
        return activity;
    }

    private static ObjectNode signed(ObjectNode activity, long second) {
        if (second != WorldItem.NEVER) {
            activity.putObject("signature").put("type", "RsaSignature2017").put("created", JsonRecords.iso(second));
        }
        return activity;
    }

    private static ObjectNode undone(ObjectNode activity, String actor, long second) {
        ObjectNode undo = activity("Undo", actor);
        undo.set("object", activity);
        return signed(undo, second);
    }

    private ObjectNode created(WorldItem item) {
        ObjectNode create = activity("Create", actor(item.account()));
        create.put("id", itemId(item) + "/activity").put("published", JsonRecords.iso(item.postedAt()));
        ObjectNode note = create.putObject("object");
        note.put("id", itemId(item)).put("type", "Note").put("attributedTo", actor(item.account()));
        note.put("published", JsonRecords.iso(item.postedAt()));
        note.putArray("to").add(EVERYBODY);
        String link = item.link() == null ? "" : " <a href=\"" + item.link() + "\">" + item.link() + "</a>";
        String content = "<p>" + escaped(item.text()) + link + "</p>";
        note.put("content", content).putObject("contentMap").put(item.language(), content);
        if (item.kind() == WorldItem.Kind.REPLY) {
            note.put("inReplyTo", itemId(item.about()));
        } else if (item.kind() == WorldItem.Kind.QUOTE) {
            note.put("quoteUri", itemId(item.about()));
        }
        return create;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private ObjectNode announced(WorldItem item) {
        return activity("Announce", actor(item.account()))
                .put("id", itemId(item))
                .put("published", JsonRecords.iso(item.postedAt()))
                .put("object", itemId(item.about()));
    }

    private ObjectNode deleted(WorldItem item) {
        boolean byAuthor = item.end() == WorldItem.End.AUTHOR;
        ObjectNode delete = activity("Delete", byAuthor ? actor(item.account()) : MODERATOR);
        delete.putObject("object")
                .put("id", itemId(item))
                .put("type", "Tombstone")
                .put("deleted", JsonRecords.iso(item.goneAt()));
        return byAuthor ? delete : delete.put("summary", "rule 1");
    }

    private static ObjectNode banned(int account) {
        return activity("Block", MODERATOR)
                .put("object", actor(account))
                .put("target", SERVER + "/")
                .put("removeData", true);
    }
}
