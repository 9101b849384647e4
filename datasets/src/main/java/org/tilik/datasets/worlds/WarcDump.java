// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/**
 * A web archive of visits to the addresses of posts on Gab, every record in a gzip member of its own (WARC 1.0, ISO 28500),
 * beside the posts themselves. What its author deleted is not found; of what the platform took away the server says so.
 */
final class WarcDump implements WorldDump, Visit.Site {
    private final GabDump posts = new GabDump();

    @Override
    public String itemId(WorldItem item) {
        return posts.itemId(item);
    }

    @Override
    public Optional<WorldItem.Kind> kind(WorldItem item) {
        return posts.kind(item);
    }

    @Override
    public OptionalLong shownAt(WorldItem item) {
        return posts.shownAt(item);
    }

    @Override
    public String address(WorldItem item) {
        return GabDump.address(item);
    }

    @Override
    public Visit missed(WorldItem item, long at) {
        return item.end() == WorldItem.End.AUTHOR
                ? new Visit(address(item), at, 404, null, "not found")
                : new Visit(address(item), at, 410, null, "gone");
    }

    @Override
    public List<DumpFile> write(List<WorldItem> items, long watchedUntil, Path folder) throws IOException {
        try (OutputStream archive =
                new BufferedOutputStream(Files.newOutputStream(folder.resolve("sim-00000.warc.gz")))) {
            write(archive, "warcinfo", null, watchedUntil, "application/warc-fields", "software: sim\r\n");
            for (Visit visit : Visit.all(this, items)) {
                write(archive, "response", visit.url(), visit.at(), "application/http;msgtype=response", answer(visit));
            }
        }
        return List.of(posts.write(items, watchedUntil, folder).get(0), new DumpFile("sim-00000.warc.gz", "warc"));
    }

    private static String answer(Visit visit) {
        String page = "<html><body>" + visit.words() + "</body></html>";
        return "HTTP/1.1 " + visit.status() + " sim\r\n"
                + "Content-Type: text/html; charset=utf-8\r\n"
                + "Content-Length: " + page.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + page;
    }

    private static void write(
            OutputStream archive, String type, String url, long at, String contentType, String content)
            throws IOException {
        byte[] body = content.getBytes(StandardCharsets.UTF_8);
        String header = "WARC/1.0\r\n"
                + "WARC-Type: " + type + "\r\n"
                + (url == null ? "" : "WARC-Target-URI: " + url + "\r\n")
                + "WARC-Date: " + JsonRecords.iso(at) + "\r\n"
                // The same world gives the same bytes.
                + "WARC-Record-ID: <urn:uuid:"
                + UUID.nameUUIDFromBytes((type + url + at).getBytes(StandardCharsets.UTF_8))
                + ">\r\n"
                + "Content-Type: " + contentType + "\r\n"
                + "Content-Length: " + body.length + "\r\n\r\n";
        GZIPOutputStream member = new GZIPOutputStream(archive);
        member.write(header.getBytes(StandardCharsets.UTF_8));
        member.write(body);
        member.write("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        member.finish();
    }
}
