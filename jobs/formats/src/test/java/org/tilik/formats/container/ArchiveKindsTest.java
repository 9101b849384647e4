// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.tilik.formats.DumpReading;
import org.tilik.model.RejectReason;

/** The varieties of tar and zip that tools write. */
class ArchiveKindsTest {
    private static final ReadLimits LIMITS = ReadLimits.DEFAULT.withBlockBytes(1024);
    private static final byte[] DUMP = Packed.comments("a", 3);
    private static final String LONG = "folder/".repeat(40) + "2016.json";

    @Test
    void longNamesOfGnuAndPosixAreReadWhole() throws IOException {
        for (int mode : new int[] {TarArchiveOutputStream.LONGFILE_GNU, TarArchiveOutputStream.LONGFILE_POSIX}) {
            byte[] tar = tar(out -> {
                out.setLongFileMode(mode);
                out.setAddPaxHeadersForNonAsciiNames(true);
                put(out, new TarArchiveEntry(LONG), DUMP);
                put(out, new TarArchiveEntry("ümläut.json"), DUMP);
            });
            assertThat(Packed.readDump(tar, LIMITS).recordsByMember()).isEqualTo(Map.of(LONG, 3, "ümläut.json", 3));
        }
    }

    @Test
    void aPrefixOfUstarBelongsToTheName() {
        byte[] tar = Packed.tar("name.json", DUMP);
        System.arraycopy(Packed.utf8("2016/01"), 0, tar, 345, 7);
        System.arraycopy(Packed.utf8("ustar\00000"), 0, tar, 257, 8);
        seal(tar);
        assertThat(Packed.readDump(tar, LIMITS).recordsByMember()).isEqualTo(Map.of("2016/01/name.json", 3));
    }

    @Test
    void tarOfBefore1988IsKnownByItsChecksum() {
        byte[] tar = Packed.tar("name.json", DUMP);
        Arrays.fill(tar, 257, 512, (byte) 0);
        seal(tar);
        assertThat(Packed.readDump(tar, LIMITS).recordsByMember()).isEqualTo(Map.of("name.json", 3));
    }

    @Test
    void linksAndDevicesAreNeverFollowedAndFoldersAreNoMembers() throws IOException {
        byte[] tar = tar(out -> {
            for (byte type :
                    new byte[] {TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_FIFO, TarConstants.LF_CHR
                    }) {
                TarArchiveEntry entry = new TarArchiveEntry("special" + type, type);
                entry.setLinkName("/etc/passwd");
                put(out, entry, new byte[0]);
            }
            put(out, new TarArchiveEntry("folder/"), new byte[0]);
            put(out, new TarArchiveEntry("a.json"), DUMP);
        });
        Packed.Content content = Packed.readDump(tar, LIMITS);
        assertThat(content.recordsByMember()).isEqualTo(Map.of("a.json", 3));
        assertThat(content.nonDumpMembers()).isEqualTo(4);
        assertThat(content.problems()).isEmpty();
    }

    @Test
    void aSparseFileIsRefusedAndTheNextMemberRead() {
        byte[] tar = Packed.tar("sparse.json", DUMP, "b.json", DUMP);
        tar[156] = 'S';
        seal(tar);
        Packed.Content content = Packed.readDump(tar, LIMITS);
        assertThat(content.recordsByMember()).isEqualTo(Map.of("b.json", 3));
        assertThat(content.problemsByMember()).containsExactly("sparse.json: unsupported_record");
    }

    @Test
    void archivesOneAfterTheOtherAreOneArchive() {
        byte[] two = Packed.concat(Packed.tar("a.json", DUMP), Packed.tar("b.json", DUMP));
        assertThat(Packed.readDump(two, LIMITS).recordsByMember()).isEqualTo(Map.of("a.json", 3, "b.json", 3));
        byte[] garbage = Packed.concat(Packed.tar("a.json", DUMP), Packed.utf8("x".repeat(600)));
        assertThat(Packed.readDump(garbage, LIMITS).problemsByMember()).containsExactly(": corrupt_archive");
    }

    @Test
    void aHeaderThatAnnouncesEndlessNamesIsNotBelieved() {
        byte[] tar = Packed.tar("a".repeat(150), DUMP);
        System.arraycopy(Packed.utf8("77777777777"), 0, tar, 124, 11);
        seal(tar);
        Packed.Content content = Packed.readDump(tar, LIMITS);
        assertThat(content.problemsByMember()).containsExactly(": unsafe_archive");
    }

    @Test
    void entriesWithDescriptorsOrSizesOf64BitsAreReadWithAndWithoutTheDirectory() throws IOException {
        byte[] large = zip(Zip64Mode.Always, ZipArchiveEntry.DEFLATED);
        byte[] stored = zip(Zip64Mode.Always, ZipArchiveEntry.STORED);
        for (byte[] zip : List.of(large, stored, Packed.zip("a.json", DUMP, "b.json", DUMP))) {
            Map<String, Integer> expected = Map.of("a.json", 3, "b.json", 3);
            assertThat(Packed.readDump(zip, LIMITS).recordsByMember()).isEqualTo(expected);
            assertThat(Packed.streamDump(zip, LIMITS).recordsByMember()).isEqualTo(expected);
            assertThat(Packed.streamDump(zip, LIMITS).problems()).isEmpty();
        }
    }

    @Test
    void entriesOfOneNameAndNamesThatAreNotUtf8AreReadAll() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream((OutputStream) bytes)) {
            out.setEncoding("ISO-8859-1");
            out.setUseLanguageEncodingFlag(false);
            for (String name : new String[] {"a.json", "a.json", "für.json"}) {
                out.putArchiveEntry(new ZipArchiveEntry(name));
                out.write(DUMP);
                out.closeArchiveEntry();
            }
        }
        byte[] zip = bytes.toByteArray();
        assertThat(Packed.readDump(zip, LIMITS).recordsByMember()).isEqualTo(Map.of("a.json", 6, "f?r.json", 3));
        assertThat(Packed.streamDump(zip, LIMITS).records()).hasSize(9);
    }

    @Test
    void anEncryptedEntryIsRefusedByNameAndTheOthersRead() {
        byte[] zip = Packed.zip("secret.json", DUMP, "b.json", DUMP);
        zip[6] |= 1;
        zip[Packed.indexOf(zip, "PK\u0001\u0002") + 8] |= 1;
        Packed.Content content = Packed.readDump(zip, LIMITS);
        assertThat(content.recordsByMember()).isEqualTo(Map.of("b.json", 3));
        assertThat(content.problemsByMember()).containsExactly("secret.json: unsupported_record");
        assertThat(content.problems().get(0).detail()).contains("encrypted");
    }

    @Test
    void entriesThatShareTheirDataAreABomb() {
        byte[] zip = Packed.storedZip("a.json", DUMP, "b.json", DUMP);
        int second = new String(zip, StandardCharsets.ISO_8859_1).lastIndexOf("PK\u0001\u0002");
        Arrays.fill(zip, second + 42, second + 46, (byte) 0);
        Packed.Content content = Packed.readDump(zip, LIMITS);
        assertThat(content.records()).isEmpty();
        assertThat(content.problems().get(0).reason()).isEqualTo(RejectReason.UNSAFE_ARCHIVE);
        assertThat(content.problems().get(0).detail()).contains("share their data");
    }

    @Test
    void textThatOnlyBeginsLikeACompressedFileIsText() {
        byte[] text = Packed.concat(Packed.utf8("BZh9 is how bzip2 begins\n"), DUMP);
        assertThat(Packed.readDump(text, LIMITS).summary().packing().title()).isEqualTo("plain text");
    }

    private interface Writing {
        void to(TarArchiveOutputStream out) throws IOException;
    }

    private static byte[] tar(Writing writing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes, "UTF-8")) {
            writing.to(out);
        }
        return bytes.toByteArray();
    }

    private static void put(TarArchiveOutputStream out, TarArchiveEntry entry, byte[] content) throws IOException {
        entry.setSize(content.length);
        out.putArchiveEntry(entry);
        out.write(content);
        out.closeArchiveEntry();
    }

    private static byte[] zip(Zip64Mode mode, int method) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream((OutputStream) bytes)) {
            out.setUseZip64(mode);
            for (String name : new String[] {"a.json", "b.json"}) {
                ZipArchiveEntry entry = new ZipArchiveEntry(name);
                entry.setMethod(method);
                entry.setSize(DUMP.length);
                java.util.zip.CRC32 crc = new java.util.zip.CRC32();
                crc.update(DUMP);
                entry.setCrc(crc.getValue());
                out.putArchiveEntry(entry);
                out.write(DUMP);
                out.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** Makes the checksum of the first header right again. */
    private static void seal(byte[] tar) {
        Arrays.fill(tar, 148, 156, (byte) ' ');
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += tar[i] & 0xFF;
        }
        System.arraycopy(Packed.utf8(String.format("%06o\0 ", sum)), 0, tar, 148, 8);
    }

    @Test
    void membersOfBothVersionsOfTwittersApiAreReadSideBySide() throws IOException {
        String first = "{\"created_at\":\"Sat Dec 31 00:01:00 +0000 2022\",\"id\":1608976400000000000,\"text\":\"y\","
                + "\"user\":{\"id\":2}}\n";
        String second = "{\"data\":{\"id\":\"1613687269906616320\",\"text\":\"x\",\"author_id\":\"5\"}}\n";
        byte[] archive = Packed.tar(
                "2022/12/31/00/01.json",
                first.getBytes(StandardCharsets.UTF_8),
                "2023/01/13/00/01.json",
                second.getBytes(StandardCharsets.UTF_8));

        DumpReading reading = DumpReading.of(new ByteArrayInputStream(archive));

        assertThat(reading.records()).isEqualTo(2);
        assertThat(reading.events())
                .extracting(event -> event.accountId() + " " + event.capturedAt() + " " + event.notified())
                .containsExactly("2 2022-12-31T00:01:00Z true", "5 2023-01-13T00:01:00Z false");
    }
}
