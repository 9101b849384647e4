// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import org.tilik.formats.Decoded;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.RawRecord;
import org.tilik.formats.ReadProblem;
import org.tilik.formats.RecordBlock;
import org.tilik.formats.RecordDecoder;
import org.tilik.formats.container.DumpRange;
import org.tilik.formats.container.ReadSummary;
import org.tilik.model.Event;
import org.tilik.model.Pseudonymiser;
import org.tilik.model.RejectReason;
import org.tilik.model.table.LedgerEntryRow;
import org.tilik.model.table.PlaceLookRow;
import org.tilik.pipeline.ledger.LedgerEntries;
import org.tilik.pipeline.study.InputFile;
import org.tilik.pipeline.table.TableFile;

/**
 * Decodes the blocks of one part of one input into one file of events, pseudonymised before anything is written, and
 * keeps the tally of its records.
 */
final class DecodePart implements Closeable {
    private final InputFile input;
    private final Pseudonymiser pseudonymiser;
    private final CaptureFileWriter writer;
    private final AsideFileWriter<LedgerEntryRow> ledger;
    private final AsideFileWriter<PlaceLookRow> looks;
    private final LookTally looked;
    private final CaptureTally.Builder tally = new CaptureTally.Builder();
    private RecordDecoder decoder;
    private DumpFormat format;
    private byte[] header;

    DecodePart(
            InputFile input,
            Pseudonymiser pseudonymiser,
            CaptureFileWriter writer,
            AsideFileWriter<LedgerEntryRow> ledger,
            AsideFileWriter<PlaceLookRow> looks) {
        this.input = input;
        this.pseudonymiser = pseudonymiser;
        this.writer = writer;
        this.ledger = ledger;
        this.looks = looks;
        this.looked = new LookTally(input.name(), input.isComplete());
    }

    void decode(RecordBlock block) throws IOException {
        tally.pass(block.nonDumpMembers());
        for (int i = 0; i < block.size(); i++) {
            decode(block, block.record(i), block.baseOffset() + block.starts()[i]);
        }
        for (ReadProblem problem : block.problems()) {
            tally.read();
            tally.reject(block.member(), problem);
            looked.untold(block.member());
        }
    }

    private void decode(RecordBlock block, RawRecord raw, long offset) throws IOException {
        tally.read();
        Decoded decoded = decoder(block).decode(raw);
        looked.take(decoded, block.format(), raw.source());
        if (decoded instanceof Decoded.Events events) {
            for (Event event : events.events()) {
                writer.write(CaptureRows.of(event.pseudonymised(pseudonymiser)));
                if (event.primary() && event.notified()) {
                    tally.pushed(event);
                }
            }
        } else if (decoded instanceof Decoded.Ledger found) {
            ledger.write(LedgerEntries.row(found.entry(), pseudonymiser));
        } else if (decoded instanceof Decoded.Ignored ignored) {
            tally.ignore(ignored.reason());
        } else if (decoded instanceof Decoded.Rejected rejected) {
            reject(block, raw, offset, rejected.reason(), rejected.detail());
        }
    }

    private void reject(RecordBlock block, RawRecord raw, long offset, RejectReason reason, String detail) {
        tally.reject(block.member(), reason, raw.source().record(), offset, detail);
    }

    private RecordDecoder decoder(RecordBlock block) {
        if (format != block.format() || !Arrays.equals(header, block.header())) {
            format = block.format();
            header = block.header();
            decoder = format.decoder(input.settings(format, header));
        }
        return decoder;
    }

    private TableFile finishLooks() throws IOException {
        for (PlaceLookRow row : looked.rows(pseudonymiser)) {
            looks.write(row);
        }
        return looks.finish();
    }

    CapturePart finish(DumpChunk last) throws IOException {
        ReadSummary end = last.end();
        CaptureTally counted = tally.build();
        return new CapturePart(
                CapturedFile.of(input),
                last.range(),
                last.part(),
                end != null,
                writer.finish(),
                ledger.finish(),
                finishLooks(),
                end == null ? counted : counted.withMinutes(end.minutes()),
                end == null ? null : end.sha256(),
                end == null ? null : end.packing());
    }

    /**
     * Ends a part of a topic.
     *
     * @param bytes size of its messages
     * @param checkpoint id of the checkpoint that it ends with
     */
    CapturePart finish(long bytes, long checkpoint) throws IOException {
        return new CapturePart(
                CapturedFile.of(input),
                DumpRange.whole(bytes),
                checkpoint,
                false,
                writer.finish(),
                ledger.finish(),
                finishLooks(),
                tally.build(),
                null,
                null);
    }

    @Override
    public void close() throws IOException {
        try (ledger;
                looks) {
            writer.close();
        }
    }
}
