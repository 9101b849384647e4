// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes the dumps and lists of one world, item by item in order of posting. */
final class WorldWriter implements Closeable {
    private final WorldSettings settings;
    private final TruthSink truth;
    private final Drawing drawing;
    private final List<Tally> dumps = new ArrayList<>();
    private final Lists around;
    private final RedditFiles reddit;
    private final TwitterFiles twitter;

    /** Nothing is written yet. */
    WorldWriter(Path folder, WorldSettings settings, TruthSink truth) throws IOException {
        this.settings = settings;
        this.truth = truth;
        this.drawing = new Drawing(settings, this::forget);
        this.around = new Lists(folder, settings, truth);
        this.reddit = new RedditFiles(folder, settings, around, dumps, truth);
        this.twitter = settings.twitterShare() > 0 ? new TwitterFiles(folder, settings, around, dumps, truth) : null;
    }

    /** Writes everything; returns the tallies of the dump files in order of name. */
    List<Tally> write() throws IOException {
        for (long number = 0; number < settings.items(); number++) {
            writeItem(number);
        }
        drawing.finish();
        reddit.finish();
        if (twitter != null) {
            twitter.finish();
        }
        dumps.sort(Comparator.comparing(Tally::file));
        List<TruthCounts.FileCounts> counts = new ArrayList<>();
        dumps.forEach(tally -> counts.add(tally.counts()));
        counts.add(around.rechecks().counts());
        counts.add(around.referrals().counts());
        truth.finished(new TruthCounts(
                counts, twitter == null ? 0 : twitter.onlyEmbedded(), twitter == null ? 0 : twitter.unmatched()));
        return dumps;
    }

    private void writeItem(long number) throws IOException {
        Drawing.Drawn drawn = drawing.draw(number);
        Active posted = drawn.active();
        Form form = posted.item().form();
        if (form.site() == Site.REDDIT) {
            reddit.write(drawing.population(), posted);
        } else {
            twitter.write(drawn.posting(), posted);
        }
        if (form.isShare()) {
            forget(posted);
        } else {
            drawing.keep(drawn);
        }
    }

    /** Nothing will refer to this item any more. */
    private void forget(Active item) throws IOException {
        item.close();
        if (item.item().form().site() == Site.TWITTER) {
            twitter.forget(item);
        }
        if (item.cascade().closeOne() && item.cascade().size() > 1) {
            truth.cascade(item.cascade().truth());
        }
        if (item.family().closeOne() && item.family().members() > 1) {
            truth.family(item.family().truth());
        }
    }

    @Override
    public void close() throws IOException {
        try (around;
                reddit) {
            if (twitter != null) {
                twitter.close();
            }
        }
    }
}
