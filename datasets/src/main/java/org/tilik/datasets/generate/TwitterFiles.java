// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tilik.datasets.generate.Entry.Disposition;
import org.tilik.datasets.worlds.Snowflake;

/**
 * Writes what the recorded stream delivers of Twitter's items and says of their removal, and tells the truth about
 * them. An item's own truth is told only when nothing can show it any more.
 */
final class TwitterFiles implements Closeable {
    private static final List<List<String>> COUNTRIES = List.of(List.of("FR"), List.of("DE", "FR"), List.of("ID"));

    private final WorldSettings settings;
    private final StreamPlan plan;
    private final TruthSink truth;
    private final Lists around;
    private final Watch watch;
    private final TwitterRecords records = new TwitterRecords();
    private final TwitterStream stream;
    private final Agenda agenda;
    private long onlyEmbedded;
    private long unmatched;

    TwitterFiles(Path folder, WorldSettings settings, Lists around, List<Tally> dumps, TruthSink truth)
            throws IOException {
        this.settings = settings;
        this.plan = settings.stream();
        this.truth = truth;
        this.around = around;
        this.watch = new Watch(settings);
        this.stream = new TwitterStream(folder, settings, records, dumps, truth);
        this.agenda = new Agenda(folder);
    }

    /** Number of items inside the window that the stream showed only inside others, as far as told. */
    long onlyEmbedded() {
        return onlyEmbedded;
    }

    /** Number of deletion notices inside the window about what the stream never showed. */
    long unmatched() {
        return unmatched + stream.staleInWindow();
    }

    private boolean inWindow(long ms) {
        return settings.window().contains(Math.floorDiv(ms, 1000));
    }

    /** Writes an item as it is posted, after what is due before. */
    void write(Population.Posting posting, Active posted) throws IOException {
        Item item = posting.item();
        long now = item.postedAt();
        agenda.takeUntil(now, this::announce);
        Draws defects = Aspect.DEFECTS.draws(settings, item.number());
        if (isDelivered(now)) {
            byte[] line = records.json(records.fields(item, posting.parent()));
            Entry entry = Entry.of("status", item, inWindow(now) ? Disposition.ITEM : Disposition.OUTSIDE_WINDOW);
            stream.write(now, line, entry);
            if (defects.happens(settings.faults().duplicates())) {
                stream.writeLater(line, entry.again(), 1 + defects.below(5));
            }
            see(posted, true, now);
            if (item.form() == Form.RETWEET || item.form() == Form.QUOTE) {
                see(posting.parent(), false, now);
            }
            Active quoted = item.form() == Form.RETWEET ? posting.parent().quotedAt(now) : null;
            if (quoted != null) {
                see(quoted, false, now);
            }
            plant(item, line, defects);
        }
        plan(posted);
    }

    /** Whether the stream delivers by itself what is posted at this millisecond. */
    private boolean isDelivered(long ms) {
        return plan.records(ms) && Snowflake.isSampled(ms, plan.sampling());
    }

    private void see(Active item, boolean topLevel, long now) throws IOException {
        if (item.sightings() != null) {
            item.sightings().add(now);
            return;
        }
        Draws draws = Aspect.LOOKS.draws(settings, item.item().number());
        boolean inWindow = inWindow(item.item().postedAt());
        List<Look> rechecks = inWindow ? watch.rechecks(item.item(), item.fate(), now, topLevel, draws) : List.of();
        item.seen(topLevel, now, rechecks, plan);
        around.writeRechecks(item.item(), rechecks, draws);
    }

    /** Puts on the agenda what the stream will say of the item later. */
    private void plan(Active posted) throws IOException {
        Item item = posted.item();
        long id = Long.parseLong(item.id());
        long userId = item.author().userId();
        if (noticeAt(posted) != Fate.NEVER) {
            agenda.add(new Agenda.Notice(posted.fate().goneAt(), id, userId, false));
        }
        Draws draws = Aspect.CAPTURE.draws(settings, item.number());
        boolean withheld = draws.happens(plan.withheld()) && item.content().label() == Label.SUPPORTIVE;
        long at = item.postedAt() + 1 + (long) draws.exponential(12 * 3_600_000);
        if (withheld
                && isDelivered(item.postedAt())
                && plan.records(at)
                && posted.fate().visibleAt(at)) {
            agenda.add(new Agenda.Notice(at, id, userId, true));
        }
    }

    /** When the stream says that the item was deleted, {@link Fate#NEVER} when it does not. */
    private long noticeAt(Active posted) {
        long goneAt = posted.fate().goneAt();
        boolean announced = Snowflake.isSampled(posted.item().postedAt(), plan.sampling()) && plan.records(goneAt);
        return announced ? goneAt : Fate.NEVER;
    }

    private void announce(Agenda.Notice notice) throws IOException {
        Object record = notice.withheld()
                ? records.withholding(
                        notice.id(),
                        notice.userId(),
                        COUNTRIES.get((int) (notice.id() % COUNTRIES.size())),
                        notice.at())
                : records.deletion(notice.id(), notice.userId(), notice.at());
        boolean inWindow = inWindow(Snowflake.milliseconds(notice.id()));
        stream.write(
                notice.at(),
                records.json(record),
                new Entry(
                        notice.withheld() ? "withholding" : "deletion",
                        Site.TWITTER,
                        Long.toString(notice.id()),
                        inWindow ? Disposition.OBSERVATION : Disposition.OUTSIDE_WINDOW,
                        null));
    }

    private void plant(Item item, byte[] line, Draws defects) throws IOException {
        for (Map.Entry<PlantedFault, Double> entry : settings.faults().bad().entrySet()) {
            PlantedFault fault = entry.getKey();
            boolean drawn = defects.happens(entry.getValue());
            // What shows another item would say something about that one.
            boolean alone = item.form() == Form.TWEET || item.form() == Form.ANSWER;
            if (drawn && alone && fault == PlantedFault.MALFORMED_JSON) {
                stream.cutOff(TwitterStream.beginningOf(line));
            } else if (drawn && alone && fault.occursIn(Site.TWITTER)) {
                stream.write(item.postedAt(), records.bad(fault, item), Entry.rejected(Site.TWITTER, fault));
            }
        }
    }

    /** Tells the truth about an item that nothing can show any more. */
    void forget(Active item) throws IOException {
        boolean inWindow = inWindow(item.item().postedAt());
        Lists.Listing listing = inWindow
                ? around.write(
                        item.item(),
                        item.outcome().referral(),
                        Aspect.LIST.draws(settings, item.item().number()))
                : Lists.Listing.NONE;
        TruthRows rows = new TruthRows(item, inWindow, listing);
        Sightings seen = item.sightings();
        if (seen == null) {
            unmatched += inWindow && noticeAt(item) != Fate.NEVER ? 1 : 0;
            truth.item(rows.item("never", Fate.NEVER, false));
            return;
        }
        if (inWindow) {
            onlyEmbedded += seen.topLevel() ? 0 : 1;
            List<Look> looks = seen.looks(noticeAt(item));
            ExpectedEpisodes.Subject subject = ExpectedEpisodes.Subject.of(item.item());
            List<TruthEpisode> episodes = seen.topLevel()
                    ? ExpectedEpisodes.ofNotified(subject, seen.first(), looks, plan)
                    : ExpectedEpisodes.ofEmbedded(subject, seen.first(), looks);
            for (TruthEpisode episode : episodes) {
                truth.episode(episode);
            }
        }
        boolean withText = !item.item().form().isShare();
        truth.item(rows.item(seen.topLevel() ? "delivered" : "embedded", seen.first(), withText));
    }

    /** Writes what is still due and the minutes that are left until the recording ended. */
    void finish() throws IOException {
        agenda.takeUntil(plan.covered().until().toEpochMilli(), this::announce);
        stream.finish();
    }

    @Override
    public void close() throws IOException {
        try (agenda) {
            stream.close();
        }
    }
}
