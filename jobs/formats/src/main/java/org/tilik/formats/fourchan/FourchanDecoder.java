// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.fourchan;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.tilik.formats.Decoded;
import org.tilik.formats.RawRecord;
import org.tilik.formats.RecordDecoder;
import org.tilik.formats.json.JsonTrees;
import org.tilik.formats.json.JsonValues;
import org.tilik.model.RejectReason;
import org.tilik.model.SourcePosition;

/**
 * Decodes posts of 4chan's interface, taken out of their threads or alone ({@link ThreadUnfolder}).
 *
 * <p>None of them alone tells of a removal: threads fall off their board, which is nobody's act, {@code archived_on} says that one
 * did, and {@code filedeleted} is about the attached file alone.
 */
public final class FourchanDecoder implements RecordDecoder {
    private final JsonTrees trees = new JsonTrees("one post of 4chan");
    private final BoardOfFile boards = new BoardOfFile();
    private final Instant capturedAt;

    /** A decoder for records captured then, where their threads do not say; null where the study does not say either. */
    public FourchanDecoder(Instant capturedAt) {
        this.capturedAt = capturedAt;
    }

    @Override
    public Decoded decode(RawRecord record) {
        JsonTrees.Read read = trees.read(record);
        if (read.fault() != null) {
            return read.fault();
        }
        JsonNode tree = read.tree();
        boolean isTakenOut = tree.has(ThreadUnfolder.POST)
                && tree.path(ThreadUnfolder.THREAD).isObject();
        JsonNode thread = isTakenOut ? tree.path(ThreadUnfolder.THREAD) : tree;
        JsonNode post = isTakenOut ? tree.path(ThreadUnfolder.POST) : tree;
        if (!post.isObject()) {
            return new Decoded.Rejected(
                    RejectReason.NOT_AN_OBJECT, "A post of the thread is no JSON object; expected one post of 4chan.");
        }
        String ofThread = Board.named(JsonValues.text(thread.path("board")));
        String board = ofThread == null ? boards.of(record.source()) : ofThread;
        String opener = JsonValues.id(tree.path(ThreadUnfolder.OPENER));
        return decoded(
                PostFields.of(post), new ChanPost.Surroundings(board, opener, captured(thread), true), record.source());
    }

    /** When the thread was fetched, as tools that keep whole threads note it beside the posts. */
    private Instant captured(JsonNode thread) {
        for (String name : List.of("scraped_on", "retrieved_on", "timestamp_scraped")) {
            Instant stated = JsonValues.seconds(thread.path(name)).orElse(null);
            if (stated != null) {
                return stated;
            }
        }
        return capturedAt;
    }

    static Decoded decoded(PostFields fields, ChanPost.Surroundings around, SourcePosition source) {
        ChanPost.Read read = ChanPost.of(fields, around, source);
        return read instanceof ChanPost.Found found
                ? new Decoded.Events(List.of(found.post().item().build()))
                : ((ChanPost.Fault) read).rejected();
    }
}
