// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.twitter;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.tilik.formats.Decoded;
import org.tilik.model.Actor;
import org.tilik.model.Event;
import org.tilik.model.EventBuilder;
import org.tilik.model.EventKind;
import org.tilik.model.Platform;
import org.tilik.model.Reach;
import org.tilik.model.RejectReason;
import org.tilik.model.Scope;
import org.tilik.model.SourcePosition;
import org.tilik.model.TimePrecision;

/**
 * What a notice of the stream says: that a status was deleted, or that a status or an account is withheld.
 *
 * <p>A deletion does not tell by whom: author, platform, suspension and the end of a retweet look alike. Notices since
 * about 2013 state their time to the millisecond; before, the file's minute is the latest time there is. The earliest is
 * when the id was made.
 */
final class TwitterNotices {
    private final TwitterMessage message;
    private final SourcePosition source;
    private final Capture capture;

    TwitterNotices(TwitterMessage message, SourcePosition source, Capture capture) {
        this.message = message;
        this.source = source;
        this.capture = capture;
    }

    Decoded decode() {
        String id = message.noticeId.orNull();
        if (id == null) {
            return new Decoded.Rejected(
                    RejectReason.MISSING_ID,
                    "The notice " + message.notice.name().toLowerCase(Locale.ROOT)
                            + " has no usable id; expected a whole number above 0.");
        }
        if (capture.until() != null && TwitterTimes.isOutside(capture.until())) {
            return new Decoded.Rejected(
                    RejectReason.IMPOSSIBLE_TIME,
                    "The notice is of " + capture.until() + "; expected a time from 2006-03-21 to 2100.");
        }
        boolean aboutAccount = message.notice == TwitterMessage.Notice.USER_WITHHELD;
        Instant idTime = aboutAccount ? null : Snowflake.time(Long.parseLong(id));
        if (idTime != null && capture.until() != null && capture.until().isBefore(idTime)) {
            return new Decoded.Rejected(
                    RejectReason.REMOVAL_BEFORE_CREATION,
                    "The notice of " + capture.until() + " is about a status that was made later, at " + idTime + ".");
        }
        return new Decoded.Events(List.of(event(id, idTime, aboutAccount).build()));
    }

    private EventBuilder event(String id, Instant idTime, boolean aboutAccount) {
        EventBuilder removal = Event.builder(Platform.TWITTER, EventKind.REMOVAL, id, source)
                .between(capture.isExact() ? capture.until() : idTime, capture.until())
                .precision(capture.isExact() ? TimePrecision.MILLI : TimePrecision.SECOND)
                .capturedAt(capture.until())
                .idTime(idTime)
                .explicit(true)
                .notified(capture.isPushed())
                .oneSided(true)
                .accountId(aboutAccount ? id : message.noticeUserId.orNull())
                .scope(aboutAccount ? Scope.ACCOUNT : Scope.ITEM);
        if (message.notice == TwitterMessage.Notice.DELETE) {
            return removal.actor(Actor.UNKNOWN).reach(Reach.ITEM);
        }
        Withheld withheld = Withheld.of(message.noticeCountries, false);
        return removal.actor(Actor.LEGAL_ORDER)
                .reach(withheld.reach(aboutAccount ? Reach.ACCOUNT : Reach.ITEM))
                .countries(withheld.countries())
                .reason(withheld.reason());
    }
}
