// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.core.fs.Path;
import org.tilik.formats.Decoded;
import org.tilik.formats.DecoderSettings;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.RecordBlock;
import org.tilik.formats.RecordDecoder;
import org.tilik.formats.Sniffed;
import org.tilik.formats.container.DumpHead;
import org.tilik.formats.container.ReadLimits;
import org.tilik.formats.container.RecordBlockReader;
import org.tilik.model.Disposition;
import org.tilik.model.Event;
import org.tilik.model.IgnoreReason;
import org.tilik.model.LedgerEntry;
import org.tilik.model.Platform;
import org.tilik.model.RejectReason;
import org.tilik.pipeline.study.RunError;
import org.tilik.pipeline.study.StudyPaths;

/** Reads dump files as a study would, and tells what it finds. */
public final class FileInspector {
    private final DumpFormat declared;
    private final Platform platform;
    private final long mostRecords;
    private final int mostEvents;

    /**
     * An inspector.
     *
     * @param declared format that is given, or null to tell it by content
     * @param platform platform that is given, or null
     * @param mostRecords records to read of each file
     * @param mostEvents first events to show of each file
     */
    public FileInspector(DumpFormat declared, Platform platform, long mostRecords, int mostEvents) {
        this.declared = declared;
        this.platform = platform;
        this.mostRecords = mostRecords;
        this.mostEvents = mostEvents;
    }

    /**
     * What this file is.
     *
     * @throws RunError where it cannot be read, or its beginning is that of several formats
     */
    public FileInspection inspect(String file) {
        Path path = new Path(StudyPaths.absolute(file));
        try {
            long bytes = path.getFileSystem().getFileStatus(path).getLen();
            Optional<Sniffed> sniffed = sniff(file, path);
            try (RecordBlockReader reader =
                    RecordBlockReader.open(path.getFileSystem().open(path), file, declared, ReadLimits.configured())) {
                Tally tally = new Tally();
                Optional<RecordBlock> block = reader.next();
                while (block.isPresent() && tally.records < mostRecords) {
                    tally.take(block.get());
                    block = reader.next();
                }
                // A file may have a header and no record yet.
                sniffed.ifPresent(known -> tally.formats.add(known.format()));
                String recognisedBy = sniffed.map(Sniffed::reason).orElse(null);
                return tally.inspection(file, bytes, reader.packing().title(), recognisedBy, block.isEmpty());
            }
        } catch (IOException e) {
            throw RunError.study(file + " cannot be read (" + e.getMessage() + "). Check the path.", e);
        }
    }

    private Optional<Sniffed> sniff(String file, Path path) throws IOException {
        if (declared != null) {
            return Optional.empty();
        }
        try (InputStream raw = path.getFileSystem().open(path)) {
            List<Sniffed> candidates = DumpFormat.candidates(
                    DumpHead.read(raw, DumpHead.USUAL_BYTES).bytes());
            if (candidates.size() > 1) {
                throw RunError.study(file + ": " + Sniffed.tie(candidates) + " For this command: --format.");
            }
            return candidates.stream().findFirst();
        }
    }

    /** What was read so far. */
    private final class Tally {
        private final Set<DumpFormat> formats = EnumSet.noneOf(DumpFormat.class);
        private final Map<String, Long> primary = new TreeMap<>();
        private final Map<String, Long> derived = new TreeMap<>();
        private final Map<String, Long> ignored = new TreeMap<>();
        private final Map<String, Long> precision = new TreeMap<>();
        private final Map<String, FileInspection.RejectGroup> rejects = new TreeMap<>();
        private final List<FileInspection.FirstEvent> firstEvents = new ArrayList<>();
        private DumpFormat decodes;
        private byte[] header;
        private RecordDecoder decoder;
        private long records;
        private Instant first;
        private Instant last;

        void take(RecordBlock block) {
            records += block.size() + block.problems().size() + block.nonDumpMembers();
            if (block.nonDumpMembers() > 0) {
                ignored.merge(IgnoreReason.NON_DUMP_MEMBER.id(), block.nonDumpMembers(), Long::sum);
            }
            for (int i = 0; i < block.size(); i++) {
                formats.add(block.format());
                take(decoder(block).decode(block.record(i)), block.member(), block.firstRecord() + i);
            }
            block.problems()
                    .forEach(problem -> reject(problem.reason(), block.member(), problem.record(), problem.detail()));
        }

        private RecordDecoder decoder(RecordBlock block) {
            if (decodes != block.format() || !Arrays.equals(header, block.header())) {
                decodes = block.format();
                header = block.header();
                if (decodes.needsPlatform() && platform == null) {
                    throw RunError.study("The format " + decodes.id() + " serves several platforms. Add --platform with"
                            + " one of " + Platform.names() + ".");
                }
                decoder = decodes.decoder(new DecoderSettings(platform, null, header, 1));
            }
            return decoder;
        }

        private void take(Decoded decoded, String member, long record) {
            if (decoded instanceof Decoded.Events found) {
                found.events().forEach(this::take);
            } else if (decoded instanceof Decoded.Ledger found) {
                take(found.entry());
            } else if (decoded instanceof Decoded.Ignored left) {
                ignored.merge(left.reason().id(), 1L, Long::sum);
            } else if (decoded instanceof Decoded.Rejected rejected) {
                reject(rejected.reason(), member, record, rejected.detail());
            }
        }

        private void take(Event event) {
            (event.primary() ? primary : derived).merge(event.kind().name(), 1L, Long::sum);
            if (event.primary() && event.precision() != null) {
                precision.merge(event.precision().name(), 1L, Long::sum);
            }
            takeTime(event.timeLo());
            takeTime(event.timeHi());
            if (firstEvents.size() < mostEvents) {
                firstEvents.add(new FileInspection.FirstEvent(
                        event.kind().name(),
                        event.itemId(),
                        event.timeLo(),
                        event.timeHi(),
                        event.precision() == null ? null : event.precision().name(),
                        event.capturedAt(),
                        event.actor() == null ? null : event.actor().name(),
                        event.text() == null ? null : (Integer) event.text().length()));
            }
        }

        private void take(LedgerEntry entry) {
            primary.merge(Disposition.LEDGER.name(), 1L, Long::sum);
            if (entry.acted() != null) {
                takeTime(entry.acted().lo());
                takeTime(entry.acted().hi());
            }
        }

        private void takeTime(Instant time) {
            if (time != null) {
                first = first == null || time.isBefore(first) ? time : first;
                last = last == null || time.isAfter(last) ? time : last;
            }
        }

        private void reject(RejectReason reason, String member, long record, String detail) {
            rejects.merge(
                    reason.id(),
                    new FileInspection.RejectGroup(reason.id(), 1, member, record, detail),
                    (known, next) -> new FileInspection.RejectGroup(
                            known.reason(), known.count() + 1, known.member(), known.record(), known.detail()));
        }

        FileInspection inspection(String file, long bytes, String container, String recognisedBy, boolean isWhole) {
            return new FileInspection(
                    file,
                    bytes,
                    container,
                    formats.stream().map(DumpFormat::id).toList(),
                    recognisedBy,
                    isWhole,
                    records,
                    primary,
                    derived,
                    ignored,
                    List.copyOf(rejects.values()),
                    first,
                    last,
                    precision,
                    List.copyOf(firstEvents),
                    formats.stream().map(FileInspection.Notes::of).toList());
        }
    }
}
