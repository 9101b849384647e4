// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tilik.formats.Decoded;
import org.tilik.formats.RawRecord;
import org.tilik.formats.RecordDecoder;
import org.tilik.formats.json.JsonTrees;
import org.tilik.formats.json.JsonValues;
import org.tilik.model.Event;
import org.tilik.model.IgnoreReason;

/**
 * Decodes what yt-dlp writes of a video ({@code info.json}) and pages of YouTube's Data API version 3: videos, found videos,
 * threads of comments, comments.
 *
 * <p>A page is one record, whose first item is its primary event. The API leaves out what is gone and does not repeat what
 * was asked for, so that nobody can see in a page what is missing from it; yt-dlp writes YouTube's words in its place.
 */
public final class YoutubeDecoder implements RecordDecoder {
    /** Before this nothing can be of YouTube. */
    static final Instant OPENED = Instant.parse("2005-02-14T00:00:00Z");

    private final JsonTrees trees = new JsonTrees("one video of yt-dlp, or one page of YouTube's interface");
    private final Instant capturedAt;

    /** A decoder for records that do not say when they were captured to be dated with this time, or null. */
    public YoutubeDecoder(Instant capturedAt) {
        this.capturedAt = capturedAt;
    }

    @Override
    public Decoded decode(RawRecord record) {
        JsonTrees.Read read = trees.read(record);
        if (read.fault() != null) {
            return read.fault();
        }
        String kind = JsonValues.text(read.tree().path("kind"));
        return kind != null && kind.startsWith("youtube#")
                ? page(read.tree(), record)
                : new VideoInfo(read.tree(), record.source(), capturedAt).decode();
    }

    private Decoded page(JsonNode page, RawRecord record) {
        JsonNode items = page.path("items");
        List<Event> events = new ArrayList<>();
        int number = 0;
        for (JsonNode item : items.isArray() ? items : List.of(page)) {
            number++;
            Decoded.Rejected fault = new ApiResource(record.source(), capturedAt, events).add(item);
            if (fault != null) {
                return items.isArray()
                        ? new Decoded.Rejected(fault.reason(), "Item " + number + " of the page: " + fault.detail())
                        : fault;
            }
        }
        return events.isEmpty() ? new Decoded.Ignored(IgnoreReason.NOT_AN_ITEM) : new Decoded.Events(events);
    }
}
