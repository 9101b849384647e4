// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.RecordBlock;
import org.tilik.formats.RecordCut;
import org.tilik.model.RejectReason;

/** Archives as dumps are packed in them, nested as found. */
class ArchivesTest {
    private static final ReadLimits SMALL =
            ReadLimits.DEFAULT.withBlockBytes(1024).withMaxRecordBytes(4096);
    private static final byte[] RECHECKS =
            Packed.utf8("platform,item_id,checked_at,status\nreddit,t1_sim1,2024-06-03T00:00:00Z,alive\n");

    @Test
    void bzip2OfManyStreamsAndXzOfManyStreamsAreReadToTheirEnd() {
        byte[] bzip2 = Packed.concat(
                Packed.bzip2(Packed.comments("a", 30)),
                Packed.bzip2(new byte[0]),
                Packed.bzip2(Packed.comments("b", 20)));
        byte[] xz = Packed.concat(Packed.xz(Packed.comments("a", 30)), Packed.xz(Packed.comments("b", 20)));
        assertThat(Packed.readDump(bzip2, SMALL).records()).hasSize(50);
        assertThat(Packed.readDump(xz, SMALL).records()).hasSize(50);
        assertThat(Packed.readDump(xz, SMALL).summary().packing().title()).isEqualTo("xz");
    }

    @Test
    void minuteFilesInATarAreReadOneByOneAndTheOthersCounted() {
        byte[] tar = Packed.tar(
                "2016/01/01/00/00.json.bz2", Packed.bzip2(Packed.comments("a", 3)),
                "2016/01/01/00/01.json.bz2", Packed.bzip2(Packed.comments("b", 2)),
                "readme.txt", Packed.utf8("about this archive\n"),
                "empty", new byte[0]);
        for (byte[] file : List.of(tar, Packed.gzip(tar), Packed.bzip2(tar), Packed.xz(tar), Packed.zstd(tar))) {
            Packed.Content content = Packed.readDump(file, SMALL);
            assertThat(content.recordsByMember())
                    .isEqualTo(Map.of("2016/01/01/00/00.json.bz2", 3, "2016/01/01/00/01.json.bz2", 2));
            assertThat(content.nonDumpMembers()).isEqualTo(2);
            assertThat(content.problems()).isEmpty();
            assertThat(content.summary().records()).isEqualTo(5);
            assertThat(content.summary().rawBytes()).isEqualTo(file.length);
            assertThat(content.summary().sha256()).isEqualTo(Packed.sha256(file));
            assertThat(content.summary().packing().holdsMembers()).isTrue();
        }
        assertThat(Packed.readDump(Packed.gzip(tar), SMALL).summary().packing().title())
                .isEqualTo("tar in gzip");
    }

    @Test
    void aZipOfZippedCsvFilesIsReadAsEachNeedsIt() {
        byte[] zip = Packed.zip(
                "day/", new byte[0],
                "day-00000.csv.zip", Packed.zip("day-00000-00000.csv", RECHECKS, "day-00000-00001.csv", RECHECKS),
                "comments.json", Packed.comments("a", 4));
        for (Packed.Content content : List.of(Packed.readDump(zip, SMALL), Packed.streamDump(zip, SMALL))) {
            assertThat(content.recordsByMember())
                    .isEqualTo(Map.of(
                            "day-00000.csv.zip!/day-00000-00000.csv", 1,
                            "day-00000.csv.zip!/day-00000-00001.csv", 1,
                            "comments.json", 4));
            assertThat(content.blocks().stream().map(RecordBlock::format).distinct())
                    .containsExactlyInAnyOrder(DumpFormat.RECHECK, DumpFormat.REDDIT);
            assertThat(content.problems()).isEmpty();
            assertThat(content.summary().sha256()).isEqualTo(Packed.sha256(zip));
        }
    }

    @Test
    void theFormatThatTheStudyNamesLimitsTheMembers() {
        byte[] tar = Packed.tar("a.csv", RECHECKS, "b.json", Packed.comments("a", 4));
        Packed.Content content =
                Packed.readDump(tar, DumpRange.whole(tar.length), DumpFormat.RECHECK, ReadLimits.DEFAULT);
        assertThat(content.recordsByMember()).isEqualTo(Map.of("a.csv", 1));
        assertThat(content.nonDumpMembers()).isEqualTo(1);
    }

    @Test
    void recordNumbersBeginAnewInEachMember() {
        byte[] tar = Packed.tar("a", Packed.comments("a", 40), "b", Packed.comments("b", 2));
        Packed.Content content = Packed.readDump(tar, SMALL);
        RecordBlock last = content.blocks().get(content.blocks().size() - 1);
        assertThat(last.member()).isEqualTo("b");
        assertThat(last.firstRecord()).isEqualTo(1);
        assertThat(last.block()).isEqualTo(content.blocks().size() - 1L);
    }

    @Test
    void oneObjectOverManyLinesIsOneRecord() {
        String pretty = """

                {
                  "id": "sim1",
                  "created_utc": 1717200000,
                  "body": "a } \\" { b",
                  "link_id": "t3_sim"
                }
                """;
        byte[] tar = Packed.tar("one.json", Packed.utf8(pretty), "two.json", Packed.utf8(pretty + pretty));
        assertThat(Packed.readDump(tar, SMALL).recordsByMember()).isEqualTo(Map.of("one.json", 1, "two.json", 2));
        Packed.Content declared =
                Packed.readDump(Packed.utf8(pretty), DumpRange.whole(pretty.length()), DumpFormat.REDDIT, SMALL);
        assertThat(declared.records()).hasSize(1);
    }

    @Test
    void aDamagedMemberIsTheOnlyOneThatSuffers() {
        byte[] corrupt = Packed.bzip2(Packed.comments("b", 30));
        Arrays.fill(corrupt, corrupt.length / 2, corrupt.length / 2 + 8, (byte) 0x55);
        byte[] whole = Packed.gzip(Packed.comments("c", 500));
        byte[] cut = Arrays.copyOf(whole, whole.length / 2);
        Object[] members = {
            "a",
            Packed.bzip2(Packed.comments("a", 3)),
            "bad",
            corrupt,
            "cut",
            cut,
            "d",
            Packed.bzip2(Packed.comments("d", 3))
        };
        for (byte[] file : List.of(Packed.tar(members), Packed.gzip(Packed.tar(members)), Packed.zip(members))) {
            Packed.Content content = Packed.readDump(file, SMALL);
            assertThat(content.recordsByMember()).containsEntry("a", 3).containsEntry("d", 3);
            assertThat(content.recordsByMember().get("cut")).isPositive();
            assertThat(content.problemsByMember()).containsExactly("bad: corrupt_archive", "cut: truncated_archive");
            assertThat(content.summary().sha256()).isEqualTo(Packed.sha256(file));
        }
    }

    @Test
    void aZipEntryThatDoesNotMatchItsChecksumIsReported() {
        byte[] zip = Packed.storedZip("a.json", Packed.comments("a", 3), "b.json", Packed.comments("b", 3));
        int at = Packed.indexOf(zip, "hello");
        zip[at] = 'j';
        Packed.Content content = Packed.readDump(zip, SMALL);
        assertThat(content.recordsByMember()).isEqualTo(Map.of("a.json", 3, "b.json", 3));
        assertThat(content.problemsByMember()).containsExactly("a.json: corrupt_archive");
    }

    @Test
    void whatACutArchiveHeldBeforeTheCutIsRead() {
        byte[] tar = Packed.tar("a", Packed.comments("a", 200), "b", Packed.comments("b", 200));
        byte[] gzip = Packed.gzip(tar);
        byte[] zip = Packed.zip("a", Packed.comments("a", 200), "b", Packed.comments("b", 200));
        for (byte[] file : List.of(tar, gzip, zip)) {
            Packed.Content content = Packed.readDump(Arrays.copyOf(file, file.length * 2 / 5), SMALL);
            assertThat(content.recordsByMember().get("a")).isPositive();
            assertThat(content.problems()).hasSize(1);
            assertThat(content.problems().get(0).reason()).isEqualTo(RejectReason.TRUNCATED_ARCHIVE);
        }
    }

    @Test
    void anArchiveThatWasCutBetweenTwoMembersIsNotTakenForAWholeOne() {
        byte[] tar = Packed.tar("a", Packed.comments("a", 3));
        int firstMember = 512 + 512;
        Packed.Content content = Packed.readDump(Arrays.copyOf(tar, firstMember), SMALL);
        assertThat(content.recordsByMember()).isEqualTo(Map.of("a", 3));
        assertThat(content.problemsByMember()).containsExactly(": truncated_archive");

        byte[] zip = Packed.zip("a", Packed.comments("a", 3), "b", Packed.comments("b", 3));
        int secondMember = Packed.indexOf(Arrays.copyOfRange(zip, 4, zip.length), "PK\u0003\u0004") + 4;
        byte[] nested = Packed.tar("z.zip", Arrays.copyOf(zip, secondMember), "c", Packed.comments("c", 1));
        assertThat(Packed.readDump(nested, SMALL).problemsByMember()).containsExactly("z.zip: truncated_archive");
        assertThat(Packed.readDump(nested, SMALL).recordsByMember()).containsEntry("c", 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "a/../../b.json",
                "/etc/passwd",
                "C:\\dumps\\a.json",
                "..\\a.json",
                "a/..",
                "a\tb.json",
                "a\u202Enosj.json"
            })
    void aNameThatLeadsElsewhereIsRefusedAndItsContentPassedOver(String name) {
        for (byte[] file : List.of(
                Packed.tar(name, Packed.comments("a", 3), "b.json", Packed.comments("b", 2)),
                Packed.zip(name, Packed.comments("a", 3), "b.json", Packed.comments("b", 2)))) {
            Packed.Content content = Packed.readDump(file, SMALL);
            assertThat(content.recordsByMember()).isEqualTo(Map.of("b.json", 2));
            assertThat(content.problems()).hasSize(1);
            assertThat(content.problems().get(0).reason()).isEqualTo(RejectReason.UNSAFE_ARCHIVE);
            assertThat(content.blocks().get(0).member()).isNotEmpty().doesNotContain("\t", "\u202E");
        }
    }

    @Test
    void aNestedBombIsStoppedBeforeItFillsAnything() {
        byte[] zeros = Packed.concat(Packed.comments("a", 1), new byte[64 << 20]);
        ReadLimits limits = ReadLimits.DEFAULT.withMaxRatio(500, 1 << 20);
        byte[] flat = Packed.tar("bomb.gz", Packed.gzip(zeros));
        byte[] nested = Packed.zip("outer.gz", Packed.gzip(Packed.gzip(zeros)));
        for (byte[] file : List.of(flat, Packed.gzip(Packed.tar("zeros", zeros)), nested)) {
            Packed.Content content = Packed.readDump(file, limits);
            assertThat(content.problems()).hasSize(1);
            assertThat(content.problems().get(0).reason()).isEqualTo(RejectReason.UNSAFE_ARCHIVE);
        }
    }

    @Test
    void whatIsPackedTooOftenIsNotOpened() {
        byte[] inside = Packed.comments("a", 1);
        for (int depth = 0; depth < 20; depth++) {
            inside = Packed.zip("again.zip", inside);
        }
        Packed.Content content = Packed.readDump(inside, SMALL);
        assertThat(content.records()).isEmpty();
        assertThat(content.problems()).hasSize(1);
        assertThat(content.problems().get(0).reason()).isEqualTo(RejectReason.UNSAFE_ARCHIVE);
        assertThat(content.problems().get(0).detail()).contains("more than 8 times");
    }

    @Test
    void tooManyMembersEndTheReading() {
        Object[] members = new Object[200];
        for (int i = 0; i < members.length; i += 2) {
            members[i] = "m" + i;
            members[i + 1] = Packed.comments("m" + i + "x", 1);
        }
        Packed.Content content = Packed.readDump(Packed.tar(members), SMALL.withMaxMembers(40));
        assertThat(content.records()).hasSize(40);
        assertThat(content.problemsByMember()).containsExactly(": unsafe_archive");
    }

    @Test
    void rangesOfAnArchiveGiveTogetherWhatTheWholeGives() {
        List<Object> members = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            members.add("2016/01/01/00/" + (10 + i) + (i % 7 == 0 ? "x".repeat(150) : "") + ".json");
            members.add(i % 9 == 0 ? Packed.utf8("no dump") : Packed.comments("m" + i + "x", i));
        }
        ReadLimits limits = SMALL.withRangeBytes(20_000);
        for (byte[] file : List.of(
                Packed.tar(members.toArray()), Packed.zip(members.toArray()), Packed.storedZip(members.toArray()))) {
            List<DumpRange> ranges = Packed.ranges(file, SMALL.withRangeBytes(file.length / 5));
            assertThat(ranges).hasSizeBetween(3, 5);
            Packed.Content whole = Packed.readDump(file, limits);
            Map<String, Integer> records = new TreeMap<>();
            long nonDump = 0;
            long bytes = 0;
            for (DumpRange range : ranges) {
                Packed.Content part = Packed.readDump(file, range, null, limits);
                assertThat(part.problems()).isEmpty();
                part.recordsByMember().forEach((name, count) -> records.merge(name, count, Integer::sum));
                nonDump += part.nonDumpMembers();
                bytes += part.summary().rawBytes();
                assertThat(part.summary().sha256()).isEqualTo(range.start() == 0 ? Packed.sha256(file) : null);
            }
            assertThat(records).isEqualTo(whole.recordsByMember()).hasSizeGreaterThan(40);
            assertThat(nonDump).isEqualTo(whole.nonDumpMembers());
            assertThat(bytes).isEqualTo(file.length);
        }
    }

    @Test
    void whatIsCompressedAsAWholeIsOneRange() {
        byte[] file = Packed.gzip(Packed.tar("a", Packed.comments("a", 900), "b", Packed.comments("b", 900)));
        assertThat(Packed.ranges(file, SMALL.withRangeBytes(100))).containsExactly(DumpRange.whole(file.length));
        byte[] plain = Packed.comments("a", 900);
        assertThat(Packed.ranges(plain, SMALL.withRangeBytes(100))).containsExactly(DumpRange.whole(plain.length));
    }

    @Test
    void aStreamMayBeginWithBlankUnknownAndBrokenLines() {
        byte[] text = Packed.concat(
                Packed.utf8("\r\n\r\n{\"notice\":{\"track\":1}}\r\n{\"id\":\"si\n"), Packed.comments("a", 3));
        Packed.Content content = Packed.readDump(Packed.bzip2(text), SMALL);
        assertThat(content.records()).hasSize(5);
        assertThat(content.blocks().get(0).format()).isEqualTo(DumpFormat.REDDIT);
    }

    @Test
    void aFileThatIsNoArchiveAndNoKnownDumpIsOneProblem() {
        Packed.Content content = Packed.readDump(Packed.utf8("just words\n"), SMALL);
        assertThat(content.problemsByMember()).containsExactly(": unsupported_record");
        assertThat(content.problems().get(0).detail()).contains("not recognised");
    }

    @Test
    void listsOfAStudyMayBePackedToo() {
        byte[] list = Packed.utf8("kind,value\nitem,reddit:t1_sim1\n");
        assertThat(Packed.read(Packed.xz(list), RecordCut.CSV, SMALL).records()).hasSize(1);
    }

    @Test
    void framesOfZstdThatSayWhereTheyBeginAreReadSideBySide() {
        byte[] text = Packed.comments("a", 4000);
        for (byte[] file : List.of(Packed.pzstd(text, 7001), Packed.seekableZstd(text, 7001))) {
            List<DumpRange> ranges = Packed.ranges(file, SMALL.withRangeBytes(file.length / 6));
            assertThat(ranges).hasSizeBetween(4, 6);
            List<String> records = new ArrayList<>();
            for (DumpRange range : ranges) {
                Packed.Content part = Packed.readDump(file, range, DumpFormat.REDDIT, SMALL);
                assertThat(part.problems()).isEmpty();
                assertThat(part.blocks().get(0).member()).isEqualTo(range.start() == 0 ? "" : "@" + range.start());
                assertThat(part.blocks().get(0).firstRecord()).isEqualTo(1);
                records.addAll(part.records());
            }
            assertThat(records)
                    .isEqualTo(Packed.readDump(file, SMALL).records())
                    .hasSize(4000);
            assertThat(LongWindows.open()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 97, 98, 99, 5000})
    void everyLineIsReadOnceWhereverFramesEnd(int frameBytes) {
        byte[] text = Packed.concat(Packed.comments("a", 3), Packed.utf8("\n\n"), Packed.comments("b", 3));
        byte[] file = Packed.pzstd(text, frameBytes);
        List<String> records = new ArrayList<>();
        for (DumpRange range : Packed.ranges(file, SMALL.withRangeBytes(1))) {
            records.addAll(
                    Packed.readDump(file, range, DumpFormat.REDDIT, SMALL).records());
        }
        assertThat(records)
                .isEqualTo(Packed.readDump(Packed.zstd(text), SMALL).records())
                .hasSize(6);
    }

    @Test
    void onlyLinesAreReadFromTheMiddleOfAZstdFile() {
        byte[] tar = Packed.tar("a", Packed.comments("a", 900));
        byte[] csv = Packed.concat(RECHECKS, RECHECKS);
        for (byte[] content : List.of(tar, csv)) {
            byte[] file = Packed.pzstd(content, 50);
            assertThat(Packed.ranges(file, SMALL.withRangeBytes(100))).containsExactly(DumpRange.whole(file.length));
        }
    }

    @Test
    void aDamagedFrameCostsItsRangeOnly() {
        byte[] file = Packed.pzstd(Packed.comments("a", 4000), 7001);
        List<DumpRange> ranges = Packed.ranges(file, SMALL.withRangeBytes(file.length / 6));
        int frameOfSecond = (int) ranges.get(1).start() + 12;
        Arrays.fill(file, frameOfSecond, frameOfSecond + 4, (byte) 0x77);

        assertThat(Packed.readDump(file, ranges.get(1), DumpFormat.REDDIT, SMALL)
                        .problems())
                .hasSize(1);
        Packed.Content third = Packed.readDump(file, ranges.get(2), DumpFormat.REDDIT, SMALL);
        assertThat(third.problems()).isEmpty();
        assertThat(third.records()).isNotEmpty();
    }
}
