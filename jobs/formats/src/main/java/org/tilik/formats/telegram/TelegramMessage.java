// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.telegram;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tilik.formats.Decoded;
import org.tilik.formats.Numbered;
import org.tilik.formats.WebAddresses;
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
 * One message of a channel or group as any of Telegram's formats has it, and the events it stands for. What is not set is
 * unknown.
 *
 * <p>An item's id is {@code channel/message}. A forward is a share: the words are its origin's, which becomes an item of its
 * own, seen inside the forward; where the forward names the origin's channel and time but not its number, the origin's id
 * is {@code channel@second}, which no other source of Telegram's uses, so that it meets its original only by its words. A
 * forward from somebody who hides who they are keeps the words, since nothing else would hold them.
 */
final class TelegramMessage {
    private static final Instant OPENED = Instant.parse("2013-08-14T00:00:00Z");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Instant YEAR_2100 = Instant.parse("2100-01-01T00:00:00Z");

    String channel;
    String id;
    /** Account that wrote it; null for the channel itself. */
    String author;

    Instant posted;
    Instant captured;
    String text;
    /** Addresses behind words, which the words do not show. */
    List<String> links = List.of();

    String repliesTo;
    /** Where the message that is answered stands; null for the same channel. */
    String repliesToChannel;
    /** First message of the thread. */
    String thread;

    boolean forwarded;
    String originChannel;
    String originId;
    Instant originPosted;
    Instant edited;
    Long views;
    Long forwards;
    Long replies;
    /** Telegram's own word for why nobody is shown it; null where it is shown. */
    String hiddenFor;

    /** The events of this message. */
    Decoded decode(SourcePosition source) {
        if (channel == null || id == null) {
            return rejected(RejectReason.MISSING_ID, "The message has no id, or nobody says of which channel it is.");
        }
        if (posted == null) {
            return rejected(RejectReason.BAD_TIMESTAMP, "The message has no date that is a time.");
        }
        if (isOutside(posted) || (captured != null && captured.isBefore(posted.minusSeconds(86_400)))) {
            return rejected(
                    RejectReason.IMPOSSIBLE_TIME,
                    "The message is of " + posted + (captured == null ? "" : ", captured " + captured)
                            + "; expected a time from 2013-08-14 to 2100, at most a day after its capture.");
        }
        List<Event> events = new ArrayList<>();
        Optional<Event> origin = origin(source);
        events.add(message(source, origin.isPresent()));
        origin.ifPresent(events::add);
        edit(source).ifPresent(events::add);
        removal(source).ifPresent(events::add);
        return new Decoded.Events(events);
    }

    private Event message(SourcePosition source, boolean originHasTheWords) {
        String origin = originKey();
        EventKind kind = forwarded ? EventKind.SHARE : repliesTo == null ? EventKind.POST : EventKind.REPLY;
        EventBuilder event = Event.builder(Platform.TELEGRAM, kind, channel + "/" + id, source)
                .at(posted)
                .precision(TimePrecision.SECOND)
                .capturedAt(captured)
                .accountId(author == null ? "channel" + channel : author)
                .visible(hiddenFor == null)
                .parentId(
                        repliesTo == null
                                ? null
                                : (repliesToChannel == null ? channel : repliesToChannel) + "/" + repliesTo)
                .rootId(thread == null ? null : channel + "/" + thread)
                .originId(origin)
                .place(place(), number())
                .counts(new Counts(null, forwards, replies, null, views));
        // The words of a forward are those of its origin, unless nothing is known of that but its name.
        if (!originHasTheWords) {
            event.text(text).urls(addresses());
        }
        return event.build();
    }

    private String originKey() {
        if (!forwarded || originChannel == null) {
            return null;
        }
        if (originId != null) {
            return originChannel + "/" + originId;
        }
        return originPosted == null ? null : originChannel + "@" + originPosted.getEpochSecond();
    }

    /** The message that was forwarded, which was visible then. */
    private Optional<Event> origin(SourcePosition source) {
        String origin = originKey();
        if (origin == null || originPosted == null || isOutside(originPosted) || originPosted.isAfter(posted)) {
            return Optional.empty();
        }
        return Optional.of(Event.builder(Platform.TELEGRAM, EventKind.POST, origin, source)
                .at(originPosted)
                .precision(TimePrecision.SECOND)
                .capturedAt(posted)
                .accountId("channel" + originChannel)
                .place(place(originChannel), number(originId))
                .text(text)
                .urls(addresses())
                .fromEmbedded(true)
                .primary(false)
                .build());
    }

    private Optional<Event> edit(SourcePosition source) {
        if (edited == null || edited.isBefore(posted) || isOutside(edited)) {
            return Optional.empty();
        }
        return Optional.of(Event.builder(Platform.TELEGRAM, EventKind.EDIT, channel + "/" + id, source)
                .at(edited)
                .precision(TimePrecision.SECOND)
                .capturedAt(captured)
                .primary(false)
                .build());
    }

    /** Telegram's clients show nobody what is restricted everywhere, though its interface still hands it out. */
    private Optional<Event> removal(SourcePosition source) {
        if (hiddenFor == null || captured == null) {
            return Optional.empty();
        }
        Instant seenHidden = captured.isAfter(posted) ? captured : posted.plusSeconds(1);
        return Optional.of(Event.builder(Platform.TELEGRAM, EventKind.REMOVAL, channel + "/" + id, source)
                .between(posted, seenHidden)
                .precision(TimePrecision.SECOND)
                .capturedAt(captured)
                .explicit(true)
                .oneSided(true)
                .actor(Actor.PLATFORM)
                .reach(Reach.ITEM)
                .reason(hiddenFor)
                .place(place(), number())
                .primary(false)
                .build());
    }

    /** The number that it fills in its channel; null where it has none of which others could tell. */
    Numbered numbered() {
        return place() == null || number() == null
                ? null
                : new Numbered(Platform.TELEGRAM, place(), number(), captured);
    }

    String place() {
        return place(channel);
    }

    Long number() {
        return number(id);
    }

    /** Numbers in small groups and conversations are those of one account, and others see other ones: they are no places. */
    private static String place(String channel) {
        return channel != null && NUMBER.matcher(channel).matches() ? "channel" + channel : null;
    }

    private static Long number(String id) {
        return id != null && NUMBER.matcher(id).matches() ? Long.valueOf(id) : null;
    }

    private List<String> addresses() {
        return WebAddresses.with(links, text);
    }

    private static boolean isOutside(Instant time) {
        return time.isBefore(OPENED) || !time.isBefore(YEAR_2100);
    }

    Decoded rejected(RejectReason reason, String detail) {
        return new Decoded.Rejected(reason, detail, numbered());
    }
}
