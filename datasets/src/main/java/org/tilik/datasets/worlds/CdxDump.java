// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The index of a web archive that visited the addresses of tweets, beside the pages that tell of the tweets themselves. What
 * its author or Twitter deleted is not found; what went with its account leads to the page that says so.
 */
final class CdxDump implements WorldDump, Visit.Site {
    private final TwitterV2Dump tweets = new TwitterV2Dump();

    @Override
    public String itemId(WorldItem item) {
        return tweets.itemId(item);
    }

    @Override
    public Optional<WorldItem.Kind> kind(WorldItem item) {
        return tweets.kind(item);
    }

    @Override
    public OptionalLong shownAt(WorldItem item) {
        return tweets.shownAt(item);
    }

    @Override
    public String address(WorldItem item) {
        return "https://twitter.com/sim_" + item.account() + "/status/" + itemId(item);
    }

    @Override
    public Visit missed(WorldItem item, long at) {
        return item.end() == WorldItem.End.SUSPENSION
                ? new Visit(address(item), at, 302, "https://twitter.com/account/suspended", "")
                : new Visit(address(item), at, 404, null, "not found");
    }

    @Override
    public List<DumpFile> write(List<WorldItem> items, long watchedUntil, Path folder) throws IOException {
        List<String> lines = new ArrayList<>(List.of(" CDX N b a m s k r M S V g"));
        for (Visit visit : Visit.all(this, items)) {
            lines.add(String.join(
                    " ",
                    visit.url().toLowerCase(Locale.ROOT).replace("https://twitter.com", "com,twitter)"),
                    JsonRecords.digits(visit.at()),
                    visit.url(),
                    "text/html",
                    Integer.toString(visit.status()),
                    "-",
                    visit.location() == null ? "-" : visit.location(),
                    "-",
                    "512",
                    Integer.toString(lines.size() * 512),
                    "sim-00000.warc.gz"));
        }
        RecordFile.writeLines(folder.resolve("index.cdx.gz"), lines);
        return List.of(tweets.writePages(items, folder), new DumpFile("index.cdx.gz", "cdx"));
    }
}
