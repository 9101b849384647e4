// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Bluesky: Jetstream's commits and events of accounts, and beside them the labels by which its moderators take down single
 * posts.
 */
final class JetstreamDump implements WorldDump {
    /** Bluesky's own moderation service. */
    private static final String LABELER = "did:plc:ar7c4by46qjdydhdevvrndac";

    private static final String KEY_DIGITS = "234567abcdefghijklmnopqrstuvwxyz";
    private static final int KEY_LENGTH = 13;
    private static final int BITS_PER_DIGIT = 5;
    private static final int CLOCK_BITS = 10;
    private static final long MICROS = 1_000_000;

    private static String did(int account) {
        return "did:plc:sim" + digits(account, 21);
    }

    private static String key(WorldItem item) {
        return digits(((item.postedAt() * MICROS) << CLOCK_BITS) | (item.number() & 0x3FF), KEY_LENGTH);
    }

    private static String digits(long value, int length) {
        StringBuilder digits = new StringBuilder();
        for (long left = value; digits.length() < length; left >>>= BITS_PER_DIGIT) {
            digits.append(KEY_DIGITS.charAt((int) (left & 0x1F)));
        }
        return digits.reverse().toString();
    }

    private static String collection(WorldItem item) {
        return item.kind() == WorldItem.Kind.SHARE ? "app.bsky.feed.repost" : "app.bsky.feed.post";
    }

    @Override
    public String itemId(WorldItem item) {
        return "at://" + did(item.account()) + "/" + collection(item) + "/" + key(item);
    }

    @Override
    public Optional<WorldItem.Kind> kind(WorldItem item) {
        return Optional.of(item.kind());
    }

    @Override
    public List<DumpFile> write(List<WorldItem> items, long watchedUntil, Path folder) throws IOException {
        Timed stream = new Timed(watchedUntil);
        Timed labels = new Timed(watchedUntil);
        Set<String> told = new HashSet<>();
        for (WorldItem item : items) {
            ObjectNode created = commit(item, "create", item.postedAt());
            ObjectNode commit = (ObjectNode) created.get("commit");
            commit.set("record", record(item));
            commit.put("cid", "bafyreisim" + item.number());
            stream.add(item.postedAt(), created);
            if (item.end() != null) {
                end(item, stream, labels, told);
            }
        }
        RecordFile.write(folder.resolve("jetstream.ndjson.zst"), stream.inOrder());
        RecordFile.write(folder.resolve("labels.ndjson"), labels.inOrder());
        return List.of(
                new DumpFile("jetstream.ndjson.zst", "jetstream"), new DumpFile("labels.ndjson", "bluesky_labels"));
    }

    private void end(WorldItem item, Timed stream, Timed labels, Set<String> told) {
        switch (item.end()) {
            case AUTHOR -> stream.add(item.goneAt(), commit(item, "delete", item.goneAt()));
            case PLATFORM -> {
                labels.add(item.goneAt(), takedown(item, item.goneAt(), false));
                if (item.restoredAt() != WorldItem.NEVER) {
                    labels.add(item.restoredAt(), takedown(item, item.restoredAt(), true));
                }
            }
            case SUSPENSION -> {
                if (told.add(item.account() + "@" + item.goneAt())) {
                    stream.add(item.goneAt(), account(item.account(), item.goneAt(), false));
                    if (item.restoredAt() != WorldItem.NEVER) {
                        stream.add(item.restoredAt(), account(item.account(), item.restoredAt(), true));
                    }
                }
            }
        }
    }

    private static ObjectNode event(int account, long second, String kind) {
        ObjectNode event = JsonRecords.object();
        event.put("did", did(account)).put("time_us", second * MICROS).put("kind", kind);
        return event;
    }

    private static ObjectNode commit(WorldItem item, String operation, long second) {
        ObjectNode event = event(item.account(), second, "commit");
        event.putObject("commit")
                .put("rev", digits((second * MICROS) << CLOCK_BITS, KEY_LENGTH))
                .put("operation", operation)
                .put("collection", collection(item))
                .put("rkey", key(item));
        return event;
    }

    private static ObjectNode account(int account, long second, boolean active) {
        ObjectNode event = event(account, second, "account");
        ObjectNode stated = event.putObject("account");
        stated.put("active", active).put("did", did(account)).put("seq", second);
        stated.put("time", JsonRecords.iso(second));
        if (!active) {
            stated.put("status", "suspended");
        }
        return event;
    }

    private ObjectNode takedown(WorldItem item, long second, boolean negated) {
        ObjectNode label = JsonRecords.object();
        label.put("ver", 1).put("src", LABELER).put("uri", itemId(item)).put("val", "!takedown");
        if (negated) {
            label.put("neg", true);
        }
        return label.put("cts", JsonRecords.iso(second));
    }

    private ObjectNode record(WorldItem item) {
        ObjectNode record = JsonRecords.object();
        record.put("$type", collection(item)).put("createdAt", JsonRecords.iso(item.postedAt()));
        switch (item.kind()) {
            case SHARE -> record.set("subject", reference(item.about()));
            case REPLY -> {
                words(record, item);
                ObjectNode reply = record.putObject("reply");
                reply.set("parent", reference(item.about()));
                reply.set("root", reference(item.root()));
            }
            case QUOTE -> {
                words(record, item);
                record.putObject("embed").put("$type", "app.bsky.embed.record").set("record", reference(item.about()));
            }
            case POST -> words(record, item);
        }
        return record;
    }

    private ObjectNode reference(WorldItem item) {
        return JsonRecords.object().put("cid", "bafyreisim" + item.number()).put("uri", itemId(item));
    }

    /** A link stands behind the last word, as programs put it. */
    private static void words(ObjectNode record, WorldItem item) {
        record.put("text", item.text());
        record.putArray("langs").add(item.language());
        if (item.link() != null) {
            int end = item.text().getBytes(StandardCharsets.UTF_8).length;
            ObjectNode facet = record.putArray("facets").addObject();
            facet.putObject("index").put("byteStart", Math.max(0, end - 1)).put("byteEnd", end);
            facet.putArray("features")
                    .addObject()
                    .put("$type", "app.bsky.richtext.facet#link")
                    .put("uri", item.link());
        }
    }
}
