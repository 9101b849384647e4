// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.twitter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tilik.formats.Decoded;
import org.tilik.formats.DecoderSettings;
import org.tilik.formats.RawRecord;
import org.tilik.formats.RecordDecoder;
import org.tilik.formats.csv.IsoTime;
import org.tilik.formats.json.JsonTrees;
import org.tilik.formats.json.JsonValues;
import org.tilik.model.Actor;
import org.tilik.model.Event;
import org.tilik.model.EventBuilder;
import org.tilik.model.EventKind;
import org.tilik.model.IgnoreReason;
import org.tilik.model.Platform;
import org.tilik.model.Reach;
import org.tilik.model.RejectReason;
import org.tilik.model.TimePrecision;

/**
 * Decodes results of X's batch compliance jobs about posts: one line for each id that is no longer to be seen, and why.
 *
 * <p>{@code redacted_at} is the exact time where it is given; else the post went between its creation and the job, which
 * the study states as {@code captured_at}. What went with its account (deactivated, suspended, protected) has the reach of
 * the account. Results of jobs about accounts look alike and are not told from these. Who deleted a post that its author's
 * account lost to somebody else, and what came back later, cannot be known.
 */
public final class ComplianceDecoder implements RecordDecoder {
    private final JsonTrees trees = new JsonTrees("one result of a compliance job");
    private final Instant capturedAt;

    /** A decoder of results that a job gave at the captured_at of the study. */
    public ComplianceDecoder(DecoderSettings settings) {
        this.capturedAt = settings.capturedAt();
    }

    @Override
    public Decoded decode(RawRecord record) {
        JsonTrees.Read read = trees.read(record);
        if (read.fault() != null) {
            return read.fault();
        }
        JsonNode result = read.tree();
        String id = Tweet.id(result.path("id"));
        if (id == null) {
            return new Decoded.Rejected(
                    RejectReason.MISSING_ID, "The result has no usable id; expected a whole number above 0.");
        }
        EventBuilder removal = Event.builder(Platform.TWITTER, EventKind.REMOVAL, id, record.source());
        String reason = JsonValues.text(result.path("reason"));
        switch (reason == null ? "" : reason) {
            case "deleted" -> removal.actor(Actor.AUTHOR).reach(Reach.ITEM);
            case "deactivated", "protected" -> removal.actor(Actor.AUTHOR).reach(Reach.ACCOUNT);
            case "suspended" -> removal.actor(Actor.PLATFORM).reach(Reach.ACCOUNT);
            case "bounced" -> removal.actor(Actor.UNKNOWN).reach(Reach.ACCOUNT);
            case "scrub_geo" -> {
                return new Decoded.Ignored(IgnoreReason.NOT_AN_ITEM);
            }
            default -> {
                return new Decoded.Rejected(
                        RejectReason.UNSUPPORTED_RECORD,
                        "reason is missing or unknown; expected deleted, deactivated, protected, suspended, bounced or"
                                + " scrub_geo.");
            }
        }
        return dated(removal.reason(reason).explicit(true).oneSided(true), Long.parseLong(id), result);
    }

    private Decoded dated(EventBuilder removal, long id, JsonNode result) {
        JsonNode redacted = result.path("redacted_at");
        Optional<Instant> exact = JsonValues.iso(redacted);
        if (exact.isEmpty() && JsonValues.text(redacted) != null) {
            return new Decoded.Rejected(
                    RejectReason.BAD_TIMESTAMP, "redacted_at is no time; expected ISO 8601 with its zone.");
        }
        TwitterTimes posted =
                TwitterTimes.ofVersion2(id, result.path("created_at"), new Capture(capturedAt, capturedAt, false));
        if (posted.wrong() != null) {
            return posted.wrong();
        }
        Instant until = exact.orElse(capturedAt);
        if (until != null && TwitterTimes.isOutside(until)) {
            return new Decoded.Rejected(
                    RejectReason.IMPOSSIBLE_TIME,
                    "The removal is of " + until + "; expected a time from 2006-03-21 to 2100.");
        }
        if (until != null && until.isBefore(posted.posted())) {
            return new Decoded.Rejected(
                    RejectReason.REMOVAL_BEFORE_CREATION,
                    "The removal of " + until + " is before the post, of " + posted.posted() + ".");
        }
        return new Decoded.Events(List.of(removal.between(exact.orElse(posted.posted()), until)
                .precision(exact.map(IsoTime::precision).orElse(TimePrecision.SECOND))
                .capturedAt(capturedAt == null ? until : capturedAt)
                .idTime(posted.posted())
                .build()));
    }
}
