// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.parler;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tilik.formats.Decoded;
import org.tilik.formats.PostingTime;
import org.tilik.formats.RawRecord;
import org.tilik.formats.RecordDecoder;
import org.tilik.formats.WebAddresses;
import org.tilik.formats.json.JsonTrees;
import org.tilik.formats.json.JsonValues;
import org.tilik.model.Counts;
import org.tilik.model.Event;
import org.tilik.model.EventKind;
import org.tilik.model.IgnoreReason;
import org.tilik.model.Platform;
import org.tilik.model.RejectReason;
import org.tilik.model.TimePrecision;

/**
 * Decodes posts and comments of the Parler dataset (Aliapoulios, Bevensee, Blackburn, Bradlyn, De Cristofaro, Stringhini,
 * Zannettou 2021, doi:10.5281/zenodo.4442460).
 *
 * <p>{@code createdAt} is {@code yyyyMMddHHmmss} in UTC. A post with a parent is an echo: a share, or a quote where it has
 * words of its own. The dataset tells of no removal, nor when it captured a record.
 */
public final class ParlerDecoder implements RecordDecoder {
    private static final Instant OPENED = Instant.parse("2018-01-01T00:00:00Z");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

    private final JsonTrees trees = new JsonTrees("one post or comment of Parler");
    private final Instant capturedAt;

    /** A decoder for records captured then; null where the study does not say. */
    public ParlerDecoder(Instant capturedAt) {
        this.capturedAt = capturedAt;
    }

    @Override
    public Decoded decode(RawRecord record) {
        JsonTrees.Read read = trees.read(record);
        if (read.fault() != null) {
            return read.fault();
        }
        JsonNode stated = read.tree();
        String type = JsonValues.text(stated.path("datatype"));
        if ("users".equals(type)) {
            return new Decoded.Ignored(IgnoreReason.NOT_AN_ITEM);
        }
        String id = JsonValues.id(stated.path("id"));
        if (id == null) {
            return new Decoded.Rejected(RejectReason.MISSING_ID, "The record has no id.");
        }
        Instant posted = time(JsonValues.id(stated.path("createdAt"))).orElse(null);
        Optional<Decoded.Rejected> fault =
                PostingTime.fault(posted, capturedAt, OPENED, "createdAt, for instance 20200615225113");
        return fault.isPresent() ? fault.get() : item(stated, id, posted, "comments".equals(type), record);
    }

    private Decoded item(JsonNode stated, String id, Instant posted, boolean isComment, RawRecord record) {
        String words = JsonValues.text(stated.path("body"));
        String parent = JsonValues.id(stated.path("parent"));
        String withLinks = JsonValues.text(stated.path("bodywithurls"));
        String account = JsonValues.id(stated.path("creator"));
        EventKind echo = words == null ? EventKind.SHARE : EventKind.QUOTE;
        EventKind post = parent == null ? EventKind.POST : echo;
        return new Decoded.Events(
                List.of(Event.builder(Platform.PARLER, isComment ? EventKind.REPLY : post, id, record.source())
                        .at(posted)
                        .precision(TimePrecision.SECOND)
                        .capturedAt(capturedAt)
                        .accountId(account == null ? JsonValues.text(stated.path("username")) : account)
                        .accountFollowers(JsonValues.count(stated.path("followers")))
                        .parentId(isComment ? parent : null)
                        .originId(isComment ? null : parent)
                        .text(words)
                        .urls(WebAddresses.in(withLinks == null ? words : withLinks))
                        .counts(new Counts(
                                JsonValues.count(stated.path("upvotes")),
                                JsonValues.count(stated.path("reposts")),
                                JsonValues.count(stated.path("comments")),
                                null,
                                JsonValues.count(stated.path("impressions"))))
                        .build()));
    }

    private static Optional<Instant> time(String digits) {
        try {
            return digits == null
                    ? Optional.empty()
                    : Optional.of(LocalDateTime.parse(digits, CLOCK).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
