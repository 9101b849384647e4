// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.tilik.formats.Decoded;
import org.tilik.formats.DecoderSettings;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.RawRecord;
import org.tilik.formats.RecordDecoder;
import org.tilik.model.Event;
import org.tilik.model.Platform;
import org.tilik.model.Pseudonymiser;
import org.tilik.model.SourcePosition;
import org.tilik.model.table.CaptureRow;
import org.tilik.model.table.ItemRow;
import org.tilik.model.table.ObservationRow;
import org.tilik.model.table.PlaceLookRow;
import org.tilik.pipeline.sorted.SortKey;
import org.tilik.pipeline.study.Study;

/** Decodes records as ingest does, part by part, and merges them, without files and without Flink. */
final class MergedCaptures {
    static final Pseudonymiser PSEUDONYMISER = new Pseudonymiser(new byte[] {1, 2, 3});

    final List<ItemRow> items = new ArrayList<>();
    final List<ObservationRow> observations = new ArrayList<>();
    private final List<CaptureRow> events = new ArrayList<>();
    private final List<PlaceLookRow> looks = new ArrayList<>();

    /** Decodes one part of a file: the records from this number on. */
    void decode(
            DumpFormat format,
            String file,
            Instant capturedAt,
            boolean isComplete,
            long firstRecord,
            List<String> part) {
        RecordDecoder decoder = format.decoder(new DecoderSettings(null, capturedAt, new byte[0], 1));
        LookTally tally = new LookTally(file, isComplete);
        for (int i = 0; i < part.size(); i++) {
            byte[] bytes = part.get(i).getBytes(StandardCharsets.UTF_8);
            RawRecord record = new RawRecord(bytes, 0, bytes.length, new SourcePosition(file, "", firstRecord + i));
            Decoded decoded = decoder.decode(record);
            tally.take(decoded, format, record.source());
            if (decoded instanceof Decoded.Events found) {
                for (Event event : found.events()) {
                    events.add(CaptureRows.of(event.pseudonymised(PSEUDONYMISER)));
                }
            }
        }
        looks.addAll(tally.rows(PSEUDONYMISER));
    }

    /** Merges all that was decoded. */
    MergeTally merge() {
        PlaceLooks.Builder builder = new PlaceLooks.Builder();
        looks.stream()
                .sorted(Comparator.comparing(
                        row -> PlaceLooks.order(row, new SortKey()).toBytes(), Arrays::compareUnsigned))
                .forEach(builder::add);
        PlaceLooks placeLooks = builder.build();
        ItemMerge merge =
                new ItemMerge(Study.Window.ALL, false, "run", placeLooks, items::add, items::add, observations::add);
        events.stream()
                .sorted(Comparator.comparing(
                        row -> MergeOrder.of(row, new SortKey()).toBytes(), Arrays::compareUnsigned))
                .forEach(row -> merge.accept(row, false));
        return merge.finish().plus(placeLooks.counts());
    }

    /** What is observed of the item with this id. */
    List<ObservationRow> of(Platform platform, String itemId) {
        String key = PSEUDONYMISER.pseudonym(platform, itemId);
        return observations.stream().filter(row -> row.itemKey().equals(key)).toList();
    }

    /** Whether these are the same tables. */
    boolean isSameAs(MergedCaptures other) {
        return items.equals(other.items) && observations.equals(other.observations);
    }
}
