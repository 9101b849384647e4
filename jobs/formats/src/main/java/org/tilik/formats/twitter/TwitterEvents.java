// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.twitter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tilik.formats.Decoded;
import org.tilik.model.Actor;
import org.tilik.model.Counts;
import org.tilik.model.Event;
import org.tilik.model.EventBuilder;
import org.tilik.model.EventKind;
import org.tilik.model.Platform;
import org.tilik.model.Reach;
import org.tilik.model.RejectReason;
import org.tilik.model.SourcePosition;
import org.tilik.model.TimePrecision;

/**
 * What one status record says: that the status exists and, where it shares or quotes another, that the other could be
 * seen at that moment and how often it had been liked and shared by then.
 */
final class TwitterEvents {
    /** The public sample holds 1 % of all statuses; larger streams follow other rules. */
    private static final double LARGEST_SAMPLE = 0.01;

    private final TwitterStatus status;
    private final SourcePosition source;
    private final Capture capture;
    private final double samplingShare;
    private final List<Event> events = new ArrayList<>(4);
    private final Set<String> seen = new HashSet<>();
    private Instant capturedAt;

    TwitterEvents(TwitterStatus status, SourcePosition source, Capture capture, double samplingShare) {
        this.status = status;
        this.source = source;
        this.capture = capture;
        this.samplingShare = samplingShare;
    }

    Decoded decode() {
        Decoded.Rejected wrong = addStatus();
        if (wrong == null && status.retweeted != null) {
            wrong = addEmbedded(status.retweeted, "retweeted_status");
            if (wrong == null && status.retweeted.quoted != null) {
                wrong = addEmbedded(status.retweeted.quoted, "quoted_status of retweeted_status");
            }
        }
        if (wrong == null && status.quoted != null) {
            wrong = addEmbedded(status.quoted, "quoted_status");
        }
        return wrong == null ? new Decoded.Events(List.copyOf(events)) : wrong;
    }

    private Decoded.Rejected addStatus() {
        String id = status.id.orNull();
        if (id == null) {
            return missingId("The status");
        }
        TwitterTimes times = TwitterTimes.of(Long.parseLong(id), status.createdAt, capture);
        if (times.wrong() != null) {
            return times.wrong();
        }
        capturedAt = capture.ofStatus(times.posted());
        seen.add(id);
        // The counts of a retweet are those of its original.
        events.add(item(status, id, times)
                .counts(status.retweeted == null ? counts(status) : Counts.NONE)
                .notified(isNotified(id))
                .build());
        addWithheld(status, id, times);
        return null;
    }

    /** A status inside another was there to be shared or quoted, whether or not the source delivers it itself. */
    private Decoded.Rejected addEmbedded(TwitterStatus inner, String what) {
        String id = inner.id.orNull();
        if (id == null) {
            return missingId(what);
        }
        TwitterTimes times = TwitterTimes.of(Long.parseLong(id), inner.createdAt, capture);
        if (times.wrong() != null) {
            return times.wrong();
        }
        if (seen.add(id)) {
            events.add(item(inner, id, times).fromEmbedded(true).primary(false).build());
            Counts counts = counts(inner);
            if (!counts.isEmpty()) {
                events.add(observation(EventKind.COUNTS, id, TimePrecision.MILLI)
                        .at(capturedAt)
                        .counts(counts)
                        .build());
            }
            addWithheld(inner, id, times);
        }
        return null;
    }

    private static Decoded.Rejected missingId(String what) {
        return new Decoded.Rejected(
                RejectReason.MISSING_ID, what + " has no usable id; expected a whole number above 0.");
    }

    private boolean isNotified(String id) {
        boolean inSample = samplingShare > LARGEST_SAMPLE || Snowflake.mayBeSampled(Long.parseLong(id));
        return capture.isPushed() && inSample;
    }

    private EventBuilder item(TwitterStatus fields, String id, TwitterTimes times) {
        EventKind kind = kind(fields);
        boolean share = kind == EventKind.SHARE;
        boolean visible = !Withheld.of(fields).everywhere();
        // Where a status is withheld everywhere, Twitter's own words stand in its place.
        boolean hasWords = visible && !share;
        return Event.builder(Platform.TWITTER, kind, id, source)
                .at(times.posted())
                .precision(times.precision())
                .capturedAt(capturedAt)
                .visible(visible)
                .accountId(fields.userId.orNull())
                .accountFollowers(fields.followers)
                .parentId(share ? null : fields.parentId.orNull())
                .originId(origin(fields))
                .declaredLanguage(TwitterText.language(fields.language))
                .text(hasWords ? TwitterText.words(fields) : null)
                .urls(visible ? TwitterText.links(fields, id) : List.of());
    }

    /** A quote is a share with words of its own, so that it is a quote also where it answers somebody. */
    private static EventKind kind(TwitterStatus fields) {
        if (fields.retweeted != null) {
            return EventKind.SHARE;
        }
        if (fields.isQuote || fields.quoted != null || fields.quotedId.orNull() != null) {
            return EventKind.QUOTE;
        }
        return fields.parentId.orNull() == null ? EventKind.POST : EventKind.REPLY;
    }

    private static String origin(TwitterStatus fields) {
        if (fields.retweeted != null) {
            return fields.retweeted.id.orNull();
        }
        String quoted = fields.quotedId.orNull();
        return quoted == null && fields.quoted != null ? fields.quoted.id.orNull() : quoted;
    }

    private static Counts counts(TwitterStatus fields) {
        return new Counts(fields.likes, fields.shares, fields.replies, fields.quotes, null);
    }

    private void addWithheld(TwitterStatus fields, String id, TwitterTimes times) {
        Withheld withheld = Withheld.of(fields);
        if (withheld.equals(Withheld.NOWHERE)) {
            return;
        }
        // Equal ends mean an exact time. A status caught in the millisecond of its posting does not make one.
        Instant seenWithheld = times.posted().equals(capturedAt) ? capturedAt.plusMillis(1) : capturedAt;
        events.add(observation(EventKind.REMOVAL, id, times.precision())
                .between(times.posted(), seenWithheld)
                .explicit(true)
                .oneSided(true)
                .actor(Actor.LEGAL_ORDER)
                .reach(withheld.reach(Reach.ITEM))
                .countries(withheld.countries())
                .reason(withheld.reason())
                .build());
    }

    private EventBuilder observation(EventKind kind, String id, TimePrecision precision) {
        return Event.builder(Platform.TWITTER, kind, id, source)
                .precision(precision)
                .capturedAt(capturedAt)
                .primary(false);
    }
}
