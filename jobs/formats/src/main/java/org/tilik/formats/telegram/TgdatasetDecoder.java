// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.tilik.formats.Decoded;
import org.tilik.formats.RawRecord;
import org.tilik.formats.RecordDecoder;
import org.tilik.formats.json.JsonTrees;
import org.tilik.formats.json.JsonValues;

/**
 * Decodes the messages of TGDataset (La Morgia, Mei, Mongardini 2023, doi:10.48550/arXiv.2303.05345). It states neither
 * when it captured them nor what became of them, nor views or replies; who forwarded from where and when, it does.
 */
public final class TgdatasetDecoder implements RecordDecoder {
    private final JsonTrees trees = new JsonTrees("one message with its channel");
    private final Instant capturedAt;

    /** A decoder for messages captured then; null where the study does not say. */
    public TgdatasetDecoder(Instant capturedAt) {
        this.capturedAt = capturedAt;
    }

    @Override
    public Decoded decode(RawRecord record) {
        JsonTrees.Read read = trees.read(record);
        if (read.fault() != null) {
            return read.fault();
        }
        JsonNode stated = read.tree().path("message");
        TelegramMessage message = new TelegramMessage();
        message.channel = JsonValues.id(read.tree().path("channel"));
        message.id = JsonValues.id(read.tree().path("id"));
        message.author = JsonValues.id(stated.path("author"));
        message.posted = JsonValues.seconds(stated.path("date")).orElse(null);
        message.captured = capturedAt;
        String words = JsonValues.text(stated.path("message"));
        message.text = words == null ? JsonValues.text(stated.path("title")) : words;
        message.forwarded = JsonValues.isTrue(stated.path("is_forwarded"));
        message.originChannel = JsonValues.id(stated.path("forwarded_from_id"));
        message.originPosted =
                JsonValues.seconds(stated.path("forwarded_message_date")).orElse(null);
        return message.decode(record.source());
    }
}
