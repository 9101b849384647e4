// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reddit as Arctic Shift keeps it: submissions and comments with a look soon after posting, which leaves a stub of what was
 * gone by then, and a second one 36 hours later.
 *
 * <p>Reddit has no quotes: what quotes is a submission that links to the other. Comments cannot be crossposted.
 */
final class RedditDump implements WorldDump {
    /** Seconds from the first look to the second. */
    static final long SECOND_LOOK_AFTER = 36 * 3600;

    private static final long FIRST_ID = Long.parseLong("sim00000", 36);

    private static String id(WorldItem item) {
        return Long.toString(FIRST_ID + item.number(), 36);
    }

    @Override
    public String itemId(WorldItem item) {
        return (item.kind() == WorldItem.Kind.REPLY ? "t1_" : "t3_") + id(item);
    }

    @Override
    public Optional<WorldItem.Kind> kind(WorldItem item) {
        return switch (item.kind()) {
            case POST, QUOTE -> Optional.of(WorldItem.Kind.POST);
            case REPLY -> Optional.of(WorldItem.Kind.REPLY);
            case SHARE ->
                item.about().kind() == WorldItem.Kind.REPLY ? Optional.empty() : Optional.of(WorldItem.Kind.SHARE);
        };
    }

    @Override
    public List<DumpFile> write(List<WorldItem> items, long watchedUntil, Path folder) throws IOException {
        try (RecordFile submissions = new RecordFile(folder.resolve("RS_2024-06.zst"));
                RecordFile comments = new RecordFile(folder.resolve("RC_2024-06.zst"))) {
            for (WorldItem item : items) {
                boolean isComment = item.kind() == WorldItem.Kind.REPLY;
                (isComment ? comments : submissions).write(isComment ? comment(item) : submission(item));
            }
        }
        return List.of(new DumpFile("RC_2024-06.zst", "reddit"), new DumpFile("RS_2024-06.zst", "reddit"));
    }

    private ObjectNode both(WorldItem item) {
        ObjectNode record = JsonRecords.object();
        record.put("id", id(item)).put("name", itemId(item)).put("author", "sim_" + item.account());
        record.put("subreddit", "LembahSariTalk").put("score", 1 + item.number() % 9);
        record.put("created_utc", item.postedAt()).put("retrieved_on", item.capturedAt());
        record.set("_meta", meta(item));
        return record;
    }

    private ObjectNode comment(WorldItem item) {
        ObjectNode record = both(item);
        record.put("body", item.isCollected() || isBack(item) ? item.text() : commentStub(item.end()));
        return record.put("link_id", "t3_" + id(item.root())).put("parent_id", itemId(item.about()));
    }

    private static String commentStub(WorldItem.End end) {
        return end == WorldItem.End.AUTHOR ? "[deleted]" : "[ Removed by Reddit ]";
    }

    private ObjectNode submission(WorldItem item) {
        ObjectNode record = both(item);
        boolean isSelf = item.kind() == WorldItem.Kind.POST && item.link() == null;
        boolean isGone = !item.isCollected();
        record.put("title", item.text()).put("is_self", isSelf);
        String words = item.end() == WorldItem.End.AUTHOR ? "[deleted]" : "[removed]";
        record.put("selftext", isGone && isSelf && !isBack(item) ? words : "");
        record.put("removed_by_category", isGone ? category(item.end()) : null);
        switch (item.kind()) {
            case SHARE -> record.put("crosspost_parent", itemId(item.about())).put("url", permalink(item.about()));
            case QUOTE -> record.put("url", permalink(item.about()));
            case POST, REPLY -> record.put("url", isSelf ? permalink(item) : item.link());
        }
        return record;
    }

    private static String permalink(WorldItem item) {
        return "https://www.reddit.com/r/LembahSariTalk/comments/" + id(item.root()) + "/sim/";
    }

    /** Whether the second look found what the first had missed. */
    private static boolean isBack(WorldItem item) {
        return !item.isCollected() && item.visibleAt(item.capturedAt() + SECOND_LOOK_AFTER);
    }

    private static ObjectNode meta(WorldItem item) {
        ObjectNode meta = JsonRecords.object();
        long second = item.capturedAt() + SECOND_LOOK_AFTER;
        meta.put("retrieved_2nd_on", second);
        if (item.visibleAt(second) != item.isCollected()) {
            meta.put(item.isCollected() ? "was_deleted_later" : "was_initially_deleted", true);
            boolean isComment = item.kind() == WorldItem.Kind.REPLY;
            meta.put("removal_type", isComment ? commentCategory(item.end()) : category(item.end()));
        }
        return meta;
    }

    private static String category(WorldItem.End end) {
        return end == WorldItem.End.AUTHOR ? "deleted" : "reddit";
    }

    private static String commentCategory(WorldItem.End end) {
        return end == WorldItem.End.AUTHOR ? "deleted" : "removed by reddit";
    }
}
