// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.fourchan;

import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.tilik.formats.Decoded;
import org.tilik.formats.HtmlWords;
import org.tilik.formats.PostingTime;
import org.tilik.formats.WebAddresses;
import org.tilik.model.Counts;
import org.tilik.model.Event;
import org.tilik.model.EventBuilder;
import org.tilik.model.EventKind;
import org.tilik.model.Platform;
import org.tilik.model.RejectReason;
import org.tilik.model.SourcePosition;

/**
 * One post of 4chan.
 *
 * <p>A reply answers the first post of its thread that it links to ({@code >>123}), else the thread's first. An author is a
 * tripcode, or the id that a board gives to whoever writes in a thread, good for that thread alone.
 *
 * @param id {@code board/no}
 * @param posted when it was made
 * @param item the event of its posting, not yet built
 */
public record ChanPost(String id, Instant posted, EventBuilder item) {
    private static final Instant OPENED = Instant.parse("2003-10-01T00:00:00Z");
    private static final int MOST_DIGITS = 19;
    private static final int MD5_BYTES = 16;

    /** A post, or why there is none. */
    public sealed interface Read {}

    /** There is one. */
    public record Found(ChanPost post) implements Read {}

    /** There is none. */
    public record Fault(Decoded.Rejected rejected) implements Read {}

    /**
     * What a record is made of beside its own fields.
     *
     * @param board what the file is named by or the thread's record says, where the post does not; or null
     * @param thread number of the first post of the thread that the record stood in, or null
     * @param captured when it was seen, or null
     * @param isHtml whether its words are HTML
     */
    public record Surroundings(String board, String thread, Instant captured, boolean isHtml) {}

    /** The post of these fields, named as by 4chan's interface or as by tables made from it. */
    public static Read of(PostFields fields, Surroundings around, SourcePosition source) {
        String no = number(fields.first("no", "num", "post_no", "post_id"));
        if (no == null) {
            return fault(RejectReason.MISSING_ID, "The post has no number; expected no above 0.");
        }
        String stated = Board.named(fields.first("board", "board_name"));
        String board = stated == null ? around.board() : stated;
        if (board == null) {
            return fault(
                    RejectReason.MISSING_ID,
                    "Nothing says on which board the post is; expected a field board, or a folder or file named by it,"
                            + " such as pol/123.json or 4chan_pol.ndjson.");
        }
        ChanTime time = ChanTime.of(fields.first("time", "unix_timestamp", "timestamp"))
                .or(() -> ChanTime.of(fields.get("now")))
                .or(() -> ChanTime.of(fields.first("datetime", "date", "time_utc", "created_at")))
                .orElse(null);
        Optional<Decoded.Rejected> wrong = PostingTime.fault(
                time == null ? null : time.at(), around.captured(), OPENED, "time in seconds since 1970");
        return wrong.isPresent()
                ? new Fault(wrong.get())
                : new Found(read(fields, around, new Numbers(board, no, thread(fields, around)), time, source));
    }

    /** Where a post stands; the thread is null where nobody says. */
    private record Numbers(String board, String no, String thread) {
        boolean opens() {
            return no.equals(thread);
        }

        String id(String number) {
            return board + "/" + number;
        }
    }

    private static ChanPost read(
            PostFields fields, Surroundings around, Numbers numbers, ChanTime time, SourcePosition source) {
        String stated = fields.first("com", "comment", "body", "text");
        HtmlWords html = HtmlWords.of(stated == null || !around.isHtml() ? "" : stated);
        String words = around.isHtml() ? html.words() : stated;
        String answered = numbers.opens() ? null : QuoteLinks.firstAnswered(words, numbers.thread(), numbers.no());
        boolean isReply = !numbers.opens() && (numbers.thread() != null || answered != null);
        String parent = answered == null ? numbers.thread() : answered;
        String text = text(title(fields, around.isHtml()), QuoteLinks.without(words));
        EventBuilder item = Event.builder(
                        Platform.FOURCHAN, isReply ? EventKind.REPLY : EventKind.POST, numbers.id(numbers.no()), source)
                .at(time.at())
                .precision(time.precision())
                .capturedAt(around.captured())
                .accountId(account(fields, numbers))
                .parentId(isReply ? numbers.id(parent) : null)
                .rootId(isReply && numbers.thread() != null ? numbers.id(numbers.thread()) : null)
                .text(text)
                .urls(WebAddresses.with(html.links(), text))
                .mediaHashes(mediaHashes(fields.get("md5") == null ? fields.get("image_md5") : fields.get("md5")));
        if (numbers.thread() != null && !isShortened(fields)) {
            item.place(numbers.id(numbers.thread()), Long.valueOf(numbers.no()));
        }
        if (numbers.opens()) {
            item.counts(new Counts(null, null, count(fields.get("replies")), null, null));
        }
        return new ChanPost(numbers.id(numbers.no()), time.at(), item);
    }

    /** Whether the first post says that the thread, or this answer of the interface, holds its last replies alone. */
    private static boolean isShortened(PostFields fields) {
        return fields.first("sticky_cap", "tail_size") != null;
    }

    /** {@code resto} is 0 in a first post. */
    private static String thread(PostFields fields, Surroundings around) {
        String stated = fields.first("resto", "thread_id", "thread_no", "thread_num", "thread");
        String own = number(fields.first("no", "num", "post_no", "post_id"));
        if ("0".equals(stated)) {
            return own;
        }
        String thread = number(stated);
        return thread == null ? around.thread() : thread;
    }

    private static String number(String digits) {
        boolean isNumber = digits != null
                && !digits.isEmpty()
                && digits.length() <= MOST_DIGITS
                && digits.charAt(0) != '0'
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? digits : null;
    }

    private static Long count(String digits) {
        boolean isCount = digits != null && digits.matches("[0-9]{1,9}");
        return isCount ? Long.valueOf(digits) : null;
    }

    private static String title(PostFields fields, boolean isHtml) {
        String title = fields.first("sub", "subject", "title");
        return title == null || !isHtml ? title : HtmlWords.of(title).words();
    }

    private static String text(String title, String words) {
        if (title == null || words == null) {
            return title == null ? words : title;
        }
        return title + "\n" + words;
    }

    private static String account(PostFields fields, Numbers numbers) {
        String trip = fields.first("trip", "tripcode", "author_trip");
        if (trip != null) {
            return "trip" + trip;
        }
        String poster = fields.first("id", "poster_id", "author_type");
        return poster == null || numbers.thread() == null ? null : numbers.id(numbers.thread()) + "/" + poster;
    }

    /** The hash of the attached file, which tells that the same one was posted again. */
    private static List<String> mediaHashes(String base64) {
        if (base64 == null) {
            return List.of();
        }
        try {
            byte[] hash = Base64.getDecoder().decode(base64);
            return hash.length == MD5_BYTES ? List.of("md5:" + HexFormat.of().formatHex(hash)) : List.of();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static Fault fault(RejectReason reason, String detail) {
        return new Fault(new Decoded.Rejected(reason, detail));
    }
}
