// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model;

import java.time.Instant;
import java.util.List;

/** Collects the fields of one {@link Event}; what is not set is unknown. */
public final class EventBuilder {
    /** No account has more followers than there are people: a larger number is none, and no sum overflows. */
    private static final long MOST_FOLLOWERS = 10_000_000_000L;

    private final Platform platform;
    private final EventKind kind;
    private final String itemId;
    private final SourcePosition source;
    private Scope scope = Scope.ITEM;
    private String accountId;
    private Long accountFollowers;
    private String parentId;
    private String originId;
    private String rootId;
    private Instant timeLo;
    private Instant timeHi;
    private TimePrecision precision;
    private Instant capturedAt;
    private boolean visible = true;
    private boolean explicit;
    private String declaredLanguage;
    private String text;
    private List<String> urls = List.of();
    private List<String> mediaHashes = List.of();
    private Counts counts = Counts.NONE;
    private Actor actor;
    private Reach reach;
    private List<String> countries = List.of();
    private RecheckOutcome recheck;
    private String channel;
    private ReferralDecision decision;
    private String reason;
    private String placeId;
    private Long placeNumber;
    private Instant idTime;
    private boolean fromEmbedded;
    private boolean notified;
    private boolean oneSided;
    private boolean primary = true;

    EventBuilder(Platform platform, EventKind kind, String itemId, SourcePosition source) {
        this.platform = platform;
        this.kind = kind;
        this.itemId = itemId;
        this.source = source;
    }

    /** Sets an exactly known time. */
    public EventBuilder at(Instant time) {
        return between(time, time);
    }

    /** Sets the bracket (lo, hi] in which the event happened; either end may be null when unknown. */
    public EventBuilder between(Instant lo, Instant hi) {
        this.timeLo = lo;
        this.timeHi = hi;
        return this;
    }

    /** Sets {@link Event#scope()}. */
    public EventBuilder scope(Scope value) {
        this.scope = value;
        return this;
    }

    /** Sets {@link Event#accountId()}. */
    public EventBuilder accountId(String value) {
        this.accountId = value;
        return this;
    }

    /** Sets {@link Event#accountFollowers()}; what is no number of followers (negative, above 10,000,000,000) is unknown. */
    public EventBuilder accountFollowers(Long value) {
        boolean isCount = value != null && value >= 0 && value <= MOST_FOLLOWERS;
        this.accountFollowers = isCount ? value : null;
        return this;
    }

    /** Sets {@link Event#parentId()}. */
    public EventBuilder parentId(String value) {
        this.parentId = value;
        return this;
    }

    /** Sets {@link Event#originId()}. */
    public EventBuilder originId(String value) {
        this.originId = value;
        return this;
    }

    /** Sets {@link Event#rootId()}. */
    public EventBuilder rootId(String value) {
        this.rootId = value;
        return this;
    }

    /** Sets {@link Event#precision()}. */
    public EventBuilder precision(TimePrecision value) {
        this.precision = value;
        return this;
    }

    /** Sets {@link Event#capturedAt()}. */
    public EventBuilder capturedAt(Instant value) {
        this.capturedAt = value;
        return this;
    }

    /** Sets {@link Event#visible()}. */
    public EventBuilder visible(boolean value) {
        this.visible = value;
        return this;
    }

    /** Sets {@link Event#explicit()}. */
    public EventBuilder explicit(boolean value) {
        this.explicit = value;
        return this;
    }

    /** Sets {@link Event#declaredLanguage()}. */
    public EventBuilder declaredLanguage(String value) {
        this.declaredLanguage = value;
        return this;
    }

    /** Sets {@link Event#text()}. */
    public EventBuilder text(String value) {
        this.text = value;
        return this;
    }

    /** Sets {@link Event#urls()}. */
    public EventBuilder urls(List<String> value) {
        this.urls = value;
        return this;
    }

    /** Sets {@link Event#mediaHashes()}. */
    public EventBuilder mediaHashes(List<String> value) {
        this.mediaHashes = value;
        return this;
    }

    /** Sets {@link Event#counts()}. */
    public EventBuilder counts(Counts value) {
        this.counts = value;
        return this;
    }

    /** Sets {@link Event#actor()}. */
    public EventBuilder actor(Actor value) {
        this.actor = value;
        return this;
    }

    /** Sets {@link Event#reach()}. */
    public EventBuilder reach(Reach value) {
        this.reach = value;
        return this;
    }

    /** Sets {@link Event#countries()}. */
    public EventBuilder countries(List<String> value) {
        this.countries = value;
        return this;
    }

    /** Sets {@link Event#recheck()}. */
    public EventBuilder recheck(RecheckOutcome value) {
        this.recheck = value;
        return this;
    }

    /** Sets {@link Event#channel()}. */
    public EventBuilder channel(String value) {
        this.channel = value;
        return this;
    }

    /** Sets {@link Event#decision()}. */
    public EventBuilder decision(ReferralDecision value) {
        this.decision = value;
        return this;
    }

    /** Sets {@link Event#reason()}. */
    public EventBuilder reason(String value) {
        this.reason = value;
        return this;
    }

    /** Sets {@link Event#placeId()} and {@link Event#placeNumber()}, where both are known. */
    public EventBuilder place(String id, Long number) {
        boolean isKnown = id != null && number != null;
        this.placeId = isKnown ? id : null;
        this.placeNumber = isKnown ? number : null;
        return this;
    }

    /** Sets {@link Event#idTime()}. */
    public EventBuilder idTime(Instant value) {
        this.idTime = value;
        return this;
    }

    /** Sets {@link Event#fromEmbedded()}. */
    public EventBuilder fromEmbedded(boolean value) {
        this.fromEmbedded = value;
        return this;
    }

    /** Sets {@link Event#notified()}. */
    public EventBuilder notified(boolean value) {
        this.notified = value;
        return this;
    }

    /** Sets {@link Event#oneSided()}. */
    public EventBuilder oneSided(boolean value) {
        this.oneSided = value;
        return this;
    }

    /** Sets {@link Event#primary()}. */
    public EventBuilder primary(boolean value) {
        this.primary = value;
        return this;
    }

    /** The event. */
    public Event build() {
        return new Event(
                platform,
                kind,
                scope,
                itemId,
                accountId,
                accountFollowers,
                parentId,
                originId,
                rootId,
                timeLo,
                timeHi,
                precision,
                capturedAt,
                visible,
                explicit,
                declaredLanguage,
                text,
                urls,
                mediaHashes,
                counts,
                actor,
                reach,
                countries,
                recheck,
                channel,
                decision,
                reason,
                placeId,
                placeNumber,
                idTime,
                fromEmbedded,
                notified,
                oneSided,
                primary,
                source);
    }
}
