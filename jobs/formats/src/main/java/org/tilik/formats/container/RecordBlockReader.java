// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Optional;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.ReadProblem;
import org.tilik.formats.RecordBlock;
import org.tilik.formats.RecordCut;
import org.tilik.formats.Sniffed;
import org.tilik.model.RejectReason;

/**
 * Cuts one dump file, or a range of it, into blocks of raw records, whatever it is packed in.
 *
 * <p>A file is one text of records, or an archive of members. Members are told by their own first bytes: those of no
 * format that is read (or of another one than the study declares) are counted, not read. The same file always gives the
 * same blocks.
 *
 * <p>A record above {@link ReadLimits#maxRecordBytes()} is passed over without being held and becomes a problem. Where a
 * text ends too early, all whole records before are delivered and one problem follows; the cut record at the damaged
 * place is the one that this problem stands for. Then reading goes on with the next member, if the archive itself is
 * sound. A last record without a line feed at the sound end of a text is a record like any other.
 */
public final class RecordBlockReader implements Closeable {
    /** So many members that are no dumps are told of at once; a look at the first blocks of an archive comes to an end. */
    private static final int MOST_PASSED_OVER = 1000;

    private final Closeable opened;
    private final String file;
    private final Declaration declared;
    private final RawBytes raw;
    private final DumpWalk walk;
    private final RecordCutter cutter;
    private final MinuteFiles minutes = new MinuteFiles();

    private DumpWalk.Text text;
    private DumpFormat format;
    private long nextBlock;
    private long nonDumpMembers;
    private long contentBytes;
    private long records;
    private long problems;

    /**
     * What is known before the text is seen.
     *
     * @param format format of the texts, or null
     * @param cut how a text that is no member falls into records, or null where its content tells
     */
    private record Declaration(DumpFormat format, RecordCut cut) {}

    private RecordBlockReader(
            Closeable opened, String file, Declaration declared, RawBytes raw, DumpWalk walk, ReadLimits limits) {
        this.opened = opened;
        this.file = file;
        this.declared = declared;
        this.raw = raw;
        this.walk = walk;
        this.cutter = new RecordCutter(file, limits);
    }

    /**
     * Opens a dump by its content and reads it from its first byte to its last. The stream belongs to the reader from
     * here on.
     *
     * @param stream the bytes of the file as they lie on disk
     * @param file path relative to the study, for positions and messages
     * @param declared format that the study names, or null to tell each text by its first bytes
     * @throws IOException when the file cannot be read, or no long zstd window becomes free in time
     */
    public static RecordBlockReader open(InputStream stream, String file, DumpFormat declared, ReadLimits limits)
            throws IOException {
        return open(stream, file, new Declaration(declared, null), limits);
    }

    /**
     * Opens a list that is no dump, cut into records as stated. The stream belongs to the reader from here on.
     *
     * @throws IOException when the file cannot be read
     */
    public static RecordBlockReader open(InputStream stream, String file, RecordCut cut, ReadLimits limits)
            throws IOException {
        return open(stream, file, new Declaration(null, cut), limits);
    }

    private static RecordBlockReader open(InputStream stream, String file, Declaration declared, ReadLimits limits)
            throws IOException {
        try {
            RawInput input = new RawInput(stream);
            DumpWalk walk = DumpWalk.through(input, file, new Expansion(input::count, limits), limits);
            return new RecordBlockReader(stream, file, declared, new RawBytes.InOrder(input), walk, limits);
        } catch (IOException e) {
            stream.close();
            throw named(file, e);
        }
    }

    /**
     * Opens a range of a dump, as {@link DumpRanges} gives them. The channel belongs to the reader from here on.
     *
     * @param channel the bytes of the file as they lie on disk
     * @param range what of it to read
     * @param file path relative to the study, for positions and messages
     * @param declared format that the study names, or null to tell each text by its first bytes
     * @throws IOException when the file cannot be read, or no long zstd window becomes free in time
     */
    public static RecordBlockReader open(
            SeekableByteChannel channel, DumpRange range, String file, DumpFormat declared, ReadLimits limits)
            throws IOException {
        try {
            RawChannel bytes = new RawChannel(channel);
            Expansion expansion = new Expansion(bytes::count, limits);
            Optional<DumpWalk> walk = DumpRanges.walk(bytes, range, file, expansion, limits);
            if (walk.isEmpty()) {
                RawInput input = new RawInput(bytes.from(0));
                return new RecordBlockReader(
                        channel,
                        file,
                        new Declaration(declared, null),
                        new RawBytes.InOrder(input),
                        DumpWalk.through(input, file, expansion, limits),
                        limits);
            }
            return new RecordBlockReader(
                    channel,
                    file,
                    new Declaration(declared, null),
                    new RawBytes.HereAndThere(bytes, range),
                    walk.get(),
                    limits);
        } catch (IOException e) {
            channel.close();
            throw named(file, e);
        }
    }

    /** The next block, or empty when the file is done. */
    public Optional<RecordBlock> next() throws IOException {
        try {
            Optional<RecordBlock> block = advance();
            if (block.isPresent()) {
                nextBlock++;
                nonDumpMembers = 0;
                records += block.get().size();
                problems += block.get().problems().size();
            }
            return block;
        } catch (IOException e) {
            throw named(file, e);
        }
    }

    /** The header row of a CSV text once it was read, also where no record follows; else empty. */
    public byte[] header() {
        return cutter.header();
    }

    /** How the file is packed. */
    public Packing packing() {
        return walk.packing();
    }

    /** Bytes of the file read so far, as they lie on disk. */
    public long rawBytes() {
        return raw.count();
    }

    /** Reads what is left of the file for its hash and tells what it was; to be called once, after the last block. */
    public ReadSummary finish() throws IOException {
        String sha256 = raw.finish();
        return new ReadSummary(walk.packing(), raw.count(), sha256, contentBytes, records, problems, minutes.ranges());
    }

    @Override
    public void close() throws IOException {
        try {
            walk.close();
        } finally {
            opened.close();
        }
    }

    private Optional<RecordBlock> advance() throws IOException {
        while (true) {
            if (text != null) {
                Optional<RecordBlock> block = cutter.next(nextBlock, nonDumpMembers);
                if (block.isPresent()) {
                    return block;
                }
                endText();
            }
            DumpWalk.Found found = nonDumpMembers < MOST_PASSED_OVER ? walk.next() : null;
            if (found == null) {
                return nonDumpMembers == 0 ? Optional.empty() : Optional.of(block("", List.of()));
            }
            Optional<RecordBlock> refusal = begin(found);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
    }

    /** Makes the text found the current one, counts what is no dump; a block for what is a problem. */
    private Optional<RecordBlock> begin(DumpWalk.Found found) throws IOException {
        if (found instanceof DumpWalk.Text next) {
            return begin(next);
        }
        if (found instanceof DumpWalk.Refused refused) {
            return Optional.of(problem(refused.member(), refused.reason(), refused.detail()));
        }
        nonDumpMembers++;
        return Optional.empty();
    }

    private Optional<RecordBlock> begin(DumpWalk.Text next) throws IOException {
        cutter.begin(next);
        byte[] head = cutter.head();
        boolean isMember = walk.packing().holdsMembers();
        Optional<Sniffed> sniffed = recognised(head, isMember);
        if (sniffed.isPresent()) {
            text = next;
            format = sniffed.get().format();
            cutter.cutAs(format, sniffed.get().cut());
            return Optional.empty();
        }
        Damage damage = cutter.damage();
        if (damage != null) {
            walk.leave(damage);
            return Optional.of(problem(next.member(), damage.reason(), damage.getMessage()));
        }
        List<Sniffed> candidates = DumpFormat.candidates(head);
        if (candidates.size() > 1) {
            return Optional.of(problem(next.member(), RejectReason.UNSUPPORTED_RECORD, Sniffed.tie(candidates)));
        }
        if (isMember || ChecksumFile.of(head).isPresent()) {
            nonDumpMembers++;
            return Optional.empty();
        }
        return Optional.of(problem(
                "",
                RejectReason.UNSUPPORTED_RECORD,
                "The format of this file was not recognised. Name it in the study (format: …) if it is one that"
                        + " Tilik reads, or take the file out."));
    }

    private Optional<Sniffed> recognised(byte[] head, boolean isMember) {
        if (declared.cut() != null && !isMember) {
            return Optional.of(new Sniffed(null, declared.cut(), "the caller"));
        }
        if (declared.format() != null && !isMember) {
            return Optional.of(DumpFormat.declared(declared.format(), head));
        }
        List<Sniffed> candidates = DumpFormat.candidates(head);
        return candidates.stream()
                .filter(known ->
                        declared.format() == null ? candidates.size() == 1 : known.format() == declared.format())
                .findFirst();
    }

    private void endText() throws IOException {
        contentBytes += text.content().count();
        Damage damage = cutter.damage();
        if (damage != null) {
            walk.leave(damage);
        } else if (format != null && format.hasMinuteFiles()) {
            minutes.add(walk.packing().holdsMembers() ? text.member() : file);
        }
        text = null;
    }

    private RecordBlock problem(String member, RejectReason reason, String detail) {
        return block(member, List.of(new ReadProblem(reason, 1, 0, detail)));
    }

    private RecordBlock block(String member, List<ReadProblem> found) {
        return RecordBlock.without(file, member, nextBlock, found, nonDumpMembers);
    }

    private static IOException named(String file, IOException e) {
        return e instanceof RawFailure
                ? new IOException(file + " could not be read on: " + e.getMessage(), e.getCause())
                : e;
    }
}
