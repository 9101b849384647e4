// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tilik.datasets.worlds.WorldItem;
import org.tilik.datasets.worlds.WorldItem.End;
import org.tilik.datasets.worlds.WorldItem.Kind;

/**
 * A world that knows no platform: the items, edges, families, removals and restorations that the generator draws for
 * Twitter, in whole seconds, so that every format can state them. All of it is held in memory.
 */
public final class OneWorld {
    private static final long MOST_ITEMS = 200_000;
    private static final long LEAST_SECONDS = 60;
    private static final double CAPTURED_MEAN_HOURS = 1.0;
    private static final double LONGEST_CAPTURE_HOURS = 12.0;
    private static final double[] LOOK_HOURS = {16, 30, 72, 168};
    private static final double JITTER = 0.05;

    private final WorldSettings settings;
    private final Map<Long, WorldItem> byNumber = new HashMap<>();

    /** A world of this seed and number of items. */
    public OneWorld(long seed, long items) {
        if (items > MOST_ITEMS) {
            throw new IllegalArgumentException(
                    items + " items were asked for; a world in several formats is held in memory, so expected at most "
                            + MOST_ITEMS);
        }
        this.settings = WorldSettings.twitter(seed, items);
    }

    /** A world of these settings, on Twitter alone. */
    public OneWorld(WorldSettings settings) {
        this.settings = settings;
    }

    /** The second at which streams and looks end: a week after the last posting. */
    public long watchedUntil() {
        return settings.posted().until().plusSeconds(7 * 86_400).getEpochSecond();
    }

    /** The items in order of posting. */
    public List<WorldItem> items() {
        List<WorldItem> items = new ArrayList<>();
        Drawing drawing = new Drawing(settings, Active::close);
        try {
            for (long number = 0; number < settings.items(); number++) {
                Drawing.Drawn drawn = drawing.draw(number);
                WorldItem item = item(drawn.active());
                byNumber.put(number, item);
                items.add(item);
                if (drawn.active().item().form().isShare()) {
                    drawn.active().close();
                } else {
                    drawing.keep(drawn);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("A world was drawn that nobody writes, and yet a file failed", e);
        }
        return items;
    }

    private WorldItem item(Active drawn) {
        Item item = drawn.item();
        Fate fate = drawn.fate();
        long posted = item.postedSecond();
        // The next full second, so that what refers to it was posted before it went in seconds too.
        long gone = fate.goes() ? fate.goneAt() / 1000 + 1 : WorldItem.NEVER;
        long restored =
                fate.restoredAt() == Fate.NEVER ? WorldItem.NEVER : Math.max(gone + 1, fate.restoredAt() / 1000);
        Draws capture = Aspect.CAPTURE.draws(settings, item.number());
        double hours = Math.min(LONGEST_CAPTURE_HOURS, capture.exponential(CAPTURED_MEAN_HOURS));
        return new WorldItem(
                item.number(),
                kind(item.form()),
                item.parent() == null ? null : byNumber.get(item.parent().number()),
                item.author().number(),
                posted,
                gone,
                end(item, fate),
                restored,
                item.content().label().id(),
                item.content().language().code(),
                item.content().words(),
                item.form() == Form.TWEET ? item.url() : null,
                posted + LEAST_SECONDS + (long) (hours * 3600),
                looks(item));
    }

    private static Kind kind(Form form) {
        return switch (form) {
            case TWEET, LINK, TEXT -> Kind.POST;
            case ANSWER, COMMENT -> Kind.REPLY;
            case QUOTE -> Kind.QUOTE;
            case RETWEET, CROSSPOST -> Kind.SHARE;
        };
    }

    private static End end(Item item, Fate fate) {
        if (!fate.goes()) {
            return null;
        }
        return switch (fate.cause()) {
            case AUTHOR -> End.AUTHOR;
            case COMMUNITY_MOD, PLATFORM, COPYRIGHT -> End.PLATFORM;
            // A share goes with its original's account without its own being suspended.
            case SUSPENSION -> item.author().suspendedAt() == fate.goneAt() ? End.SUSPENSION : End.PLATFORM;
        };
    }

    private List<Long> looks(Item item) {
        Draws draws = Aspect.LOOKS.draws(settings, item.number());
        List<Long> looks = new ArrayList<>();
        for (double hours : LOOK_HOURS) {
            double moved = hours * (1 + JITTER * (2 * draws.uniform() - 1));
            looks.add(item.postedSecond() + (long) (moved * 3600));
        }
        return looks;
    }
}
