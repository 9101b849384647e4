// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.tilik.datasets.generate.Entry.Disposition;

/** The CSV files around the dumps: re-checks, referrals, and the list of known items. */
final class Lists implements Closeable {
    private static final List<String> CHANNELS = List.of("trusted_flagger", "referral_unit", "hotline");
    /** Channel of a fictional authority; what begins with order starts the clock of orders. */
    private static final String ORDERS = "order_fictional_authority";
    /** A country of the European Union, whose law gives an hour. */
    private static final String ORDERED_FROM = "FR";

    private static final List<String> JURISDICTIONS = List.of("FR", "ID", "NZ", "MA");
    private static final String SOURCE = "simulated list";

    private final WorldSettings settings;
    private final CsvFile rechecks;
    private final CsvFile referrals;
    private final CsvFile known;

    Lists(Path folder, WorldSettings settings, TruthSink truth) throws IOException {
        this.settings = settings;
        this.rechecks = new CsvFile(
                folder,
                World.RECHECKS,
                List.of("platform", "item_id", "checked_at", "status", "http_status", "actor"),
                truth);
        this.referrals = new CsvFile(
                folder,
                World.REFERRALS,
                List.of("platform", "item_id", "at", "channel", "jurisdiction", "decision"),
                truth);
        this.known = new CsvFile(folder, World.KNOWN, List.of("kind", "value", "label", "added_at", "source"), truth);
        for (int url = 0; url < settings.known().urls(); url++) {
            listed("url", Population.sharedUrl(url), urlAddedAt(url));
        }
    }

    /**
     * Whether the known list holds an item.
     *
     * @param by item, url or null
     * @param addedAt when it was listed, null when not listed or unknown
     */
    record Listing(String by, Instant addedAt) {
        static final Listing NONE = new Listing(null, null);
    }

    Tally rechecks() {
        return rechecks.tally();
    }

    Tally referrals() {
        return referrals.tally();
    }

    /** Writes the referral of an item, if any, and puts it on the known list, if drawn. */
    Listing write(Item item, Fates.Referral referral, Draws draws) throws IOException {
        if (referral != null) {
            String channel = referral.ordered() ? ORDERS : draws.pick(CHANNELS);
            String jurisdiction = referral.ordered() ? ORDERED_FROM : draws.pick(JURISDICTIONS);
            refer(item, referral.at(), channel, jurisdiction, "pending");
            if (referral.answeredAt() != Fate.NEVER) {
                refer(item, referral.answeredAt(), channel, jurisdiction, referral.decision());
            }
        }
        if (item.content().listedUrl() >= 0
                && item.content().listedUrl() < settings.known().urls()) {
            return new Listing("url", urlAddedAt(item.content().listedUrl()));
        }
        boolean drawn = draws.happens(settings.known().share());
        if (!drawn || item.content().label() != Label.SUPPORTIVE) {
            return Listing.NONE;
        }
        long delay = 60 + (long) draws.exponential(settings.known().delayMeanHours() * 3600);
        boolean undated = draws.happens(settings.known().undated());
        Instant addedAt = undated ? null : Instant.ofEpochSecond(item.postedSecond() + delay);
        listed("item", item.key(), addedAt);
        return new Listing("item", addedAt);
    }

    /** Shared addresses are listed one a day from the third day on. */
    private Instant urlAddedAt(int url) {
        return settings.posted().from().plusSeconds((2L + url) * 86_400);
    }

    private void listed(String kind, String value, Instant addedAt) throws IOException {
        String added = addedAt == null ? null : addedAt.toString();
        known.line(Arrays.asList(kind, value, Label.SUPPORTIVE.id(), added, SOURCE));
    }

    private void refer(Item item, long at, String channel, String jurisdiction, String decision) throws IOException {
        referrals.row(
                Entry.of("referral", item, Disposition.OBSERVATION),
                List.of(
                        item.form().site().id(),
                        item.fullId(),
                        Instant.ofEpochSecond(at).toString(),
                        channel,
                        jurisdiction,
                        decision));
    }

    /** Writes those of the looks that were re-checks, now and then twice, and plants bad rows. */
    void writeRechecks(Item item, List<Look> looks, Draws defects) throws IOException {
        for (Look look : looks) {
            if (look.source() != Look.Source.RECHECK) {
                continue;
            }
            List<String> row = Arrays.asList(
                    item.form().site().id(),
                    item.fullId(),
                    Times.instant(look.at()).toString(),
                    status(look),
                    Integer.toString(httpStatus(look)),
                    look.actor());
            Entry entry = Entry.of("recheck", item, Disposition.OBSERVATION);
            rechecks.row(entry, row);
            if (defects.happens(settings.faults().duplicates())) {
                rechecks.row(entry.again(), row);
            }
        }
        if (defects.happens(settings.faults().bad().getOrDefault(PlantedFault.MALFORMED_CSV, 0.0))) {
            Entry bad = Entry.rejected(item.form().site(), PlantedFault.MALFORMED_CSV);
            rechecks.row(bad, List.of(item.form().site().id(), item.fullId()));
        }
    }

    private static String status(Look look) {
        return switch (look.outcome()) {
            case ALIVE -> "alive";
            case GONE, ABSENT -> "gone";
            case BLOCKED -> "blocked";
            case FAILED -> "error";
        };
    }

    /** 410 and 451 say that the item is gone; a 404 only says that it was not found. */
    private static int httpStatus(Look look) {
        return switch (look.outcome()) {
            case ALIVE -> 200;
            case GONE -> look.actor().equals(Cause.COPYRIGHT.actor()) ? 451 : 410;
            case ABSENT -> 404;
            case BLOCKED -> look.at() / 1000 % 2 == 0 ? 403 : 429;
            case FAILED -> look.at() / 1000 % 2 == 0 ? 500 : 503;
        };
    }

    @Override
    public void close() throws IOException {
        try (rechecks;
                referrals) {
            known.close();
        }
    }
}
