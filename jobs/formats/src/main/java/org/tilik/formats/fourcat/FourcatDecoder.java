// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.fourcat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tilik.formats.Decoded;
import org.tilik.formats.DecoderSettings;
import org.tilik.formats.RawRecord;
import org.tilik.formats.RecordDecoder;
import org.tilik.formats.fourchan.BoardOfFile;
import org.tilik.formats.fourchan.ChanPost;
import org.tilik.formats.fourchan.PostFields;
import org.tilik.formats.json.JsonTrees;
import org.tilik.formats.json.JsonValues;
import org.tilik.formats.json.RecordFault;
import org.tilik.model.Platform;
import org.tilik.model.RejectReason;
import org.tilik.model.SourcePosition;

/**
 * Decodes rows of 4CAT: exports of its 4chan posts and its table of their deletions, which name their platform by their
 * columns, and results in its common columns, whose platform the study must declare.
 */
public final class FourcatDecoder implements RecordDecoder {
    private final JsonTrees trees = new JsonTrees("one row of 4CAT");
    private final BoardOfFile boards = new BoardOfFile();
    private final Platform platform;
    private final Instant capturedAt;

    /** A decoder for rows of the declared platform. */
    public FourcatDecoder(DecoderSettings settings) {
        this.platform = settings.platform();
        this.capturedAt = settings.capturedAt();
    }

    @Override
    public Decoded decode(RawRecord record) {
        JsonTrees.Read read = trees.read(record);
        if (read.fault() != null) {
            return read.fault();
        }
        Optional<Decoded.Rejected> fault = RecordFault.of(read.tree());
        if (fault.isPresent()) {
            return fault.get();
        }
        JsonNode row = read.tree();
        PostFields fields = PostFields.of(row);
        boolean isOfChan = row.has("timestamp_deleted") || (row.has("num") && row.has("resto"));
        if (isOfChan && platform != null && platform != Platform.FOURCHAN) {
            return new Decoded.Rejected(
                    RejectReason.UNSUPPORTED_RECORD,
                    "The row is about fourchan but the study declares this input to be about " + platform.id() + ".");
        }
        if (row.has("timestamp_deleted")) {
            return ChanExport.deletion(fields, boards.of(record.source()), record.source());
        }
        return isOfChan
                ? ChanExport.post(fields, boards.of(record.source()), record.source())
                : result(row, fields, record.source());
    }

    private Decoded result(JsonNode row, PostFields fields, SourcePosition source) {
        if (platform == null) {
            return new Decoded.Rejected(
                    RejectReason.UNSUPPORTED_RECORD,
                    "Nothing in the row says of which platform it is. Add platform: to the input with one of "
                            + Platform.names() + ".");
        }
        Instant collected = JsonValues.seconds(JsonValues.at(row, "4CAT_metadata", "collected_at"))
                .or(() -> JsonValues.millis(JsonValues.at(row, "__import_meta", "timestamp_collected")))
                .orElse(capturedAt);
        return platform == Platform.FOURCHAN
                ? chanResult(fields, collected, source)
                : MappedPost.post(platform, fields, collected, source);
    }

    /** Among 4CAT's common columns {@code id} is the number of the post, which 4chan's interface calls {@code no}. */
    private Decoded chanResult(PostFields fields, Instant collected, SourcePosition source) {
        PostFields ofInterface = name -> switch (name) {
            case "no" -> fields.get("id");
            case "id" -> null;
            case "datetime" ->
                MappedPost.time(fields.get("timestamp")).map(Instant::toString).orElse(null);
            case "timestamp" -> null;
            default -> fields.get(name);
        };
        var around = new ChanPost.Surroundings(boards.of(source), null, collected, false);
        ChanPost.Read read = ChanPost.of(ofInterface, around, source);
        return read instanceof ChanPost.Found found
                ? new Decoded.Events(List.of(found.post().item().build()))
                : ((ChanPost.Fault) read).rejected();
    }
}
