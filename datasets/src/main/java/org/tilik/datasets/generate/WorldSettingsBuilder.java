// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.util.Map;

/** Changes some of the settings of a world; see {@link WorldSettings} for what each means. */
public final class WorldSettingsBuilder {
    private long seed;
    private long items;
    private Period posted;
    private Period window;
    private Mix mix;
    private Map<Language, Double> languages;
    private Map<Label, Double> labels;
    private CapturePlan capture;
    private RecheckPlan rechecks;
    private Map<Cause, Hazard> hazards;
    private Map<Label, Double> labelFactors;
    private double twitterShare;
    private StreamPlan stream;
    private SpreadPlan spread;
    private SuspensionPlan suspensions;
    private Restoration restoration;
    private ReferralPlan referrals;
    private ReferralPlan orders;
    private KnownPlan known;
    private Reform reform;
    private Faults faults;
    private Compression compression;

    WorldSettingsBuilder(WorldSettings start) {
        this.seed = start.seed();
        this.items = start.items();
        this.posted = start.posted();
        this.window = start.window();
        this.mix = start.mix();
        this.languages = start.languages();
        this.labels = start.labels();
        this.capture = start.capture();
        this.rechecks = start.rechecks();
        this.hazards = start.hazards();
        this.labelFactors = start.labelFactors();
        this.twitterShare = start.twitterShare();
        this.stream = start.stream();
        this.spread = start.spread();
        this.suspensions = start.suspensions();
        this.restoration = start.restoration();
        this.referrals = start.referrals();
        this.orders = start.orders();
        this.known = start.known();
        this.reform = start.reform();
        this.faults = start.faults();
        this.compression = start.compression();
    }

    /** Another seed of all draws. */
    public WorldSettingsBuilder seed(long value) {
        this.seed = value;
        return this;
    }

    /** Another number of items. */
    public WorldSettingsBuilder items(long value) {
        this.items = value;
        return this;
    }

    /** Another time of posting; mostly one sets the window too. */
    public WorldSettingsBuilder posted(Period value) {
        this.posted = value;
        return this;
    }

    /** Another study window. */
    public WorldSettingsBuilder window(Period value) {
        this.window = value;
        return this;
    }

    /** Other shares of forms. */
    public WorldSettingsBuilder mix(Mix value) {
        this.mix = value;
        return this;
    }

    /** Other weights of languages. */
    public WorldSettingsBuilder languages(Map<Language, Double> value) {
        this.languages = value;
        return this;
    }

    /** Other weights of planted labels. */
    public WorldSettingsBuilder labels(Map<Label, Double> value) {
        this.labels = value;
        return this;
    }

    /** Other archive looks. */
    public WorldSettingsBuilder capture(CapturePlan value) {
        this.capture = value;
        return this;
    }

    /** Other re-checks. */
    public WorldSettingsBuilder rechecks(RecheckPlan value) {
        this.rechecks = value;
        return this;
    }

    /** Other hazards by cause. */
    public WorldSettingsBuilder hazards(Map<Cause, Hazard> value) {
        this.hazards = value;
        return this;
    }

    /** Other factors on hazards by label. */
    public WorldSettingsBuilder labelFactors(Map<Label, Double> value) {
        this.labelFactors = value;
        return this;
    }

    /** Another recording of Twitter's stream. */
    public WorldSettingsBuilder stream(StreamPlan value) {
        this.stream = value;
        return this;
    }

    /** Another share of posts in the stream. */
    public WorldSettingsBuilder sampling(double share) {
        return stream(new StreamPlan(
                stream.covered(),
                share,
                stream.gaps(),
                stream.packing(),
                stream.staleNotices(),
                stream.withheld(),
                stream.rechecked()));
    }

    /** Other gaps in the stream, in number; where they lie follows from the seed. */
    public WorldSettingsBuilder gaps(int number) {
        return stream(new StreamPlan(
                stream.covered(),
                stream.sampling(),
                StreamPlan.gaps(seed, stream.covered(), window, number),
                stream.packing(),
                stream.staleNotices(),
                stream.withheld(),
                stream.rechecked()));
    }

    /** Another packing of the stream. */
    public WorldSettingsBuilder packing(StreamPlan.Packing packing) {
        return stream(new StreamPlan(
                stream.covered(),
                stream.sampling(),
                stream.gaps(),
                packing,
                stream.staleNotices(),
                stream.withheld(),
                stream.rechecked()));
    }

    /** Another spread of content. */
    public WorldSettingsBuilder spread(SpreadPlan value) {
        this.spread = value;
        return this;
    }

    /** Other suspensions of accounts. */
    public WorldSettingsBuilder suspensions(SuspensionPlan value) {
        this.suspensions = value;
        return this;
    }

    /** Other restorations. */
    public WorldSettingsBuilder restoration(Restoration value) {
        this.restoration = value;
        return this;
    }

    /** Other orders. */
    public WorldSettingsBuilder orders(ReferralPlan value) {
        this.orders = value;
        return this;
    }

    /** Other referrals. */
    public WorldSettingsBuilder referrals(ReferralPlan value) {
        this.referrals = value;
        return this;
    }

    /** Another known list. */
    public WorldSettingsBuilder known(KnownPlan value) {
        this.known = value;
        return this;
    }

    /** Another day from which on moderators and platform act more readily. */
    public WorldSettingsBuilder reform(Reform value) {
        this.reform = value;
        return this;
    }

    /** Other planted defects. */
    public WorldSettingsBuilder faults(Faults value) {
        this.faults = value;
        return this;
    }

    /** Other compression of dump files. */
    public WorldSettingsBuilder compression(Compression value) {
        this.compression = value;
        return this;
    }

    /** RS and RC files of these styles, all else of the archive's looks unchanged. */
    public WorldSettingsBuilder styles(ArchiveStyle submissions, ArchiveStyle comments) {
        return capture(new CapturePlan(
                submissions,
                comments,
                capture.lateMeanHours(),
                capture.lateLeastHours(),
                capture.noSecondLook(),
                capture.secondCaptures(),
                capture.deletedAccounts()));
    }

    /** The settings. */
    public WorldSettings build() {
        return new WorldSettings(
                seed,
                items,
                posted,
                window,
                mix,
                languages,
                labels,
                capture,
                rechecks,
                hazards,
                labelFactors,
                twitterShare,
                stream,
                spread,
                suspensions,
                restoration,
                referrals,
                orders,
                known,
                reform,
                faults,
                compression);
    }
}
