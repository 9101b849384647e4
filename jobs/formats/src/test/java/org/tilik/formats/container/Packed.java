// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.tilik.formats.ReadProblem;
import org.tilik.formats.RecordBlock;
import org.tilik.formats.RecordCut;

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
        try (RecordBlockReader reader = RecordBlockReader.open(file, "dump", cut, limits)) {
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

    private static byte[] pack(byte[] content, Packer packer) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = packer.open(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
