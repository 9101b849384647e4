// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.fourcat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tilik.formats.Decoded;
import org.tilik.formats.fourchan.Board;
import org.tilik.formats.fourchan.ChanPost;
import org.tilik.formats.fourchan.PostFields;
import org.tilik.model.Actor;
import org.tilik.model.Event;
import org.tilik.model.EventKind;
import org.tilik.model.Platform;
import org.tilik.model.Reach;
import org.tilik.model.RecheckOutcome;
import org.tilik.model.RejectReason;
import org.tilik.model.SourcePosition;
import org.tilik.model.TimePrecision;

/**
 * Posts of 4chan as 4CAT exports what it has gathered, looking at every thread again and again while it lives: what then
 * was missing from a thread that was still there has {@code deleted_on}, when that was first seen.
 *
 * <p>The first look at a post is not kept. A post is taken to be captured when it was made, as long as its thread's last look
 * is known; what went before the first look, and so is not in the export, is missing from early ages.
 */
final class ChanExport {
    private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{8,10}");

    private ChanExport() {}

    /** The events of a row with the columns of an export; the board is what the file is named by, or null. */
    static Decoded post(PostFields fields, String board, SourcePosition source) {
        ChanPost.Read read = ChanPost.of(fields, new ChanPost.Surroundings(board, null, null, false), source);
        if (!(read instanceof ChanPost.Found found)) {
            return ((ChanPost.Fault) read).rejected();
        }
        ChanPost post = found.post();
        Instant looked = seconds(fields.get(FourcatRows.THREAD_SCRAPED_ON));
        Instant deleted = seconds(fields.get("deleted_on"));
        boolean isDeleted = isTrue(fields.get("deleted")) || deleted != null;
        if (isDeleted && deleted == null) {
            return new Decoded.Rejected(
                    RejectReason.BAD_TIMESTAMP,
                    "The post is marked as deleted, but deleted_on is no time; expected seconds since 1970.");
        }
        if (isDeleted && deleted.isBefore(post.posted())) {
            return new Decoded.Rejected(
                    RejectReason.REMOVAL_BEFORE_CREATION,
                    "The post of " + post.posted() + " was deleted at " + deleted + ", before it was made.");
        }
        boolean isFollowed = looked != null && !looked.isBefore(post.posted());
        List<Event> events = new ArrayList<>();
        events.add(post.item().capturedAt(isFollowed ? post.posted() : null).build());
        if (isDeleted) {
            boolean wasSeen = isFollowed && looked.isBefore(deleted);
            events.add(gone(post.id(), wasSeen ? looked : post.posted(), deleted, source, false));
        } else if (isFollowed) {
            events.add(Event.builder(Platform.FOURCHAN, EventKind.RECHECK, post.id(), source)
                    .at(looked)
                    .precision(TimePrecision.SECOND)
                    .capturedAt(looked)
                    .recheck(RecheckOutcome.ALIVE)
                    .primary(false)
                    .build());
        }
        return new Decoded.Events(events);
    }

    /** The event of a row of the table of deletions, which must say which post it is about. */
    static Decoded deletion(PostFields fields, String ofFile, SourcePosition source) {
        String stated = Board.named(fields.get("board"));
        String board = stated == null ? ofFile : stated;
        String no = fields.first("num", "no", "id");
        if (board == null || no == null || !no.matches("[1-9][0-9]{0,18}")) {
            return new Decoded.Rejected(
                    RejectReason.MISSING_ID,
                    "The row has no board and number of a post; id_seq is the database's own. Join it with posts_4chan"
                            + " and export board, id, timestamp_deleted.");
        }
        Instant deleted = seconds(fields.get("timestamp_deleted"));
        return deleted == null
                ? new Decoded.Rejected(
                        RejectReason.BAD_TIMESTAMP, "timestamp_deleted is no time; expected seconds since 1970.")
                : new Decoded.Events(List.of(gone(board + "/" + no, null, deleted, source, true)));
    }

    private static Event gone(String id, Instant lastSeen, Instant missed, SourcePosition source, boolean isPrimary) {
        return Event.builder(Platform.FOURCHAN, EventKind.REMOVAL, id, source)
                .between(lastSeen, missed)
                .precision(TimePrecision.SECOND)
                .capturedAt(missed)
                .actor(Actor.UNKNOWN)
                .reach(Reach.ITEM)
                .reason("missing_from_thread")
                // The table of deletions, which tells no last sight, names nobody who stayed.
                .oneSided(lastSeen == null)
                .primary(isPrimary)
                .build();
    }

    private static Instant seconds(String digits) {
        return digits != null && SECONDS.matcher(digits).matches()
                ? Instant.ofEpochSecond(Long.parseLong(digits))
                : null;
    }

    private static boolean isTrue(String cell) {
        return cell != null && List.of("true", "1", "yes").contains(cell.toLowerCase(Locale.ROOT));
    }
}
