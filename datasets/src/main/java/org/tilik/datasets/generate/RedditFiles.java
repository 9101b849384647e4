// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tilik.datasets.generate.Entry.Disposition;

/** Writes Reddit's items as its archives hold them, and tells the truth about them. */
final class RedditFiles implements Closeable {
    private final WorldSettings settings;
    private final TruthSink truth;
    private final Lists around;
    private final Watch watch;
    private final RedditRecords records = new RedditRecords();
    private final MonthlyDump submissions;
    private final MonthlyDump comments;

    RedditFiles(Path folder, WorldSettings settings, Lists around, List<Tally> dumps, TruthSink truth) {
        this.settings = settings;
        this.truth = truth;
        this.around = around;
        this.watch = new Watch(settings);
        this.submissions = new MonthlyDump(folder, "RS", settings.compression(), dumps, truth);
        this.comments = new MonthlyDump(folder, "RC", settings.compression(), dumps, truth);
    }

    /** Writes all there is to an item. */
    void write(Population population, Active posted) throws IOException {
        Item item = posted.item();
        Fate fate = posted.fate();
        boolean inWindow = settings.window().contains(item.postedSecond());
        MonthlyDump dump = item.form() == Form.COMMENT ? comments : submissions;
        dump.turnTo(item.postedSecond());
        String what = item.form() == Form.COMMENT ? "comment" : "submission";
        List<Capture> captures = watch.captures(item, fate, !inWindow, Aspect.CAPTURE.draws(settings, item.number()));
        Draws defects = Aspect.DEFECTS.draws(settings, item.number());
        ArchiveStyle style = settings.capture().style(item.form());

        byte[] first = records.json(records.fields(item, captures.get(0), fate, style), style);
        Entry entry = Entry.of(what, item, inWindow ? Disposition.ITEM : Disposition.OUTSIDE_WINDOW);
        dump.write(first, entry);
        for (Capture again : captures.subList(1, captures.size())) {
            byte[] line = records.json(records.fields(item, again, fate, style), style);
            dump.writeLater(line, Entry.of(what, item, Disposition.OBSERVATION), 1 + defects.below(20));
        }
        if (defects.happens(settings.faults().duplicates()) && inWindow) {
            dump.writeLater(first, entry.again(), 1 + defects.below(5));
        }
        plant(item, captures.get(0), dump, population, defects);

        Lists.Listing listing = inWindow
                ? around.write(item, posted.outcome().referral(), Aspect.LIST.draws(settings, item.number()))
                : Lists.Listing.NONE;
        if (inWindow) {
            List<Look> looks = watch.looks(item, fate, captures, Aspect.LOOKS.draws(settings, item.number()));
            around.writeRechecks(item, looks, defects);
            for (TruthEpisode episode :
                    ExpectedEpisodes.of(ExpectedEpisodes.Subject.of(item), item.postedAt(), looks)) {
                truth.episode(episode);
            }
        }
        TruthRows rows = new TruthRows(posted, inWindow, listing);
        truth.item(rows.item(
                "delivered", captures.get(0).at() * 1000, captures.get(0).hasText()));
    }

    private void plant(Item item, Capture capture, MonthlyDump dump, Population population, Draws defects)
            throws IOException {
        for (Map.Entry<PlantedFault, Double> entry : settings.faults().bad().entrySet()) {
            if (entry.getKey().occursIn(Site.REDDIT) && defects.happens(entry.getValue())) {
                String id = population.unusedId(item.form());
                ArchiveStyle style = settings.capture().style(item.form());
                byte[] line = BadRecords.line(entry.getKey(), records, item, id, capture, style);
                dump.write(line, Entry.rejected(Site.REDDIT, entry.getKey()));
            }
        }
    }

    /** Writes the records that were to come later. */
    void finish() throws IOException {
        submissions.finish();
        comments.finish();
    }

    @Override
    public void close() throws IOException {
        try (submissions) {
            comments.close();
        }
    }
}
