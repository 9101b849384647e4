// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tilik.formats.RecordBlock;
import org.tilik.formats.RecordCut;
import org.tilik.model.RejectReason;

class RecordBlockReaderTest {
    private static final ReadLimits SMALL =
            ReadLimits.DEFAULT.withBlockBytes(1024).withMaxRecordBytes(4096);

    @Test
    void readsPlainGzipAndZstdByContent() {
        byte[] text = Packed.utf8(Packed.lines(500));
        List<String> expected = Arrays.asList(Packed.lines(500).split("\n"));
        assertThat(Packed.read(text, RecordCut.NDJSON, SMALL).records()).isEqualTo(expected);
        assertThat(Packed.read(Packed.gzip(text), RecordCut.NDJSON, SMALL).records())
                .isEqualTo(expected);
        assertThat(Packed.read(Packed.zstd(text), RecordCut.NDJSON, SMALL).records())
                .isEqualTo(expected);
    }

    @Test
    void readsAllMembersOfGzipAndAllFramesOfZstd() {
        byte[] skippable = {0x50, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 'a', 'b', 'c'};
        byte[] first = Packed.utf8("one\ntw");
        byte[] second = Packed.utf8("o\nthree\n");
        assertThat(Packed.read(
                                Packed.concat(Packed.gzip(first), Packed.gzip(new byte[0]), Packed.gzip(second)),
                                RecordCut.NDJSON,
                                SMALL)
                        .records())
                .containsExactly("one", "two", "three");
        assertThat(Packed.read(
                                Packed.concat(skippable, Packed.zstd(first), skippable, Packed.zstd(second)),
                                RecordCut.NDJSON,
                                SMALL)
                        .records())
                .containsExactly("one", "two", "three");
    }

    @Test
    void readsGzipHeadersWithNameCommentExtraAndChecksum() {
        byte[] plain = Packed.gzip(Packed.utf8("one\n"));
        byte[] decorated = Packed.concat(
                new byte[] {0x1F, (byte) 0x8B, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 0},
                new byte[] {3, 0, 'e', 'x', 't'},
                Packed.utf8("name.json\0comment\0"),
                new byte[] {0, 0},
                Arrays.copyOfRange(plain, 10, plain.length));
        assertThat(Packed.read(Packed.concat(plain, decorated), RecordCut.NDJSON, SMALL)
                        .records())
                .containsExactly("one", "one");
    }

    @Test
    void readsTheTwoGibibyteWindowOfRedditDumps() {
        byte[] file = Packed.zstdWithLongWindow(Packed.utf8(Packed.lines(2000)));
        assertThat(ZstdWindow.bytes(file, file.length)).isEqualTo(1L << 31);
        Packed.Content content = Packed.read(file, RecordCut.NDJSON, SMALL);
        assertThat(content.records()).hasSize(2000);
        assertThat(content.problems()).isEmpty();
        assertThat(LongWindows.open()).isZero();
    }

    @Test
    void blankLinesCarriageReturnsAndTheByteOrderMarkAreNoPartOfRecords() {
        String text = "\uFEFFone\r\n\r\n  \n\ntwo\n\t\r\nthree";
        Packed.Content content = Packed.read(Packed.utf8(text), RecordCut.NDJSON, SMALL);
        assertThat(content.records()).containsExactly("one", "two", "three");
        assertThat(content.numbers()).containsExactly(1L, 2L, 3L);
        assertThat(Packed.read(Packed.gzip(Packed.utf8(text)), RecordCut.NDJSON, SMALL)
                        .records())
                .containsExactly("one", "two", "three");
    }

    @Test
    void anEmptyFileGivesNoBlocksAndNoProblems() {
        Packed.Content content = Packed.read(new byte[0], RecordCut.NDJSON, SMALL);
        assertThat(content.blocks()).isEmpty();
        assertThat(content.summary().rawBytes()).isZero();
        assertThat(Packed.read(Packed.gzip(new byte[0]), RecordCut.NDJSON, SMALL)
                        .blocks())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.3, 0.5, 0.77, 0.999})
    void aTruncatedFileGivesWhatWasReadableAndOneProblem(double share) {
        byte[] text = Packed.utf8(Packed.lines(40_000));
        List<String> all = Arrays.asList(Packed.lines(40_000).split("\n"));
        for (byte[] whole : List.of(Packed.zstd(text), Packed.gzip(text), Packed.zstdWithLongWindow(text))) {
            byte[] cut = Arrays.copyOf(whole, (int) (whole.length * share));
            Packed.Content content = Packed.read(cut, RecordCut.NDJSON, ReadLimits.DEFAULT);
            assertThat(content.problems()).hasSize(1);
            assertThat(content.problems().get(0).reason()).isEqualTo(RejectReason.TRUNCATED_ARCHIVE);
            assertThat(content.records())
                    .isEqualTo(all.subList(0, content.records().size()));
            // A zstd block unpacks to at most 128 KiB; of gzip nearly everything is readable.
            double readable = content.summary().contentBytes() + 300_000.0;
            assertThat(readable).isGreaterThan(text.length * share);
            assertThat(content.problems().get(0).record())
                    .isEqualTo(content.records().size() + 1L);
            assertThat(content.summary().sha256()).isEqualTo(Packed.sha256(cut));
        }
    }

    @Test
    void aFileOfTwoPartsIsTruncatedWhereverItIsCutExceptBetweenThem() {
        byte[] first = Packed.utf8(Packed.lines(3));
        byte[] second = Packed.utf8("last\n");
        for (List<byte[]> parts : List.of(
                List.of(Packed.zstd(first), Packed.zstd(second)), List.of(Packed.gzip(first), Packed.gzip(second)))) {
            byte[] whole = Packed.concat(parts.get(0), parts.get(1));
            for (int length = 4; length < whole.length; length++) {
                Packed.Content content = Packed.read(Arrays.copyOf(whole, length), RecordCut.NDJSON, SMALL);
                boolean betweenParts = length == parts.get(0).length;
                assertThat(content.problems()).as("cut at %d", length).hasSize(betweenParts ? 0 : 1);
                assertThat(content.problems())
                        .allSatisfy(problem -> assertThat(problem.reason()).isEqualTo(RejectReason.TRUNCATED_ARCHIVE));
                assertThat(content.records()).hasSizeLessThanOrEqualTo(4);
            }
        }
    }

    @Test
    void aLaterFrameWithALongWindowIsNotLetInThroughAShortFirstOne() {
        byte[] file = Packed.concat(
                Packed.zstd(Packed.utf8("one\n")), Packed.zstdWithLongWindow(Packed.utf8(Packed.lines(9))));
        Packed.Content content = Packed.read(file, RecordCut.NDJSON, SMALL);
        assertThat(content.records()).containsExactly("one");
        assertThat(content.problems().get(0).reason()).isEqualTo(RejectReason.UNSUPPORTED_RECORD);
        assertThat(content.problems().get(0).detail()).contains("128 MiB");
    }

    @Test
    void aDamagedFileGivesWhatCameBeforeAndTheHashOfTheWholeFile() {
        byte[] text = Packed.utf8(Packed.lines(60_000));
        for (byte[] file : List.of(Packed.zstd(text), Packed.gzip(text))) {
            Arrays.fill(file, file.length * 2 / 3, file.length * 2 / 3 + 40, (byte) 0xA5);
            Packed.Content content = Packed.read(file, RecordCut.NDJSON, ReadLimits.DEFAULT);
            assertThat(content.problems()).hasSize(1);
            assertThat(content.problems().get(0).reason()).isEqualTo(RejectReason.CORRUPT_ARCHIVE);
            assertThat(content.records()).hasSizeGreaterThan(10_000);
            assertThat(content.summary().sha256()).isEqualTo(Packed.sha256(file));
            assertThat(content.summary().rawBytes()).isEqualTo(file.length);
        }
    }

    @Test
    void whatFollowsAGzipMemberAndIsNoMemberIsReported() {
        byte[] file = Packed.concat(Packed.gzip(Packed.utf8("one\n")), Packed.utf8("garbage"));
        Packed.Content content = Packed.read(file, RecordCut.NDJSON, SMALL);
        assertThat(content.records()).containsExactly("one");
        assertThat(content.problems().get(0).reason()).isEqualTo(RejectReason.CORRUPT_ARCHIVE);
    }

    @Test
    void aRecordThatIsTooLongIsPassedOverAndReadingGoesOn() {
        for (int length : new int[] {4097, 5000, 100_000}) {
            String text = "one\ntwo\n" + "x".repeat(length) + "\nfour\n" + "y".repeat(4096) + "\r\nsix\n";
            Packed.Content content = Packed.read(Packed.utf8(text), RecordCut.NDJSON, SMALL);
            assertThat(content.records()).containsExactly("one", "two", "four", "y".repeat(4096), "six");
            assertThat(content.numbers()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
            assertThat(content.problems()).hasSize(1);
            assertThat(content.problems().get(0).reason()).isEqualTo(RejectReason.OVERSIZE_RECORD);
            assertThat(content.problems().get(0).record()).isEqualTo(3);
            assertThat(content.problems().get(0).offset()).isEqualTo(8);
            assertThat(content.problems().get(0).detail())
                    .contains(length + " bytes")
                    .contains("4096");
        }
    }

    @Test
    void aLineOfTwoGigabytesIsPassedOverInLittleMemory() throws IOException {
        InputStream endless = new Repeating('x', 2_200_000_000L);
        InputStream file = new SequenceInputStream(endless, new ByteArrayInputStream(Packed.utf8("\nafter\n")));
        try (RecordBlockReader reader = RecordBlockReader.open(
                file, "dump", RecordCut.NDJSON, ReadLimits.DEFAULT.withMaxRecordBytes(1 << 20))) {
            RecordBlock first = reader.next().orElseThrow();
            assertThat(first.problems().get(0).reason()).isEqualTo(RejectReason.OVERSIZE_RECORD);
            assertThat(first.problems().get(0).detail()).contains("2200000000");
            RecordBlock second = reader.next().orElseThrow();
            assertThat(second.baseOffset() + second.starts()[0]).isEqualTo(2_200_000_001L);
            assertThat(second.record(0).source().record()).isEqualTo(2);
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void blocksDoNotDependOnHowTheBytesArrive() {
        String text = Packed.lines(300) + "z".repeat(6000) + "\n\n" + "w".repeat(3000) + "\n" + Packed.lines(50);
        List<RecordBlock> expected =
                Packed.read(Packed.utf8(text), RecordCut.NDJSON, SMALL).blocks();
        assertThat(expected).hasSizeGreaterThan(10);
        Random random = new Random(7);
        for (int round = 0; round < 20; round++) {
            List<RecordBlock> blocks = Packed.read(new Dripping(Packed.utf8(text), random), RecordCut.NDJSON, SMALL)
                    .blocks();
            assertSameBlocks(blocks, expected);
            assertSameBlocks(
                    Packed.read(new Dripping(Packed.gzip(Packed.utf8(text)), random), RecordCut.NDJSON, SMALL)
                            .blocks(),
                    expected);
            assertSameBlocks(
                    Packed.read(new Dripping(Packed.zstd(Packed.utf8(text)), random), RecordCut.NDJSON, SMALL)
                            .blocks(),
                    expected);
        }
    }

    @Test
    void numbersAndOffsetsPointBackIntoTheText() {
        byte[] text = Packed.utf8(Packed.lines(200));
        Packed.Content content = Packed.read(text, RecordCut.NDJSON, SMALL);
        assertThat(content.numbers())
                .isEqualTo(LongStream.rangeClosed(1, 200).boxed().toList());
        for (RecordBlock block : content.blocks()) {
            for (int i = 0; i < block.size(); i++) {
                int from = (int) block.baseOffset() + block.starts()[i];
                int to = (int) block.baseOffset() + block.ends()[i];
                assertThat(Arrays.copyOfRange(text, from, to))
                        .isEqualTo(Arrays.copyOfRange(block.bytes(), block.starts()[i], block.ends()[i]));
            }
        }
    }

    @Test
    void csvRowsKeepTheirQuotedLineBreaksAndTheHeaderIsNoRecord() {
        String text = "a,b\r\n1,\"two\nlines\"\n\n2,\"say \"\"hi\"\"\n,\"\n3,5\" pipe\n";
        Packed.Content content = Packed.read(Packed.utf8(text), RecordCut.CSV, SMALL);
        assertThat(content.records()).containsExactly("1,\"two\nlines\"", "2,\"say \"\"hi\"\"\n,\"", "3,5\" pipe");
        assertThat(content.blocks().get(0).header()).isEqualTo(Packed.utf8("a,b"));
        assertThat(content.numbers()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void csvIsCutTheSameWhereverABufferEnds() {
        StringBuilder text = new StringBuilder("id,text\n");
        for (int i = 0; i < 400; i++) {
            text.append(i).append(",\"line\n\"\"").append("q".repeat(i % 37)).append("\"\"\r\n\"\r\n");
        }
        Packed.Content small = Packed.read(Packed.utf8(text.toString()), RecordCut.CSV, SMALL);
        Packed.Content whole = Packed.read(Packed.utf8(text.toString()), RecordCut.CSV, ReadLimits.DEFAULT);
        assertThat(small.records()).hasSize(400).isEqualTo(whole.records());
        assertThat(small.blocks())
                .allSatisfy(block -> assertThat(block.header()).isEqualTo(Packed.utf8("id,text")));
    }

    @Test
    void whatThisVersionCannotOpenIsRefusedByName() {
        byte[] sevenZip = {'7', 'z', (byte) 0xBC, (byte) 0xAF, 0x27, 0x1C, 0, 4};
        assertRefused(sevenZip, "The file is 7-Zip");
        assertRefused(Packed.gzip(sevenZip), "7-Zip");
        assertRefused(new byte[] {0x04, 0x22, 0x4D, 0x18, 0}, "lz4");
        assertRefused(new byte[] {(byte) 0xFF, (byte) 0xFE, '{', 0}, "UTF-16");
    }

    @Test
    void aDecompressionBombIsStopped() {
        byte[] bomb = Packed.gzip(new byte[40 << 20]);
        Packed.Content content = Packed.read(bomb, RecordCut.NDJSON, SMALL.withMaxRatio(100, 1 << 20));
        assertThat(content.problems())
                .anySatisfy(problem -> assertThat(problem.reason()).isEqualTo(RejectReason.UNSAFE_ARCHIVE));
        assertThat(content.summary().contentBytes()).isLessThan(8 << 20);
        assertThat(Packed.read(bomb, RecordCut.NDJSON, SMALL).problems())
                .allSatisfy(problem -> assertThat(problem.reason()).isEqualTo(RejectReason.OVERSIZE_RECORD));
    }

    @Test
    void randomBytesNeverThrowAndLoseNoRecordNumber() {
        Random random = new Random(42);
        byte[][] sound = {Packed.zstd(Packed.utf8(Packed.lines(50))), Packed.gzip(Packed.utf8(Packed.lines(50)))};
        for (int round = 0; round < 1200; round++) {
            byte[] file;
            if (round % 3 == 0) {
                file = new byte[random.nextInt(3000)];
                random.nextBytes(file);
            } else {
                file = sound[round % 2].clone();
                for (int flips = random.nextInt(4); flips >= 0; flips--) {
                    file[random.nextInt(file.length)] = (byte) random.nextInt();
                }
                file = Arrays.copyOf(file, random.nextInt(file.length + 1));
            }
            RecordCut cut = round % 2 == 0 ? RecordCut.NDJSON : RecordCut.CSV;
            Packed.Content content = Packed.read(file, cut, SMALL.withMaxRecordBytes(200));
            long found = (long) content.records().size() + content.problems().size();
            assertThat(content.numbers())
                    .isEqualTo(LongStream.rangeClosed(1, found).boxed().toList());
            assertThat(content.summary().rawBytes()).isEqualTo(file.length);
        }
    }

    @Test
    void aFileThatCannotBeReadIsNotTakenForADamagedOne() {
        byte[] start = Arrays.copyOf(Packed.zstd(Packed.utf8(Packed.lines(50_000))), 300_000);
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(start), new Failing());
        assertThatThrownBy(() -> {
                    try (RecordBlockReader reader =
                            RecordBlockReader.open(broken, "far/RC.zst", RecordCut.NDJSON, ReadLimits.DEFAULT)) {
                        while (reader.next().isPresent()) {
                            assertThat(reader.rawBytes()).isPositive();
                        }
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessageContaining("far/RC.zst")
                .hasMessageContaining("connection reset");
    }

    private static void assertRefused(byte[] file, String name) {
        Packed.Content content = Packed.read(file, RecordCut.NDJSON, SMALL);
        assertThat(content.records()).isEmpty();
        assertThat(content.problems()).hasSize(1);
        assertThat(content.problems().get(0).reason()).isEqualTo(RejectReason.UNSUPPORTED_RECORD);
        assertThat(content.problems().get(0).detail())
                .contains(name)
                .contains("expected UTF-8 text, plain or in gzip, zstd, bzip2, xz, zip, tar");
    }

    private static void assertSameBlocks(List<RecordBlock> blocks, List<RecordBlock> expected) {
        assertThat(blocks.stream().map(RecordBlockReaderTest::values).toList())
                .isEqualTo(expected.stream().map(RecordBlockReaderTest::values).toList());
    }

    /** Everything in a block, comparable by equals, which arrays are not. */
    private static List<Object> values(RecordBlock block) {
        return List.of(
                block.block(),
                block.firstRecord(),
                block.baseOffset(),
                ByteBuffer.wrap(block.bytes()),
                IntBuffer.wrap(block.starts()),
                IntBuffer.wrap(block.ends()),
                ByteBuffer.wrap(block.header()),
                block.problems());
    }

    /** A disk or network that gives up. */
    private static final class Failing extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("connection reset");
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            throw new IOException("connection reset");
        }
    }

    /** Hands out its bytes in pieces of random size. */
    private static final class Dripping extends ByteArrayInputStream {
        private final Random random;

        Dripping(byte[] bytes, Random random) {
            super(bytes);
            this.random = random;
        }

        @Override
        public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(length, 1 + random.nextInt(700)));
        }
    }

    /** One byte over and over. */
    private static final class Repeating extends InputStream {
        private final byte value;
        private long left;

        Repeating(char value, long count) {
            this.value = (byte) value;
            this.left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? value : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int n = (int) Math.min(length, left);
            Arrays.fill(target, offset, offset + n, value);
            left -= n;
            return n;
        }
    }
}
