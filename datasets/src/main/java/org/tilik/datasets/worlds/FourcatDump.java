// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * 4chan as 4CAT gathers and exports it: posts with when their thread was last looked at and when a look first missed them, and
 * its table of these deletions. A first post comes before its replies.
 *
 * <p>4CAT hands the deletion of a first post on to its replies, since a board takes the thread away. In a world they live on,
 * so here they have what was known when the thread was last seen.
 */
final class FourcatDump implements WorldDump {
    private static final List<String> POSTS = List.of(
            "num",
            "resto",
            "board",
            "time",
            "author",
            "author_trip",
            "sub",
            "com",
            "scraped_on",
            "deleted_on",
            "archived_on");
    private static final List<String> DELETIONS = List.of("id_seq", "board", "id", "timestamp_deleted");

    @Override
    public String itemId(WorldItem item) {
        return BoardNames.itemId(item);
    }

    @Override
    public Optional<WorldItem.Kind> kind(WorldItem item) {
        return BoardNames.kind(item);
    }

    @Override
    public List<DumpFile> write(List<WorldItem> items, long watchedUntil, Path folder) throws IOException {
        List<WorldItem> byThread = new ArrayList<>(items);
        byThread.removeIf(item -> ThreadLooks.firstThatFound(item).isEmpty());
        byThread.sort(Comparator.comparingLong((WorldItem item) -> item.root().number())
                .thenComparingLong(WorldItem::number));
        try (RecordFile posts = new RecordFile(folder.resolve("posts.csv"));
                RecordFile deletions = new RecordFile(folder.resolve("posts_deleted.csv"))) {
            posts.write(POSTS);
            deletions.write(DELETIONS);
            for (WorldItem item : byThread) {
                OptionalLong missed = ThreadLooks.firstThatMissed(item);
                posts.write(row(item, missed));
                if (missed.isPresent()) {
                    deletions.write(List.of(
                            Long.toString(item.number()),
                            BoardNames.BOARD,
                            Long.toString(BoardNames.number(item)),
                            Long.toString(missed.getAsLong())));
                }
            }
        }
        return List.of(new DumpFile("posts.csv", "fourcat"), new DumpFile("posts_deleted.csv", "fourcat"));
    }

    private static List<String> row(WorldItem item, OptionalLong missed) {
        List<Long> looks = ThreadLooks.of(item);
        boolean opens = BoardNames.opens(item);
        return Arrays.asList(
                Long.toString(BoardNames.number(item)),
                Long.toString(opens ? 0 : BoardNames.number(item.root())),
                BoardNames.BOARD,
                Long.toString(item.postedAt()),
                "Anonymous",
                BoardNames.trip(item),
                null,
                BoardNames.words(item),
                opens ? Long.toString(looks.get(looks.size() - 1)) : null,
                missed.isPresent() ? Long.toString(missed.getAsLong()) : null,
                null);
    }
}
