// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tilik.formats.container.ReadLimits;
import org.tilik.formats.container.RecordBlockReader;
import org.tilik.model.Event;
import org.tilik.model.IgnoreReason;
import org.tilik.model.LedgerEntry;
import org.tilik.model.Platform;
import org.tilik.model.RejectReason;

/**
 * What whole dumps come to, read as a study reads them.
 *
 * @param format of the first records; null where there are none
 * @param records number of records, problems not counted
 * @param events all events in order
 * @param ledger all entries of ledgers in order
 * @param ignored why records were left out
 * @param rejects why records or texts could not be used
 */
public record DumpReading(
        DumpFormat format,
        long records,
        List<Event> events,
        List<LedgerEntry> ledger,
        List<IgnoreReason> ignored,
        List<RejectReason> rejects) {

    /** Reads a dump of a format that its content tells, without anything declared. */
    public static DumpReading of(InputStream in) throws IOException {
        return of(in, null, null);
    }

    /** Reads a text likewise. */
    public static DumpReading of(String text) throws IOException {
        return of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Reads a dump of which the study declares format and platform; null for what it does not. */
    public static DumpReading of(InputStream in, DumpFormat declared, Platform platform) throws IOException {
        DumpFormat format = null;
        long records = 0;
        List<Event> events = new ArrayList<>();
        List<LedgerEntry> ledger = new ArrayList<>();
        List<IgnoreReason> ignored = new ArrayList<>();
        List<RejectReason> rejects = new ArrayList<>();
        try (RecordBlockReader reader = RecordBlockReader.open(in, "dump", declared, ReadLimits.DEFAULT)) {
            for (RecordBlock block = reader.next().orElse(null);
                    block != null;
                    block = reader.next().orElse(null)) {
                block.problems().forEach(problem -> rejects.add(problem.reason()));
                if (block.size() > 0) {
                    format = format == null ? block.format() : format;
                    records += block.size();
                    RecordDecoder decoder =
                            block.format().decoder(new DecoderSettings(platform, null, block.header(), 1));
                    for (int i = 0; i < block.size(); i++) {
                        Decoded decoded = decoder.decode(block.record(i));
                        if (decoded instanceof Decoded.Events found) {
                            events.addAll(found.events());
                        } else if (decoded instanceof Decoded.Ledger found) {
                            ledger.add(found.entry());
                        } else if (decoded instanceof Decoded.Ignored left) {
                            ignored.add(left.reason());
                        } else if (decoded instanceof Decoded.Rejected rejected) {
                            rejects.add(rejected.reason());
                        }
                    }
                }
            }
        }
        return new DumpReading(format, records, events, ledger, ignored, rejects);
    }

    /** The events that decide what became of their record. */
    public List<Event> primary() {
        return events.stream().filter(Event::primary).toList();
    }
}
