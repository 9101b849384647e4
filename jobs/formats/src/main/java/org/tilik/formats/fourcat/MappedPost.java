// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.fourcat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tilik.formats.Decoded;
import org.tilik.formats.PostingTime;
import org.tilik.formats.WebAddresses;
import org.tilik.formats.fourchan.PostFields;
import org.tilik.model.Counts;
import org.tilik.model.Event;
import org.tilik.model.EventBuilder;
import org.tilik.model.EventKind;
import org.tilik.model.Platform;
import org.tilik.model.RejectReason;
import org.tilik.model.SourcePosition;
import org.tilik.model.TimePrecision;

/**
 * A post in the columns that 4CAT gives the posts of all platforms ({@code id, thread_id, author, body, subject, timestamp,
 * unix_timestamp}), with the id that the platform's own dumps give it.
 */
final class MappedPost {
    private static final Instant OPENED = Instant.parse("2003-10-01T00:00:00Z");
    private static final Pattern SECONDS = Pattern.compile("([1-9][0-9]{8,10})(?:\\.[0-9]+)?");
    private static final Pattern AT_END = Pattern.compile("(?:^|[-/])([1-9][0-9]{0,18})$");
    private static final Pattern COUNT = Pattern.compile("([0-9]{1,15})(?:\\.0)?");
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private final Platform platform;
    private final PostFields fields;
    private final String id;
    private final String thread;

    private MappedPost(Platform platform, PostFields fields) {
        this.platform = platform;
        this.fields = fields;
        String own = fields.get("id");
        String stated = fields.get("thread_id");
        boolean opens = stated == null || stated.equals(own);
        this.id = own == null ? null : itemId(own, opens);
        this.thread = opens || stated == null ? null : itemId(stated, true);
    }

    /** The events of a row about a post of this platform. */
    static Decoded post(Platform platform, PostFields fields, Instant capturedAt, SourcePosition source) {
        MappedPost post = new MappedPost(platform, fields);
        if (post.id == null) {
            return new Decoded.Rejected(
                    RejectReason.MISSING_ID,
                    "The row has no id that the platform's other dumps have too; expected id, for telegram with chat, for"
                            + " bluesky uri.");
        }
        Instant posted = time(fields.get("unix_timestamp"))
                .or(() -> time(fields.get("timestamp")))
                .orElse(null);
        Optional<Decoded.Rejected> fault = PostingTime.fault(
                posted, capturedAt, OPENED, "unix_timestamp in seconds, or timestamp as 2020-01-31 23:59:59 in UTC");
        return fault.isPresent()
                ? fault.get()
                : new Decoded.Events(List.of(
                        post.event(posted, source).capturedAt(capturedAt).build()));
    }

    /** As the decoders of the platform's own formats write ids; null where the row does not hold all of it. */
    private String itemId(String stated, boolean opens) {
        return switch (platform) {
            case REDDIT ->
                stated.startsWith("t1_") || stated.startsWith("t3_") ? stated : (opens ? "t3_" : "t1_") + stated;
            case TELEGRAM -> {
                Matcher number = AT_END.matcher(stated);
                String chat = fields.get("chat");
                yield chat != null && number.find() ? chat.toLowerCase(Locale.ROOT) + "/" + number.group(1) : null;
            }
            case BLUESKY -> {
                String uri = stated.startsWith("at://") ? stated : fields.get("uri");
                yield uri != null && uri.startsWith("at://") ? uri : null;
            }
            case TWITTER, ACTIVITYPUB, FOURCHAN, GAB, PARLER, YOUTUBE, TIKTOK, FACEBOOK, WEIBO -> stated;
        };
    }

    private EventBuilder event(Instant posted, SourcePosition source) {
        boolean isTelegram = platform == Platform.TELEGRAM;
        String answered = isTelegram ? telegramParent() : redditParent();
        // Telegram's threads are chats, not trees.
        String root = isTelegram || platform == Platform.BLUESKY ? null : thread;
        boolean isReply = answered != null || root != null || isYes(fields.get("is_reply"));
        String words = words();
        return Event.builder(platform, kind(isReply), id, source)
                .at(posted)
                .precision(TimePrecision.SECOND)
                .accountId(fields.first("author_id", "author"))
                .accountFollowers(count("author_followers"))
                .parentId(isReply ? parent(answered, root) : null)
                .rootId(isReply ? root : null)
                .declaredLanguage(fields.get("language_guess"))
                .text(words)
                .urls(WebAddresses.in(words))
                .counts(new Counts(
                        count("like_count", "likes"),
                        count("retweet_count", "reposts", "shares"),
                        count("reply_count", "comments", "num_comments"),
                        count("quote_count"),
                        count("impression_count", "views", "plays")));
    }

    /** Where a row says that it shares or quotes, it does not say what. */
    private EventKind kind(boolean isReply) {
        boolean isForward = fields.first("unix_timestamp_forwarded_from", "author_forwarded_from_name") != null;
        if (isYes(fields.get("is_retweet")) || isForward) {
            return EventKind.SHARE;
        }
        if (isYes(fields.get("is_quote_tweet"))) {
            return EventKind.QUOTE;
        }
        return isReply ? EventKind.REPLY : EventKind.POST;
    }

    /** A conversation of Twitter has a first post, but which of its posts is answered is not stated. */
    private String parent(String answered, String root) {
        return answered != null || platform == Platform.TWITTER ? answered : root;
    }

    private String telegramParent() {
        String answered = fields.get("reply_to");
        return answered == null ? null : itemId(answered, true);
    }

    private String redditParent() {
        String parent = platform == Platform.REDDIT ? fields.get("parent") : null;
        return parent != null && (parent.startsWith("t1_") || parent.startsWith("t3_")) ? parent : null;
    }

    private String words() {
        String subject = fields.get("subject");
        String body = fields.get("body");
        if (subject == null || body == null || platform == Platform.TWITTER) {
            return body == null ? subject : body;
        }
        return subject + "\n" + body;
    }

    private Long count(String... names) {
        String digits = fields.first(names);
        Matcher matcher = COUNT.matcher(digits == null ? "" : digits);
        return matcher.matches() ? Long.valueOf(matcher.group(1)) : null;
    }

    private static boolean isYes(String cell) {
        return cell != null && List.of("yes", "true", "1").contains(cell.toLowerCase(Locale.ROOT));
    }

    static Optional<Instant> time(String text) {
        Matcher seconds = SECONDS.matcher(text == null ? "" : text);
        if (seconds.matches()) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds.group(1))));
        }
        try {
            return text == null
                    ? Optional.empty()
                    : Optional.of(
                            LocalDateTime.parse(text.replace('T', ' '), CLOCK).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
