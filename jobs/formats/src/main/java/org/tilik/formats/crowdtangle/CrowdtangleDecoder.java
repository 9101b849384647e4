// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.crowdtangle;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tilik.formats.Decoded;
import org.tilik.formats.DecoderSettings;
import org.tilik.formats.PostingTime;
import org.tilik.formats.WebAddresses;
import org.tilik.formats.csv.CsvColumns;
import org.tilik.formats.csv.CsvRow;
import org.tilik.formats.csv.TableDecoder;
import org.tilik.model.Counts;
import org.tilik.model.Event;
import org.tilik.model.EventBuilder;
import org.tilik.model.EventKind;
import org.tilik.model.Platform;
import org.tilik.model.RejectReason;
import org.tilik.model.SourcePosition;
import org.tilik.model.TimePrecision;

/**
 * Decodes rows of CrowdTangle's export of Facebook posts, and of the Meta Content Library's, each one post.
 *
 * <p>Posts that were deleted or removed are missing from later exports without a word, so that no row tells of a removal.
 * When an export was made, it does not say. CrowdTangle's rows have the id of the page and, in their address, that of the
 * post: the item is {@code page_post}.
 */
public final class CrowdtangleDecoder extends TableDecoder {
    private static final Instant OPENED = Instant.parse("2004-02-04T00:00:00Z");
    private static final Pattern POST_ID = Pattern.compile(
            "(?:/posts/|/permalink/|/videos/|/reel/|/photos/(?:[^/?]+/){0,4}|[?&](?:story_fbid|fbid|v)=)(\\d+|pfbid\\w+)");

    private final boolean isLibrary;
    private final Instant capturedAt;

    /** A decoder for rows under this header. */
    public CrowdtangleDecoder(DecoderSettings settings) {
        super(settings, needed(isLibrary(settings)));
        this.isLibrary = isLibrary(settings);
        this.capturedAt = settings.capturedAt();
    }

    private static boolean isLibrary(DecoderSettings settings) {
        return CsvColumns.of(settings.header()).has("creation_time");
    }

    private static String[] needed(boolean isLibrary) {
        return isLibrary ? new String[] {"id", "creation_time"} : new String[] {"facebook id", "post created", "url"};
    }

    @Override
    protected Decoded decode(CsvRow row, SourcePosition source) {
        return isLibrary ? ofLibrary(row, source) : ofCrowdtangle(row, source);
    }

    private Decoded ofCrowdtangle(CsvRow row, SourcePosition source) {
        String page = row.get("facebook id");
        Optional<String> post = Optional.ofNullable(row.get("url"))
                .map(POST_ID::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1));
        if (page == null || post.isEmpty()) {
            return missingId("Facebook Id, and the post's own number in URL");
        }
        Instant posted = Optional.ofNullable(row.get("post created"))
                .flatMap(ZonedClock::parse)
                .orElse(null);
        String message = row.get("message");
        List<String> links = Stream.of(row.get("link"), row.get("final link"))
                .filter(link -> link != null && link.startsWith("http"))
                .distinct()
                .toList();
        String views = row.get("total views");
        Optional<Decoded> fault = fault(
                posted, "Post Created, as 2021-07-06 16:45:20 EDT, with an abbreviation that stands for one zone only");
        return fault.orElseGet(() -> events(post(EventKind.POST, page + "_" + post.get(), posted, source)
                .accountId(page)
                .accountFollowers(count(row.get("followers at posting")))
                .text(message)
                .urls(WebAddresses.with(links, message))
                .counts(new Counts(
                        count(row.get("likes")),
                        count(row.get("shares")),
                        count(row.get("comments")),
                        null,
                        count(views == null ? row.get("post views") : views)))));
    }

    /** A post that shares another is a quote where it has words of its own, else a share. */
    private Decoded ofLibrary(CsvRow row, SourcePosition source) {
        String id = row.get("id");
        if (id == null) {
            return missingId("id");
        }
        Instant posted = Optional.ofNullable(row.get("creation_time"))
                .flatMap(CrowdtangleDecoder::zoned)
                .orElse(null);
        String text = row.get("text");
        String shared = row.get("shared_post_id");
        EventKind shares = text == null ? EventKind.SHARE : EventKind.QUOTE;
        String link = row.get("link_attachment.link");
        List<String> links = link != null && link.startsWith("http") ? List.of(link) : List.of();
        return fault(posted, "creation_time in ISO 8601 with its zone")
                .orElseGet(() -> events(post(shared == null ? EventKind.POST : shares, id, posted, source)
                        .accountId(row.get("post_owner.id"))
                        .originId(shared)
                        .declaredLanguage(row.get("lang"))
                        .text(text)
                        .urls(WebAddresses.with(links, text))
                        .counts(new Counts(
                                count(row.get("statistics.like_count")),
                                count(row.get("statistics.share_count")),
                                count(row.get("statistics.comment_count")),
                                null,
                                count(row.get("statistics.views"))))));
    }

    private static Optional<Instant> zoned(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Decoded> fault(Instant posted, String expected) {
        return PostingTime.fault(posted, capturedAt, OPENED, expected).map(fault -> fault);
    }

    private EventBuilder post(EventKind kind, String id, Instant posted, SourcePosition source) {
        return Event.builder(Platform.FACEBOOK, kind, id, source)
                .at(posted)
                .precision(TimePrecision.SECOND)
                .capturedAt(capturedAt);
    }

    private static Decoded events(EventBuilder post) {
        return new Decoded.Events(List.of(post.build()));
    }

    private static Decoded missingId(String expected) {
        return new Decoded.Rejected(RejectReason.MISSING_ID, "The row has no id; expected " + expected + ".");
    }

    /** A count, also where its thousands are set apart by commas; null where there is none. */
    private static Long count(String cell) {
        String digits = cell == null ? "" : cell.replace(",", "");
        boolean isCount =
                !digits.isEmpty() && digits.length() < 19 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return isCount ? Long.valueOf(digits) : null;
    }
}
