// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.weiboscope;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tilik.formats.Decoded;
import org.tilik.formats.DecoderSettings;
import org.tilik.formats.PostingTime;
import org.tilik.formats.WebAddresses;
import org.tilik.formats.csv.CsvRow;
import org.tilik.formats.csv.TableDecoder;
import org.tilik.model.Actor;
import org.tilik.model.Event;
import org.tilik.model.EventBuilder;
import org.tilik.model.EventKind;
import org.tilik.model.Platform;
import org.tilik.model.Reach;
import org.tilik.model.RecheckOutcome;
import org.tilik.model.RejectReason;
import org.tilik.model.SourcePosition;
import org.tilik.model.TimePrecision;

/**
 * Decodes the rows of Weiboscope (Fu, Chan, Chau 2013, doi:10.1109/MIC.2013.28), each one post of Weibo that was looked for
 * again and again, and when it was last seen where it then was missing.
 *
 * <p>A post that was missing with the answer "permission denied" was taken away by the platform; who took away the others is
 * not known. The look that missed it is not stored: the removal lies between the last look and the end of the collection,
 * which only the study can state ({@code captured_at}); what is not marked was alive then. Timelines were watched from the
 * posting on, but the first look is not stored either; it is taken to be the posting, so that what went before it, and is
 * not in the files, is missing from early ages. Without {@code captured_at} no post is followed.
 *
 * <p>Times are those of China, UTC+8, without a word on it.
 */
public final class WeiboscopeDecoder extends TableDecoder {
    private static final Instant OPENED = Instant.parse("2009-08-14T00:00:00Z");
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss[.SSSSSS][.SSS]", Locale.ROOT);
    /** What Weibo writes for a repost without words of one's own. */
    private static final Set<String> NO_WORDS = Set.of("转发微博", "轉發微博", "转发微博。", "轉發微博。", "repost", "转发", "轉發");

    private static final Pattern EARLIER_REPOSTS = Pattern.compile("//\\s*@.*", Pattern.DOTALL);

    private final Instant end;

    /** A decoder for rows under this header. */
    public WeiboscopeDecoder(DecoderSettings settings) {
        super(settings, "mid", "created_at", "deleted_last_seen", "permission_denied");
        this.end = settings.capturedAt();
    }

    @Override
    protected Decoded decode(CsvRow row, SourcePosition source) {
        String id = row.get("mid");
        if (id == null) {
            return rejected(RejectReason.MISSING_ID, "mid is empty; expected the id of the post.");
        }
        Instant posted = Optional.ofNullable(row.get("created_at"))
                .flatMap(WeiboscopeDecoder::time)
                .orElse(null);
        Optional<Decoded.Rejected> fault =
                PostingTime.fault(posted, end, OPENED, "created_at, for instance 2012-01-03 15:36:27");
        if (fault.isPresent()) {
            return fault.get();
        }
        String lastSeen = row.get("deleted_last_seen");
        boolean isDenied = isTrue(row.get("permission_denied"));
        if (lastSeen == null && !isDenied) {
            return new Decoded.Events(alive(row, id, posted, source));
        }
        Instant seen = lastSeen == null ? posted : time(lastSeen).orElse(null);
        if (seen == null) {
            return rejected(
                    RejectReason.BAD_TIMESTAMP,
                    "deleted_last_seen is no time; expected for instance 2012-01-03 15:36:27, or nothing.");
        }
        if (seen.isBefore(posted)) {
            return rejected(
                    RejectReason.REMOVAL_BEFORE_CREATION,
                    "The post of " + posted + " was last seen at " + seen + ", before it was posted.");
        }
        if (PostingTime.isOutside(seen, OPENED) || (end != null && !end.isAfter(seen))) {
            return rejected(
                    RejectReason.IMPOSSIBLE_TIME,
                    "The post was last seen at " + seen
                            + ", after the study's captured_at; expected the time at which the"
                            + " collection ended there.");
        }
        return new Decoded.Events(List.of(
                item(row, id, posted, source).build(),
                removal(id, seen, isDenied, source).build()));
    }

    private List<Event> alive(CsvRow row, String id, Instant posted, SourcePosition source) {
        List<Event> events = new ArrayList<>();
        events.add(item(row, id, posted, source).build());
        if (end != null && end.isAfter(posted)) {
            events.add(Event.builder(Platform.WEIBO, EventKind.RECHECK, id, source)
                    .at(end)
                    .precision(TimePrecision.SECOND)
                    .capturedAt(end)
                    .recheck(RecheckOutcome.ALIVE)
                    .primary(false)
                    .build());
        }
        return events;
    }

    private EventBuilder item(CsvRow row, String id, Instant posted, SourcePosition source) {
        String origin = row.get("retweeted_status_mid");
        String words = origin == null ? row.get("text") : ownWords(row.get("text"));
        EventKind shares = words == null ? EventKind.SHARE : EventKind.QUOTE;
        return Event.builder(Platform.WEIBO, origin == null ? EventKind.POST : shares, id, source)
                .at(posted)
                .precision(TimePrecision.SECOND)
                .capturedAt(end == null ? null : posted)
                .accountId(row.get("uid"))
                .originId(origin)
                .text(words)
                .urls(WebAddresses.in(words));
    }

    private EventBuilder removal(String id, Instant seen, boolean isDenied, SourcePosition source) {
        return Event.builder(Platform.WEIBO, EventKind.REMOVAL, id, source)
                .between(seen, end)
                .precision(TimePrecision.SECOND)
                .capturedAt(end)
                .explicit(isDenied)
                .actor(isDenied ? Actor.PLATFORM : Actor.UNKNOWN)
                .reach(Reach.ITEM)
                .reason(isDenied ? "permission_denied" : null)
                .primary(false);
    }

    /** What the one who reposts says, without what stands behind it of those who reposted before. */
    private static String ownWords(String text) {
        String own = text == null
                ? ""
                : EARLIER_REPOSTS.matcher(text).replaceFirst("").strip();
        return own.isEmpty() || NO_WORDS.contains(own.toLowerCase(Locale.ROOT)) ? null : own;
    }

    private static boolean isTrue(String cell) {
        return cell != null && Set.of("true", "t", "1").contains(cell.toLowerCase(Locale.ROOT));
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, CLOCK).toInstant(CHINA));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Decoded rejected(RejectReason reason, String detail) {
        return new Decoded.Rejected(reason, detail);
    }
}
