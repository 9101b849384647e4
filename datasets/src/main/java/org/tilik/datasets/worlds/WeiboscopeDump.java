// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Weibo as Weiboscope kept it: posts with when they were last seen before a look missed them, and whether the platform
 * denied them. The look that missed one is not kept.
 */
final class WeiboscopeDump implements WorldDump {
    private static final List<String> HEADER = List.of(
            "mid",
            "retweeted_status_mid",
            "uid",
            "retweeted_uid",
            "source",
            "image",
            "text",
            "geo",
            "created_at",
            "deleted_last_seen",
            "permission_denied");
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.ofHours(8));
    private static final String NO_WORDS = "转发微博";

    @Override
    public String itemId(WorldItem item) {
        return "msim" + (1_000_000 + item.number());
    }

    @Override
    public Optional<WorldItem.Kind> kind(WorldItem item) {
        return item.kind() == WorldItem.Kind.REPLY ? Optional.empty() : Optional.of(item.kind());
    }

    @Override
    public List<DumpFile> write(List<WorldItem> items, long watchedUntil, Path folder) throws IOException {
        try (RecordFile rows = new RecordFile(folder.resolve("week23.csv"))) {
            rows.write(HEADER);
            for (WorldItem item : items) {
                if (item.isCollected()) {
                    rows.write(row(item));
                }
            }
        }
        return List.of(new DumpFile("week23.csv", "weiboscope", watchedUntil));
    }

    private List<String> row(WorldItem item) {
        boolean isMissed = item.looks().stream().anyMatch(look -> !item.visibleAt(look));
        String words = item.kind() == WorldItem.Kind.SHARE ? NO_WORDS : item.text();
        return Arrays.asList(
                itemId(item),
                item.about() == null ? null : itemId(item.about()),
                "u" + item.account(),
                item.about() == null ? null : "u" + item.about().account(),
                "web",
                "0",
                item.link() == null ? words : words + " " + item.link(),
                null,
                clock(item.postedAt()),
                isMissed ? clock(lastSeen(item)) : null,
                isMissed && item.end() != WorldItem.End.AUTHOR ? "TRUE" : null);
    }

    /** The last look that found it before the first that did not. */
    private static long lastSeen(WorldItem item) {
        List<Long> found = new ArrayList<>(List.of(item.capturedAt()));
        for (long look : item.looks()) {
            if (!item.visibleAt(look)) {
                break;
            }
            found.add(look);
        }
        return found.get(found.size() - 1);
    }

    private static String clock(long second) {
        return CLOCK.format(Instant.ofEpochSecond(second));
    }
}
