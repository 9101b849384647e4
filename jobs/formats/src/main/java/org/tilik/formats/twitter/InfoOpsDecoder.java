// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.twitter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tilik.formats.Decoded;
import org.tilik.formats.DecoderSettings;
import org.tilik.formats.RawRecord;
import org.tilik.formats.RecordDecoder;
import org.tilik.formats.StrictUtf8;
import org.tilik.formats.csv.CsvColumns;
import org.tilik.formats.csv.CsvRow;
import org.tilik.model.Actor;
import org.tilik.model.Counts;
import org.tilik.model.Event;
import org.tilik.model.EventKind;
import org.tilik.model.Platform;
import org.tilik.model.Reach;
import org.tilik.model.RejectReason;
import org.tilik.model.TimePrecision;

/**
 * Decodes the tables of tweets that Twitter published of accounts it had suspended as information operations.
 *
 * <p>Everything here was removed by the platform with its account, which is why it is here: such items enter no risk set.
 * When they went is not stated; the study's {@code captured_at}, the day of the release, is the latest time. Posting is
 * to the minute where the id does not state it. Accounts of small reach have hashed ids.
 */
public final class InfoOpsDecoder implements RecordDecoder {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final String REASON = "information_operation";

    private final CsvColumns columns;
    private final String complaint;
    private final Instant releasedAt;

    /** A decoder for rows under this header. */
    public InfoOpsDecoder(DecoderSettings settings) {
        this.columns = CsvColumns.of(settings.header());
        this.complaint = columns.complaint("tweetid", "userid", "tweet_text", "tweet_time")
                .orElse(null);
        this.releasedAt = settings.capturedAt();
    }

    @Override
    public Decoded decode(RawRecord record) {
        if (complaint != null) {
            return rejected(RejectReason.MALFORMED_CSV, complaint);
        }
        Optional<String> text = StrictUtf8.decode(record.bytes(), record.start(), record.length());
        if (text.isEmpty()) {
            return rejected(RejectReason.ENCODING, "The row is not valid UTF-8.");
        }
        Optional<CsvRow> row = columns.row(text.get());
        if (row.isEmpty()) {
            return rejected(
                    RejectReason.MALFORMED_CSV,
                    "The row is no CSV of " + columns.size() + " cells, as many as the header has; check its quotes and"
                            + " commas.");
        }
        return decode(row.get(), record);
    }

    private Decoded decode(CsvRow row, RawRecord record) {
        String id = row.get("tweetid");
        if (id == null || !TwitterId.isId(id)) {
            return rejected(RejectReason.MISSING_ID, "tweetid is empty or no whole number above 0.");
        }
        Instant stated = minute(row.get("tweet_time"));
        if (stated == null) {
            return rejected(
                    RejectReason.BAD_TIMESTAMP,
                    "tweet_time is empty or no time; expected for instance 2017-06-22 16:03.");
        }
        TwitterTimes times = TwitterTimes.of(Long.parseLong(id), stated, new Capture(releasedAt, releasedAt, false));
        if (times.wrong() != null) {
            return times.wrong();
        }
        String retweeted = id(row, "retweet_tweetid");
        String quoted = id(row, "quoted_tweet_tweetid");
        String parent = id(row, "in_reply_to_tweetid");
        boolean isShare = "true".equalsIgnoreCase(row.get("is_retweet"));
        EventKind kind = isShare
                ? EventKind.SHARE
                : quoted != null ? EventKind.QUOTE : parent == null ? EventKind.POST : EventKind.REPLY;
        List<Event> events = new ArrayList<>(2);
        events.add(Event.builder(Platform.TWITTER, kind, id, record.source())
                .at(times.posted())
                .precision(times.precision())
                .capturedAt(releasedAt)
                .visible(false)
                .accountId(row.get("userid"))
                .accountFollowers(count(row.get("follower_count")))
                .parentId(isShare ? null : parent)
                .originId(isShare ? retweeted : quoted)
                .declaredLanguage(TwitterText.language(row.get("tweet_language")))
                // The words of a retweet are those of its original, unless nothing says which that is.
                .text(isShare && retweeted != null ? null : row.get("tweet_text"))
                .urls(list(row.get("urls")))
                .counts(isShare ? Counts.NONE : counts(row))
                .build());
        if (releasedAt != null && releasedAt.isAfter(times.posted())) {
            events.add(Event.builder(Platform.TWITTER, EventKind.REMOVAL, id, record.source())
                    .between(times.posted(), releasedAt)
                    .precision(TimePrecision.DAY)
                    .capturedAt(releasedAt)
                    .explicit(true)
                    .actor(Actor.PLATFORM)
                    .reach(Reach.ACCOUNT)
                    .reason(REASON)
                    .accountId(row.get("userid"))
                    .primary(false)
                    .build());
        }
        return new Decoded.Events(List.copyOf(events));
    }

    private static Instant minute(String cell) {
        try {
            return cell == null ? null : LocalDateTime.parse(cell, MINUTE).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String id(CsvRow row, String column) {
        String id = row.get(column);
        return id != null && TwitterId.isId(id) ? id : null;
    }

    private static Counts counts(CsvRow row) {
        return new Counts(
                count(row.get("like_count")),
                count(row.get("retweet_count")),
                count(row.get("reply_count")),
                count(row.get("quote_count")),
                null);
    }

    private static Long count(String cell) {
        boolean isCount = cell != null && cell.length() < 18 && cell.chars().allMatch(c -> c >= '0' && c <= '9');
        return isCount ? Long.valueOf(cell) : null;
    }

    /** The items of a cell such as {@code [a, b]} or {@code ['a', 'b']}. */
    private static List<String> list(String cell) {
        Set<String> items = new LinkedHashSet<>();
        if (cell != null) {
            String inner = cell.startsWith("[") && cell.endsWith("]") && cell.length() > 1
                    ? cell.substring(1, cell.length() - 1)
                    : cell;
            for (String item : inner.split(",\\s", -1)) {
                String bare = item.strip();
                boolean quoted = bare.length() > 1
                        && (bare.charAt(0) == '\'' || bare.charAt(0) == '"')
                        && bare.charAt(bare.length() - 1) == bare.charAt(0);
                bare = quoted ? bare.substring(1, bare.length() - 1) : bare;
                if (!bare.isEmpty()) {
                    items.add(bare);
                }
            }
        }
        return List.copyOf(items);
    }

    private static Decoded rejected(RejectReason reason, String detail) {
        return new Decoded.Rejected(reason, detail);
    }
}
