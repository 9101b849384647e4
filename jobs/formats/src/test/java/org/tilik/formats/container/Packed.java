// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.ReadProblem;
import org.tilik.formats.RecordBlock;
import org.tilik.formats.RecordCut;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Packs text as dumps are packed, and reads it back record by record. */
final class Packed {
    private Packed() {}

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** So many numbered lines that do not compress to nothing. */
    static String lines(int count) {
        Random random = new Random(20190315);
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            text.append("{\"n\":").append(i).append(",\"x\":\"").append(Long.toHexString(random.nextLong()));
            text.append("\"}\n");
        }
        return text.toString();
    }

    static byte[] gzip(byte[] content) {
        return pack(content, GZIPOutputStream::new);
    }

    static byte[] zstd(byte[] content) {
        return pack(content, ZstdOutputStreamNoFinalizer::new);
    }

    /**
     * A frame that asks for the 2 GiB window of the Reddit dumps. The Java binding does not write one, so the window
     * descriptor (RFC 8878, section 3.1.1.1.2) of an ordinary frame is raised to 2^31: exponent 21, mantissa 0.
     */
    static byte[] zstdWithLongWindow(byte[] content) {
        byte[] frame = zstd(content);
        frame[5] = (byte) (21 << 3);
        return frame;
    }

    /** Frames of so many bytes of text, each behind its size, as pzstd writes them. */
    static byte[] pzstd(byte[] content, int frameBytes) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] frame : frames(content, frameBytes)) {
            ByteBuffer size = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
            size.putInt(0x184D2A50).putInt(4).putInt(frame.length);
            all.writeBytes(size.array());
            all.writeBytes(frame);
        }
        return all.toByteArray();
    }

    /** Frames of so many bytes of text and the table of the seekable format at the end. */
    static byte[] seekableZstd(byte[] content, int frameBytes) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        List<byte[]> frames = frames(content, frameBytes);
        ByteBuffer table = ByteBuffer.allocate(8 + 8 * frames.size() + 9).order(ByteOrder.LITTLE_ENDIAN);
        table.putInt(0x184D2A5E).putInt(8 * frames.size() + 9);
        for (byte[] frame : frames) {
            all.writeBytes(frame);
            table.putInt(frame.length).putInt(frameBytes);
        }
        table.putInt(frames.size()).put((byte) 0).putInt(0x8F92EAB1);
        all.writeBytes(table.array());
        return all.toByteArray();
    }

    private static List<byte[]> frames(byte[] content, int frameBytes) {
        List<byte[]> frames = new ArrayList<>();
        for (int at = 0; at < content.length; at += frameBytes) {
            frames.add(zstd(Arrays.copyOfRange(content, at, Math.min(content.length, at + frameBytes))));
        }
        return frames;
    }

    static byte[] bzip2(byte[] content) {
        return pack(content, BZip2CompressorOutputStream::new);
    }

    static byte[] xz(byte[] content) {
        return pack(content, out -> new XZOutputStream(out, new LZMA2Options(1)));
    }

    /** A tar of these members (names and contents in turn) as GNU tar writes it. */
    static byte[] tar(Object... namesAndContents) {
        return pack(out -> {
            TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8");
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            for (int i = 0; i < namesAndContents.length; i += 2) {
                byte[] content = (byte[]) namesAndContents[i + 1];
                TarArchiveEntry entry = new TarArchiveEntry((String) namesAndContents[i], true);
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
            tar.close();
        });
    }

    /** A zip of these members (names and contents in turn). */
    static byte[] zip(Object... namesAndContents) {
        return pack(out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                zip.write((byte[]) namesAndContents[i + 1]);
                zip.closeEntry();
            }
            zip.close();
        });
    }

    /** A zip of these members (names and contents in turn), none of them compressed. */
    static byte[] storedZip(Object... namesAndContents) {
        return pack(out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            zip.setMethod(ZipOutputStream.STORED);
            for (int i = 0; i < namesAndContents.length; i += 2) {
                byte[] content = (byte[]) namesAndContents[i + 1];
                CRC32 crc = new CRC32();
                crc.update(content);
                ZipEntry entry = new ZipEntry((String) namesAndContents[i]);
                entry.setSize(content.length);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(content);
                zip.closeEntry();
            }
            zip.close();
        });
    }

    static int indexOf(byte[] bytes, String ascii) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(ascii);
    }

    static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<DumpRange> ranges(byte[] file, ReadLimits limits) {
        try {
            return DumpRanges.of(new SeekableInMemoryByteChannel(file), limits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** So many invented Reddit comments whose ids begin with this. */
    static byte[] comments(String prefix, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            text.append("{\"id\":\"")
                    .append(prefix)
                    .append(i)
                    .append("\",\"created_utc\":1717200000,\"body\":\"hello\",");
            text.append("\"link_id\":\"t3_sim\",\"author\":\"sim\"}\n");
        }
        return utf8(text.toString());
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static Content read(byte[] file, RecordCut cut, ReadLimits limits) {
        return read(new ByteArrayInputStream(file), cut, limits);
    }

    static Content read(InputStream file, RecordCut cut, ReadLimits limits) {
        try {
            return read(RecordBlockReader.open(file, "dump", cut, limits));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that a file gives that may be an archive and is read from any place. */
    static Content readDump(byte[] file, ReadLimits limits) {
        return readDump(file, DumpRange.whole(file.length), null, limits);
    }

    static Content readDump(byte[] file, DumpRange range, DumpFormat declared, ReadLimits limits) {
        try {
            return read(RecordBlockReader.open(new SeekableInMemoryByteChannel(file), range, "dump", declared, limits));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that a file gives that may be an archive and is read from its first byte to its last. */
    static Content streamDump(byte[] file, ReadLimits limits) {
        try {
            return read(RecordBlockReader.open(new ByteArrayInputStream(file), "dump", (DumpFormat) null, limits));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Content read(RecordBlockReader opened) {
        try (RecordBlockReader reader = opened) {
            List<RecordBlock> blocks = new ArrayList<>();
            for (RecordBlock block = reader.next().orElse(null);
                    block != null;
                    block = reader.next().orElse(null)) {
                blocks.add(block);
            }
            return new Content(blocks, reader.finish());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that a file gave. */
    record Content(List<RecordBlock> blocks, ReadSummary summary) {
        List<String> records() {
            List<String> records = new ArrayList<>();
            for (RecordBlock block : blocks) {
                for (int i = 0; i < block.size(); i++) {
                    int start = block.starts()[i];
                    records.add(new String(block.bytes(), start, block.ends()[i] - start, StandardCharsets.UTF_8));
                }
            }
            return records;
        }

        /** How many records each member gave, members without records left out. */
        Map<String, Integer> recordsByMember() {
            Map<String, Integer> counts = new TreeMap<>();
            blocks.stream()
                    .filter(block -> block.size() > 0)
                    .forEach(block -> counts.merge(block.member(), block.size(), Integer::sum));
            return counts;
        }

        /** Problems as "member: reason". */
        List<String> problemsByMember() {
            return blocks.stream()
                    .flatMap(block -> block.problems().stream()
                            .map(problem ->
                                    block.member() + ": " + problem.reason().id()))
                    .toList();
        }

        long nonDumpMembers() {
            return blocks.stream().mapToLong(RecordBlock::nonDumpMembers).sum();
        }

        List<ReadProblem> problems() {
            return blocks.stream().flatMap(block -> block.problems().stream()).toList();
        }

        /** Numbers of records and problems in the order in which they come. */
        List<Long> numbers() {
            List<Long> numbers = new ArrayList<>();
            for (RecordBlock block : blocks) {
                for (int i = 0; i < block.size(); i++) {
                    numbers.add(block.record(i).source().record());
                }
                block.problems().forEach(problem -> numbers.add(problem.record()));
            }
            return numbers;
        }
    }

    private interface Packer {
        OutputStream open(OutputStream out) throws IOException;
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static byte[] pack(byte[] content, Packer packer) {
        return pack(packed -> {
            try (OutputStream out = packer.open(packed)) {
                out.write(content);
            }
        });
    }

    private static byte[] pack(Writing writing) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try {
            writing.to(packed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
