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
 * @param hazards how fast each cause strikes supportive items; {@code labelFactors} scale it for the others
 * @param labelFactors factor on moderators' and the platform's hazard by label
 * @param restoredShare share of items removed by moderators or platform that are restored
 * @param restoredMeanHours mean time from removal to restoration, hours
 * @param referrals referrals to the platform
 * @param known the list of known items
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
        double restoredShare,
        double restoredMeanHours,
        ReferralPlan referrals,
        KnownPlan known,
        Faults faults,
        Compression compression) {
    private static final long SAMPLE_SEED = 20190315L;
    private static final long SAMPLE_ITEMS = 3_000L;

    /** Checks the number of items and fixes the order of the maps. */
    public WorldSettings {
        if (items < 1) {
            throw new IllegalArgumentException(items + " items were asked for; expected at least 1");
        }
        languages = ordered(Language.class, languages);
        labels = ordered(Label.class, labels);
        hazards = ordered(Cause.class, hazards);
        labelFactors = ordered(Label.class, labelFactors);
    }

    /** Settings of a month of a mid-size world, for {@code ./tilik simulate}. */
    public static WorldSettings of(long seed, long items) {
        Period june = new Period(Instant.parse("2024-06-01T00:00:00Z"), Instant.parse("2024-07-01T00:00:00Z"));
        return new WorldSettings(
                seed,
                items,
                june,
                new Period(june.from(), Instant.parse("2024-06-29T00:00:00Z")),
                new Mix(0.15, 0.25, 0.57, 0.03),
                Map.of(Language.ID, 0.35, Language.EN, 0.35, Language.FR, 0.15, Language.AR, 0.15),
                Map.of(
                        Label.SUPPORTIVE, 0.5,
                        Label.REPORTING, 0.15,
                        Label.COUNTER_SPEECH, 0.15,
                        Label.NEUTRAL, 0.2),
                new CapturePlan(ArchiveStyle.ARCTIC_SHIFT, ArchiveStyle.PUSHSHIFT, 360, 96, 0.03, 0.02, 0.01),
                new RecheckPlan(0.85, List.of(0.5, 2.0, 12.0, 36.0, 72.0, 168.0, 336.0), 0.08, 0.02, 0.02, 0.15, 0.004),
                Map.of(
                        Cause.COMMUNITY_MOD, new Hazard(0.02, 0.40, 2.5, 0.30, 400),
                        Cause.PLATFORM, new Hazard(0.0, 0.30, 20, 0.35, 700),
                        Cause.AUTHOR, new Hazard(0.0, 0.05, 8, 0.30, 1500),
                        Cause.COPYRIGHT, new Hazard(0.0, 0.0, 1, 0.03, 200)),
                Map.of(
                        Label.SUPPORTIVE, 1.0,
                        Label.REPORTING, 0.3,
                        Label.COUNTER_SPEECH, 0.25,
                        Label.NEUTRAL, 0.05),
                0.05,
                40,
                new ReferralPlan(0.12, 10, 30, 0.6, 0.2),
                new KnownPlan(0.15, 12, 0.05, 6),
                Faults.each(0.001, 0.01),
                new Compression(3, 0));
    }

    /** Settings of the committed sample in {@code datasets/samples}. */
    public static WorldSettings sample() {
        return of(SAMPLE_SEED, SAMPLE_ITEMS).withCompression(new Compression(19, 0));
    }

    /** The same with other times of posting, all of them inside the study's window. */
    public WorldSettings withPeriod(Instant from, Instant until) {
        Period period = new Period(from, until);
        return copy(period, period, mix, languages, capture, rechecks, hazards, faults, compression);
    }

    /** The same with another study window. */
    public WorldSettings withWindow(Instant from, Instant until) {
        return copy(posted, new Period(from, until), mix, languages, capture, rechecks, hazards, faults, compression);
    }

    /** The same with other shares of forms. */
    public WorldSettings withMix(Mix other) {
        return copy(posted, window, other, languages, capture, rechecks, hazards, faults, compression);
    }

    /** The same with other languages. */
    public WorldSettings withLanguages(Map<Language, Double> other) {
        return copy(posted, window, mix, other, capture, rechecks, hazards, faults, compression);
    }

    /** The same with other archive looks. */
    public WorldSettings withCapture(CapturePlan other) {
        return copy(posted, window, mix, languages, other, rechecks, hazards, faults, compression);
    }

    /** The same with RS and RC files of these styles. */
    public WorldSettings withStyles(ArchiveStyle submissions, ArchiveStyle comments) {
        return withCapture(new CapturePlan(
                submissions,
                comments,
                capture.lateMeanHours(),
                capture.lateLeastHours(),
                capture.noSecondLook(),
                capture.secondCaptures(),
                capture.deletedAccounts()));
    }

    /** The same with other re-checks. */
    public WorldSettings withRechecks(RecheckPlan other) {
        return copy(posted, window, mix, languages, capture, other, hazards, faults, compression);
    }

    /** The same with other hazards. */
    public WorldSettings withHazards(Map<Cause, Hazard> other) {
        return copy(posted, window, mix, languages, capture, rechecks, other, faults, compression);
    }

    /** The same with other planted defects. */
    public WorldSettings withFaults(Faults other) {
        return copy(posted, window, mix, languages, capture, rechecks, hazards, other, compression);
    }

    /** The same with other compression. */
    public WorldSettings withCompression(Compression other) {
        return copy(posted, window, mix, languages, capture, rechecks, hazards, faults, other);
    }

    private WorldSettings copy(
            Period newPosted,
            Period newWindow,
            Mix newMix,
            Map<Language, Double> newLanguages,
            CapturePlan newCapture,
            RecheckPlan newRechecks,
            Map<Cause, Hazard> newHazards,
            Faults newFaults,
            Compression newCompression) {
        return new WorldSettings(
                seed,
                items,
                newPosted,
                newWindow,
                newMix,
                newLanguages,
                labels,
                newCapture,
                newRechecks,
                newHazards,
                labelFactors,
                restoredShare,
                restoredMeanHours,
                referrals,
                known,
                newFaults,
                newCompression);
    }

    private static <K extends Enum<K>, V> Map<K, V> ordered(Class<K> type, Map<K, V> map) {
        Map<K, V> copy = new EnumMap<>(type);
        copy.putAll(map);
        return Collections.unmodifiableMap(copy);
    }
}
