// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tilik.datasets.generate.Tally.Disposition;

/**
 * A fictional month on Reddit: writes the dump files, re-checks, referrals, known list and studies that an observer
 * would have, and tells a {@link TruthSink} what truly happened.
 *
 * <p>Items are written one by one in order of posting, so memory does not grow with their number. Every item draws
 * from streams of its own, so equal settings give byte-identical files.
 */
public final class World {
    static final String PLATFORM = "reddit";
    static final String RECHECKS = "rechecks.csv";
    static final String REFERRALS = "referrals.csv";
    static final String KNOWN = "known/items.csv";

    /** The independent streams of draws of one item. */
    private enum Aspect {
        ITEM(0),
        FATE(1),
        CAPTURE(2),
        LOOKS(3),
        DEFECTS(4),
        LIST(5);

        /** Room for two more aspects without moving the streams of these. */
        static final int STREAMS_PER_ITEM = 8;

        final int stream;

        Aspect(int stream) {
            this.stream = stream;
        }
    }

    private final WorldSettings settings;
    private final Fates fates;
    private final Watch watch;
    private final RedditRecords records = new RedditRecords();

    /** A world with these settings. */
    public World(WorldSettings settings) {
        this.settings = settings;
        this.fates = new Fates(settings);
        this.watch = new Watch(settings);
    }

    /** Writes all files into the folder, replacing those of the same names; the sink is not closed. */
    public void writeTo(Path folder, TruthSink truth) throws IOException {
        Files.createDirectories(folder);
        List<Tally> dumps = writeData(folder, truth);
        List<String> names = dumps.stream().map(Tally::file).toList();
        StudyFiles studies = new StudyFiles(settings, "simulated-" + settings.seed(), "", names, "study.key");
        Files.writeString(folder.resolve("study.yaml"), studies.trackingAll());
        Files.writeString(folder.resolve("study-known.yaml"), studies.trackingKnown());
        Files.writeString(
                folder.resolve("study.key"),
                "public key of simulated data, seed " + settings.seed() + ", never for real data\n",
                StandardCharsets.UTF_8);
    }

    /** Writes dumps and lists only; returns the tallies of the dump files in order of name. */
    List<Tally> writeData(Path folder, TruthSink truth) throws IOException {
        Population population = new Population(settings);
        List<Tally> dumps = new ArrayList<>();
        List<Tally> lists = new ArrayList<>();
        try (MonthlyDump submissions = new MonthlyDump(folder, "RS", settings.compression(), dumps);
                MonthlyDump comments = new MonthlyDump(folder, "RC", settings.compression(), dumps);
                Lists around = new Lists(folder, settings, truth)) {
            lists.add(around.rechecks());
            lists.add(around.referrals());
            for (long number = 0; number < settings.items(); number++) {
                Item item = population.item(number, draws(number, Aspect.ITEM));
                MonthlyDump dump = item.form() == Form.COMMENT ? comments : submissions;
                dump.turnTo(item.postedAt());
                write(item, dump, around, population, truth);
            }
        }
        dumps.sort((a, b) -> a.file().compareTo(b.file()));
        List<TruthCounts.FileCounts> counts = new ArrayList<>();
        dumps.forEach(tally -> counts.add(tally.counts()));
        lists.forEach(tally -> counts.add(tally.counts()));
        truth.finished(new TruthCounts(counts));
        return dumps;
    }

    private Draws draws(long number, Aspect aspect) {
        return Draws.of(settings.seed(), number * Aspect.STREAMS_PER_ITEM + aspect.stream);
    }

    private void write(Item item, MonthlyDump dump, Lists around, Population population, TruthSink truth)
            throws IOException {
        boolean inWindow = settings.window().contains(item.postedAt());
        Fates.Outcome outcome = fates.draw(item, draws(item.number(), Aspect.FATE));
        List<Capture> captures = watch.captures(item, outcome.fate(), !inWindow, draws(item.number(), Aspect.CAPTURE));
        Draws defects = draws(item.number(), Aspect.DEFECTS);
        ArchiveStyle style = settings.capture().style(item.form());

        byte[] first = records.json(records.fields(item, captures.get(0), outcome.fate(), style), style);
        dump.write(first, inWindow ? Disposition.ITEM : Disposition.OUTSIDE_WINDOW, null);
        for (Capture again : captures.subList(1, captures.size())) {
            byte[] line = records.json(records.fields(item, again, outcome.fate(), style), style);
            dump.writeLater(line, Disposition.OBSERVATION, 1 + defects.below(20));
        }
        if (defects.happens(settings.faults().duplicates()) && inWindow) {
            dump.writeLater(first, Disposition.DUPLICATE, 1 + defects.below(5));
        }
        plant(item, captures.get(0), dump, population, defects, truth);

        Lists.Listing listing = inWindow
                ? around.write(item, outcome.referral(), draws(item.number(), Aspect.LIST))
                : Lists.Listing.NONE;
        if (inWindow) {
            List<Look> looks = watch.looks(item, outcome.fate(), captures, draws(item.number(), Aspect.LOOKS));
            around.writeRechecks(item, looks, defects);
            for (TruthEpisode episode :
                    ExpectedEpisodes.of(item.fullId(), item.form().kind(), item.postedAt(), looks)) {
                truth.episode(episode);
            }
        }
        truth.item(truth(item, inWindow, outcome, captures.get(0), listing));
    }

    private void plant(
            Item item, Capture capture, MonthlyDump dump, Population population, Draws defects, TruthSink truth)
            throws IOException {
        for (Map.Entry<PlantedFault, Double> entry : settings.faults().bad().entrySet()) {
            if (entry.getKey() != PlantedFault.MALFORMED_CSV && defects.happens(entry.getValue())) {
                String id = population.unusedId(item.form());
                ArchiveStyle style = settings.capture().style(item.form());
                byte[] line = BadRecords.line(entry.getKey(), records, item, id, capture, style);
                long number =
                        dump.write(line, Disposition.REJECTED, entry.getKey().reason());
                truth.reject(new TruthReject(dump.file(), number, entry.getKey().reason()));
            }
        }
    }

    private static TruthItem truth(
            Item item, boolean inWindow, Fates.Outcome outcome, Capture capture, Lists.Listing listing) {
        Fate fate = outcome.fate();
        Fates.Referral referral = inWindow ? outcome.referral() : null;
        return new TruthItem(
                PLATFORM,
                item.fullId(),
                item.form().kind(),
                item.form().id(),
                item.language().code(),
                item.label().id(),
                Instant.ofEpochSecond(item.postedAt()),
                inWindow,
                instant(fate.goneAt()),
                fate.goes() ? fate.cause().id() : null,
                instant(fate.restoredAt()),
                Instant.ofEpochSecond(capture.at()),
                capture.hasText(),
                listing.by(),
                listing.addedAt(),
                referral == null ? null : Instant.ofEpochSecond(referral.at()),
                referral == null ? null : referral.decision());
    }

    private static Instant instant(long second) {
        return second == Fate.NEVER ? null : Instant.ofEpochSecond(second);
    }
}
