// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 4chan's threads as its interface hands them out, one a line, each as often as it was looked at; what a look misses is not named. */
final class FourchanDump implements WorldDump {
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
        Map<WorldItem, List<WorldItem>> threads = new LinkedHashMap<>();
        items.forEach(item ->
                threads.computeIfAbsent(item.root(), root -> new ArrayList<>()).add(item));
        Timed captures = new Timed(Long.MAX_VALUE);
        threads.forEach((opener, posts) ->
                ThreadLooks.of(opener).forEach(look -> captures.add(look, thread(posts, look))));
        RecordFile.write(folder.resolve("threads.ndjson.zst"), captures.inOrder());
        return List.of(new DumpFile("threads.ndjson.zst", "fourchan"));
    }

    private static ObjectNode thread(List<WorldItem> items, long look) {
        ObjectNode thread = JsonRecords.object().put("board", BoardNames.BOARD).put("scraped_on", look);
        ArrayNode posts = thread.putArray("posts");
        items.stream().filter(item -> item.visibleAt(look)).forEach(item -> posts.add(post(item)));
        ((ObjectNode) posts.get(0)).put("replies", posts.size() - 1);
        return thread;
    }

    private static ObjectNode post(WorldItem item) {
        ObjectNode post = JsonRecords.object().put("no", BoardNames.number(item));
        post.put("resto", BoardNames.opens(item) ? 0 : BoardNames.number(item.root()));
        post.put("time", item.postedAt()).put("name", "Anonymous").put("trip", BoardNames.trip(item));
        return post.put("com", html(BoardNames.words(item)));
    }

    private static String html(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replaceAll(">>([0-9]+)\n", "<a href=\"#p$1\" class=\"quotelink\">&gt;&gt;$1</a><br>");
    }
}
