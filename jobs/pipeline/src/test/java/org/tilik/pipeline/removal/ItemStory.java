// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tilik.model.EventKind;
import org.tilik.model.table.CoverageRow;
import org.tilik.pipeline.classify.TrackedBy;
import org.tilik.pipeline.removal.EpisodeBuilder.ItemHistory;
import org.tilik.pipeline.strata.Strata;
import org.tilik.pipeline.study.Clock;

/** An invented item and what was observed of it, told in hours from its posting. */
final class ItemStory {
    private static final Instant POSTED = Instant.parse("2024-06-03T12:00:00Z");

    final TrackedItem item = new TrackedItem();
    final List<ItemObservation> observations = new ArrayList<>();

    private Coverage coverage = Coverage.NONE;
    private final List<CoverageRow> watched = new ArrayList<>();

    private ItemStory() {
        item.platform = "reddit";
        item.month = "2024-06";
        item.itemKey = "00000000000000000000000000000001";
        item.accountKey = "0000000000000000000000000000000a";
        item.kind = "POST";
        item.language = "und";
        item.trackedBy = TrackedBy.ALL.id();
        item.postedAt = POSTED;
        item.followedFromStart = true;
        item.keepsStubs = true;
    }

    /** A post that an archive which keeps stubs captured alive. */
    static ItemStory capturedAt(double hours) {
        ItemStory story = new ItemStory();
        story.item.enteredAt = at(hours);
        return story;
    }

    /** A post that the archive found as a stub only. */
    static ItemStory stubAt(double hours, String actor) {
        ItemStory story = capturedAt(hours);
        story.item.seenAsStub = true;
        return story.removal(0, hours, actor);
    }

    /** A post in a dump that does not say when it was captured. */
    static ItemStory withoutCapture() {
        return new ItemStory();
    }

    /** A post that a push stream delivered at once. */
    static ItemStory pushed() {
        ItemStory story = capturedAt(0).onlySurvivorsAreCaptured();
        story.item.notified = true;
        return story;
    }

    /** A post seen only inside another, so that no notice of it was to come. */
    static ItemStory embeddedAt(double hours) {
        return capturedAt(hours).onlySurvivorsAreCaptured();
    }

    /** The stream was watched from then until then. */
    ItemStory watched(double from, double until) {
        watched.add(new CoverageRow(item.platform, at(from), at(until), "0123456789abcdef"));
        coverage = Coverage.of(watched);
        return this;
    }

    /** A notice with its time. */
    ItemStory notice(double hours) {
        return removal(hours, hours, "UNKNOWN");
    }

    /** The archive would not hold it, had it gone before capture. */
    ItemStory onlySurvivorsAreCaptured() {
        item.followedFromStart = false;
        item.keepsStubs = false;
        return this;
    }

    ItemStory listedAt(double hours) {
        item.listedAt = at(hours);
        return this;
    }

    ItemStory listedNobodyKnowsWhen() {
        item.listedAtUnknown = true;
        return this;
    }

    ItemStory alive(double hours) {
        add(EventKind.RECHECK, null, at(hours)).outcome = "ALIVE";
        return this;
    }

    /** Seen inside another record. */
    ItemStory happenedUpon(double hours) {
        alive(hours);
        observations.get(observations.size() - 1).oneSided = true;
        return this;
    }

    /** The last observation is of a source that names only what is gone. */
    ItemStory namedOnlyIfGone() {
        observations.get(observations.size() - 1).oneSided = true;
        return this;
    }

    ItemStory absent(double hours) {
        add(EventKind.RECHECK, null, at(hours)).outcome = "GONE";
        return this;
    }

    ItemStory gone(double hours, String actor) {
        ItemObservation look = add(EventKind.RECHECK, null, at(hours));
        look.outcome = "GONE";
        look.explicit = true;
        look.actor = actor;
        return this;
    }

    ItemStory look(String outcome, double hours) {
        add(EventKind.RECHECK, null, at(hours)).outcome = outcome;
        return this;
    }

    ItemStory removal(double from, double to, String actor) {
        ItemObservation removal = add(EventKind.REMOVAL, at(from), at(to));
        removal.explicit = true;
        removal.actor = actor;
        removal.reach = "ITEM";
        return this;
    }

    /** The last observation was told of the account. */
    ItemStory ofAccount() {
        observations.get(observations.size() - 1).ofAccount = true;
        return this;
    }

    /** What the last observation says besides. */
    ItemStory because(String reason) {
        observations.get(observations.size() - 1).reason = reason;
        return this;
    }

    ItemStory reaching(String reach) {
        observations.get(observations.size() - 1).reach = reach;
        return this;
    }

    ItemStory reappeared(double from, double to) {
        add(EventKind.REAPPEARANCE, at(from), at(to));
        return this;
    }

    ItemStory referred(double from, double to, String channel) {
        add(EventKind.REFERRAL, at(from), at(to)).channel = channel;
        return this;
    }

    /** An answer through this channel. */
    ItemStory answered(double hours, String channel, String decision) {
        referred(hours, hours, channel);
        observations.get(observations.size() - 1).outcome = decision;
        return this;
    }

    /** What countries the last observation names. */
    ItemStory in(String... countries) {
        observations.get(observations.size() - 1).countries = countries;
        return this;
    }

    /** Somebody saw it and how often it had been viewed. */
    ItemStory viewed(double hours, long views) {
        alive(hours);
        observations.get(observations.size() - 1).views = views;
        return this;
    }

    /** A count of views that does not say that it is there. */
    ItemStory counted(double hours, long views) {
        add(EventKind.COUNTS, at(hours), at(hours)).views = views;
        return this;
    }

    /** Withheld in these countries, known between these times. */
    ItemStory withheld(double from, double to, String... countries) {
        return removal(from, to, "LEGAL_ORDER").reaching("GEO_WITHHELD").in(countries);
    }

    ItemStory undated() {
        add(EventKind.REMOVAL, at(0), null).explicit = true;
        return this;
    }

    private ItemObservation add(EventKind kind, Instant from, Instant to) {
        ItemObservation observation = new ItemObservation();
        observation.itemKey = item.itemKey;
        observation.kind = kind.name();
        observation.timeLo = from;
        observation.timeHi = to;
        observations.add(observation);
        return observation;
    }

    static Instant at(double hours) {
        return POSTED.plusSeconds(Math.round(hours * 3600));
    }

    ItemHistory onClock(Clock clock) {
        return new EpisodeBuilder(clock, coverage, new Strata(List.of("platform")), "0123456789abcdef")
                .build(item, observations);
    }

    /** What became of these duties, each on its own clock. */
    List<DutyFact> underDuties(Duty... duties) {
        Map<String, String> clocks = Arrays.stream(duties)
                .collect(Collectors.toMap(
                        duty -> duty.event().id(), duty -> duty.event().clock()));
        return onEveryClock(duties).stream()
                .filter(fact -> fact.clock.equals(clocks.get(fact.event)))
                .toList();
    }

    /** What became of these duties, on their clocks and on every other. */
    List<DutyFact> onEveryClock(Duty... duties) {
        return new EpisodeBuilder(
                        Clock.POSTED, coverage, new Strata(List.of("platform")), "0123456789abcdef", List.of(duties))
                .build(item, observations)
                .duties();
    }

    ItemHistory told() {
        return onClock(Clock.POSTED);
    }
}
