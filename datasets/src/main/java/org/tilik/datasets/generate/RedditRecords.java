// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Dump records of items as Reddit's archives write them: fields, types and the traces that a removal leaves.
 *
 * <p>Constant fields come from {@code <style>-<type>.json}. PUSHSHIFT records are ASCII with integer times, now and
 * then a time as a string or {@code retrieved_utc} for {@code retrieved_on}, as real dumps have it; ARCTIC_SHIFT ones
 * are UTF-8 with times as floats and {@code _meta}.
 */
final class RedditRecords {
    private static final String REMOVED = "[removed]";
    private static final String DELETED = "[deleted]";
    private static final String REMOVED_BY_REDDIT = "[ Removed by Reddit ]";

    private final ObjectMapper mapper = new ObjectMapper();
    private final ObjectWriter utf8 = mapper.writer();
    private final ObjectWriter ascii = mapper.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);
    private final Map<ArchiveStyle, Map<String, Object>> submissions = new EnumMap<>(ArchiveStyle.class);
    private final Map<ArchiveStyle, Map<String, Object>> comments = new EnumMap<>(ArchiveStyle.class);

    RedditRecords() {
        submissions.put(ArchiveStyle.PUSHSHIFT, Templates.read("pushshift-submission.json"));
        submissions.put(ArchiveStyle.ARCTIC_SHIFT, Templates.read("arctic-submission.json"));
        comments.put(ArchiveStyle.PUSHSHIFT, Templates.read("pushshift-comment.json"));
        comments.put(ArchiveStyle.ARCTIC_SHIFT, Templates.read("arctic-comment.json"));
    }

    byte[] json(Map<String, Object> fields, ArchiveStyle style) {
        try {
            return (style == ArchiveStyle.PUSHSHIFT ? ascii : utf8).writeValueAsBytes(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of plain values could not be written as JSON", e);
        }
    }

    /** The fields of the record of this capture, sorted by name. */
    Map<String, Object> fields(Item item, Capture capture, Fate fate, ArchiveStyle style) {
        boolean comment = item.form() == Form.COMMENT;
        Map<String, Object> fields = new TreeMap<>((comment ? comments : submissions).get(style));
        common(fields, item, capture, style);
        if (comment) {
            comment(fields, item, capture, fate);
        } else {
            submission(fields, item, capture, fate);
        }
        if (style == ArchiveStyle.ARCTIC_SHIFT) {
            fields.put("_meta", meta(item, capture, fate));
        }
        return fields;
    }

    private static void common(Map<String, Object> fields, Item item, Capture capture, ArchiveStyle style) {
        fields.put("id", item.id());
        fields.put("author", item.accountClosed() ? DELETED : item.author().name());
        if (!item.accountClosed()) {
            fields.put(
                    "author_fullname",
                    "t2_sim" + Integer.toString(item.author().name().hashCode() & 0xFFFFFF, 36));
        }
        fields.put("subreddit", item.subreddit());
        fields.put("subreddit_id", "t5_sim" + Integer.toString(item.subreddit().hashCode() & 0xFFFF, 36));
        fields.put("score", item.score() + (int) ((capture.at() - item.postedSecond()) % 7));
        if (style == ArchiveStyle.ARCTIC_SHIFT) {
            fields.put("name", item.fullId());
            fields.put("created", (double) item.postedSecond());
            fields.put("created_utc", (double) item.postedSecond());
            fields.put("retrieved_on", capture.at());
            fields.put("updated_on", capture.at() + 15);
            fields.put("ups", fields.get("score"));
            fields.put("subreddit_name_prefixed", "r/" + item.subreddit());
        } else {
            boolean asString = item.number() % 50 == 7;
            fields.put(
                    "created_utc",
                    asString ? (Object) Long.toString(item.postedSecond()) : (Object) item.postedSecond());
            fields.put(item.number() % 50 == 11 ? "retrieved_utc" : "retrieved_on", capture.at());
        }
    }

    private static void comment(Map<String, Object> fields, Item item, Capture capture, Fate fate) {
        fields.put("body", capture.hasText() ? item.content().words() : commentStub(fate.cause()));
        fields.put("link_id", item.thread().fullId());
        fields.put("parent_id", item.parent().fullId());
        fields.put(
                "permalink",
                "/r/" + item.subreddit() + "/comments/" + item.thread().id() + "/sim/" + item.id() + "/");
        if (!capture.visible()) {
            // What the archive restores later is the body alone; the rest stays as the first look found it.
            fields.put("author", DELETED);
            fields.remove("author_fullname");
            fields.put("collapsed", true);
            fields.put("collapsed_reason_code", "DELETED");
        }
    }

    private static String commentStub(Cause cause) {
        return switch (cause) {
            case AUTHOR -> DELETED;
            case PLATFORM, SUSPENSION -> REMOVED_BY_REDDIT;
            case COMMUNITY_MOD, COPYRIGHT -> REMOVED;
        };
    }

    private static void submission(Map<String, Object> fields, Item item, Capture capture, Fate fate) {
        boolean self = item.form() == Form.TEXT;
        fields.put("is_self", self);
        fields.put("title", item.content().title());
        fields.put("selftext", item.content().body());
        String permalink = "/r/" + item.subreddit() + "/comments/" + item.id() + "/sim/";
        fields.put("permalink", permalink);
        fields.put("url", url(item, permalink));
        fields.put("domain", self ? "self." + item.subreddit() : domain(item));
        fields.put("num_comments", item.score() % 9);
        fields.put("upvote_ratio", 1.0);
        fields.put("thumbnail", self ? "self" : "default");
        fields.put("subreddit_subscribers", 1000 + item.subreddit().length());
        fields.put("removed_by_category", capture.visible() ? null : category(item, fate));
        fields.put("is_robot_indexable", capture.visible());
        fields.put("name", item.fullId());
        if (!self) {
            fields.put("url_overridden_by_dest", fields.get("url"));
        }
        if (item.form() == Form.CROSSPOST) {
            fields.put("crosspost_parent", item.parent().fullId());
            fields.put("crosspost_parent_list", List.of(original(item.parent())));
        }
        if (!capture.visible()) {
            stub(fields, item, capture, fate.cause());
        }
    }

    private static void stub(Map<String, Object> fields, Item item, Capture capture, Cause cause) {
        boolean byPlatform = cause == Cause.PLATFORM || cause == Cause.SUSPENSION;
        if (cause == Cause.AUTHOR || byPlatform) {
            fields.put("author", DELETED);
            fields.remove("author_fullname");
        }
        if (byPlatform) {
            fields.put("title", REMOVED_BY_REDDIT);
        }
        if (item.form() == Form.TEXT && !capture.hasText()) {
            fields.put("selftext", cause == Cause.AUTHOR ? DELETED : REMOVED);
        }
    }

    private static String url(Item item, String permalink) {
        return switch (item.form()) {
            case LINK -> item.url();
            case CROSSPOST ->
                "/r/" + item.parent().subreddit() + "/comments/" + item.parent().id() + "/sim/";
            default -> "https://www.reddit.com" + permalink;
        };
    }

    private static String domain(Item item) {
        if (item.form() == Form.LINK) {
            return item.url().split("/", 4)[2];
        }
        return "self." + item.parent().subreddit();
    }

    private static Map<String, Object> original(Item item) {
        Map<String, Object> copy = new TreeMap<>();
        copy.put("author", item.author().name());
        copy.put("created_utc", (double) item.postedSecond());
        copy.put("id", item.id());
        copy.put("is_self", item.form() == Form.TEXT);
        copy.put("name", item.fullId());
        copy.put("selftext", item.content().body());
        copy.put("subreddit", item.subreddit());
        copy.put("title", item.content().title());
        return copy;
    }

    /** Reddit's word for who removed a submission. */
    private static String category(Item item, Fate fate) {
        return switch (fate.cause()) {
            case COMMUNITY_MOD ->
                fate.goneAt() - item.postedAt() <= Hazard.AT_ONCE_SECONDS * 1000 ? "automod_filtered" : "moderator";
            case PLATFORM ->
                List.of("reddit", "content_takedown", "anti_evil_ops", "community_ops")
                        .get((int) (item.number() % 4));
            case SUSPENSION -> "reddit";
            case AUTHOR -> item.number() % 5 == 0 ? "author" : "deleted";
            case COPYRIGHT -> "copyright_takedown";
        };
    }

    private static Map<String, Object> meta(Item item, Capture capture, Fate fate) {
        Map<String, Object> meta = new LinkedHashMap<>();
        if (!capture.secondLook()) {
            meta.put("note", "no_2nd_retrieval");
            return meta;
        }
        boolean changed = capture.visible() != capture.visibleLater();
        if (changed) {
            meta.put("removal_type", item.form() == Form.COMMENT ? commentType(fate.cause()) : category(item, fate));
        }
        meta.put("retrieved_2nd_on", capture.secondAt());
        if (changed) {
            meta.put(capture.visible() ? "was_deleted_later" : "was_initially_deleted", true);
        }
        return meta;
    }

    private static String commentType(Cause cause) {
        return switch (cause) {
            case AUTHOR -> "deleted";
            case PLATFORM, SUSPENSION -> "removed by reddit";
            case COMMUNITY_MOD, COPYRIGHT -> "removed";
        };
    }
}
