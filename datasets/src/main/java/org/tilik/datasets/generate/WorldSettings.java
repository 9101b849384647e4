// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that decides what the generator writes; equal settings give byte-identical files.
 *
 * @param seed seed of all draws
 * @param items number of items posted
 * @param posted when items are posted
 * @param window the study's window; items posted outside are ignored by it
 * @param mix shares of links, texts, comments and crossposts
 * @param languages weights of the languages
 * @param labels weights of the planted labels
 * @param capture how the archive looks at items
 * @param rechecks when items are looked at again
 * @param hazards how fast each cause strikes supportive items
 * @param labelFactors factor on moderators' and the platform's hazard by label
 * @param twitterShare share of items that are posted on Twitter; the rest is posted on Reddit
 * @param stream the archived stream of Twitter
 * @param spread how content spreads
 * @param suspensions which accounts the platform suspends
 * @param restoration how often and when removed items come back
 * @param referrals referrals to the platform
 * @param orders orders of a fictional authority to remove items that nobody referred
 * @param known the list of known items
 * @param reform from when on moderators and platform act more readily
 * @param faults planted defects
 * @param compression of dump files
 */
public record WorldSettings(
        long seed,
        long items,
        Period posted,
        Period window,
        Mix mix,
        Map<Language, Double> languages,
        Map<Label, Double> labels,
        CapturePlan capture,
        RecheckPlan rechecks,
        Map<Cause, Hazard> hazards,
        Map<Label, Double> labelFactors,
        double twitterShare,
        StreamPlan stream,
        SpreadPlan spread,
        SuspensionPlan suspensions,
        Restoration restoration,
        ReferralPlan referrals,
        ReferralPlan orders,
        KnownPlan known,
        Reform reform,
        Faults faults,
        Compression compression) {
    private static final long SAMPLE_SEED = 20190315L;
    private static final long SAMPLE_ITEMS = 2_200L;
    private static final long SAMPLE_SECOND_ITEMS = 1_100L;
    private static final long SAMPLE_STREAM_ITEMS = 1_000L;

    /** Checks the number of items and the stream, and fixes the order of the maps. */
    public WorldSettings {
        if (items < 1) {
            throw new IllegalArgumentException(items + " items were asked for; expected at least 1");
        }
        boolean streams = twitterShare > 0;
        if (streams
                && (!stream.covered().from().equals(posted.from())
                        || stream.covered().until().isAfter(posted.until()))) {
            throw new IllegalArgumentException("Twitter's stream covers " + stream.covered()
                    + "; expected it to begin with the posting and to end no later, " + posted);
        }
        languages = ordered(Language.class, languages);
        labels = ordered(Label.class, labels);
        hazards = ordered(Cause.class, hazards);
        labelFactors = ordered(Label.class, labelFactors);
    }

    /** A month of a mid-size world, half of it on Reddit and half on Twitter. */
    public static WorldSettings of(long seed, long items) {
        return of(seed, items, 0.5);
    }

    /** A month on Reddit alone. */
    public static WorldSettings reddit(long seed, long items) {
        return of(seed, items, 0);
    }

    /** A month on Twitter alone. */
    public static WorldSettings twitter(long seed, long items) {
        return of(seed, items, 1);
    }

    private static WorldSettings of(long seed, long items, double twitterShare) {
        Period june = new Period(Instant.parse("2024-06-01T00:00:00Z"), Instant.parse("2024-07-01T00:00:00Z"));
        // What was deleted in June but posted in May is inside the window of a study of Twitter, though never
        // delivered.
        Instant from = twitterShare > 0 ? Instant.parse("2024-05-01T00:00:00Z") : june.from();
        Period window = new Period(from, Instant.parse("2024-06-29T00:00:00Z"));
        return new WorldSettings(
                seed,
                items,
                june,
                window,
                new Mix(0.15, 0.25, 0.57, 0.03, 0.34, 0.18, 0.08, 0.40),
                Map.of(Language.ID, 0.35, Language.EN, 0.35, Language.FR, 0.15, Language.AR, 0.15),
                Map.of(Label.SUPPORTIVE, 0.6, Label.REPORTING, 0.12, Label.COUNTER_SPEECH, 0.12, Label.NEUTRAL, 0.16),
                new CapturePlan(ArchiveStyle.ARCTIC_SHIFT, ArchiveStyle.PUSHSHIFT, 360, 96, 0.03, 0.02, 0.01),
                new RecheckPlan(0.85, List.of(0.5, 2.0, 12.0, 36.0, 72.0, 168.0, 336.0), 0.08, 0.02, 0.02, 0.15, 0.004),
                Map.of(
                        Cause.COMMUNITY_MOD, new Hazard(0.03, 0.42, 2.5, 0.30, 200),
                        Cause.PLATFORM, new Hazard(0.0, 0.34, 16, 0.35, 400),
                        Cause.AUTHOR, new Hazard(0.0, 0.05, 8, 0.30, 900),
                        Cause.COPYRIGHT, new Hazard(0.0, 0.0, 1, 0.04, 150)),
                Map.of(Label.SUPPORTIVE, 1.0, Label.REPORTING, 0.3, Label.COUNTER_SPEECH, 0.25, Label.NEUTRAL, 0.05),
                twitterShare,
                StreamPlan.of(seed, june, window, (long) (items * twitterShare)),
                new SpreadPlan(0.2, 0.4, 1.2, 8, 4, 4_096),
                new SuspensionPlan(0.03, 0.2, 60),
                new Restoration(0.05, 0.4, 30),
                new ReferralPlan(0.12, 10, 30, 0.6, 0.2),
                ReferralPlan.NONE,
                new KnownPlan(0.15, 12, 0.05, 6),
                Reform.NONE,
                Faults.each(0.001, 0.01),
                new Compression(3, 0));
    }

    /**
     * Settings of the committed sample of Reddit in {@code datasets/samples}: a year, in the ninth month of which a promise
     * is kept. Of its last week nothing is in the window.
     */
    public static WorldSettings sample() {
        Instant from = Instant.parse("2023-07-03T00:00:00Z");
        return reddit(SAMPLE_SEED, SAMPLE_ITEMS)
                .with()
                .posted(new Period(from, Instant.parse("2024-07-01T00:00:00Z")))
                .window(new Period(from, Instant.parse("2024-06-24T00:00:00Z")))
                .reform(new Reform(Instant.parse("2024-03-11T00:00:00Z"), 0.5))
                // Some three in four of the answers come within the hour that the law allows.
                .orders(new ReferralPlan(0.1, 5, 0.7, 0.9, 0.1))
                .compression(new Compression(19, 0))
                .build();
    }

    /** Settings of the committed sample of a second platform, over the same time; nobody promised anything there. */
    public static WorldSettings sampleSecond() {
        WorldSettings reddit = sample();
        return twitter(SAMPLE_SEED, SAMPLE_SECOND_ITEMS)
                .with()
                .posted(reddit.posted())
                .window(reddit.window())
                .mix(new Mix(0, 0, 0, 0, 0.62, 0.20, 0.06, 0.12))
                .stream(new StreamPlan(reddit.posted(), 1, List.of(), StreamPlan.Packing.TAR, 0, 0, 0))
                .build();
    }

    /** Settings of the committed sample of a stream in {@code datasets/samples/stream}. */
    public static WorldSettings sampleStream() {
        return twitter(SAMPLE_SEED, SAMPLE_STREAM_ITEMS)
                .with()
                .gaps(1)
                .packing(StreamPlan.Packing.TAR_ZST)
                .compression(new Compression(19, 0))
                .build();
    }

    /** A builder that starts from these settings. */
    public WorldSettingsBuilder with() {
        return new WorldSettingsBuilder(this);
    }

    private static <K extends Enum<K>, V> Map<K, V> ordered(Class<K> type, Map<K, V> map) {
        Map<K, V> copy = new EnumMap<>(type);
        copy.putAll(map);
        return Collections.unmodifiableMap(copy);
    }
}
