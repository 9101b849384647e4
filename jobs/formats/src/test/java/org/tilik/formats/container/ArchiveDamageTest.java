// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.tilik.formats.ReadProblem;
import org.tilik.model.RejectReason;

/** Whatever happens to the bytes of an archive: reading ends, throws nothing, and hands out only what was packed. */
class ArchiveDamageTest {
    private static final ReadLimits SMALL =
            ReadLimits.DEFAULT.withBlockBytes(1024).withMaxRecordBytes(4096);
    private static final byte[] FIRST = Packed.comments("a", 20);
    private static final byte[] SECOND = Packed.comments("b", 20);
    private static final Object[] MEMBERS = {
        "first.json", FIRST, "second.json.bz2", Packed.bzip2(SECOND), "inner.zip", Packed.zip("third.json", FIRST)
    };
    private static final Map<String, byte[]> FILES = Map.of(
            "tar", Packed.tar(MEMBERS),
            "tar.gz", Packed.gzip(Packed.tar(MEMBERS)),
            "tar.bz2", Packed.bzip2(Packed.tar(MEMBERS)),
            "tar.xz", Packed.xz(Packed.tar(MEMBERS)),
            "tar.zst", Packed.zstd(Packed.tar(MEMBERS)),
            "zip", Packed.zip(MEMBERS),
            "stored.zip", Packed.storedZip(MEMBERS),
            "bz2", Packed.concat(Packed.bzip2(FIRST), Packed.bzip2(SECOND)),
            "xz", Packed.concat(Packed.xz(FIRST), Packed.xz(SECOND)));
    private static final Set<String> PACKED = packed();

    private static Set<String> packed() {
        Set<String> lines = new HashSet<>();
        for (byte[] text : List.of(FIRST, SECOND)) {
            lines.addAll(Arrays.asList(new String(text, java.nio.charset.StandardCharsets.UTF_8).split("\n")));
        }
        return lines;
    }

    @Provide
    Arbitrary<String> containers() {
        return Arbitraries.of(FILES.keySet());
    }

    @Property(tries = 1500)
    void aCutFileGivesOnlyWhatWasPackedAndSaysThatItWasCut(
            @ForAll("containers") String container, @ForAll @IntRange(min = 1, max = 999_999) int share) {
        byte[] whole = FILES.get(container);
        byte[] cut = Arrays.copyOf(whole, (int) ((long) whole.length * share / 1_000_000));

        for (Packed.Content content : List.of(Packed.readDump(cut, SMALL), Packed.streamDump(cut, SMALL))) {
            assertThat(PACKED).containsAll(content.records());
            assertThat(content.summary().rawBytes()).isEqualTo(cut.length);
            assertThat(content.summary().sha256()).isEqualTo(Packed.sha256(cut));
            if (content.records().size() < 40 && container.contains(".")) {
                assertThat(content.problems()).isNotEmpty();
            }
            assertThat(content.problems()).hasSizeLessThanOrEqualTo(2);
        }
    }

    @Property(tries = 1500)
    void flippedBytesNeverThrowAndAreNeverPassedOverInSilence(
            @ForAll("containers") String container,
            @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 0, max = 999_999) Integer> places,
            @ForAll byte value) {
        byte[] file = FILES.get(container).clone();
        for (int place : places) {
            file[(int) ((long) file.length * place / 1_000_000)] = value;
        }

        Packed.Content content = Packed.readDump(file, SMALL);

        assertThat(content.summary().sha256()).isEqualTo(Packed.sha256(file));
        assertThat(content.summary().problems()).isEqualTo(content.problems().size());
        assertThat(content.problems())
                .extracting(ReadProblem::reason)
                .doesNotContain(RejectReason.OVERSIZE_RECORD)
                .allSatisfy(reason -> assertThat(reason)
                        .isIn(
                                RejectReason.CORRUPT_ARCHIVE,
                                RejectReason.TRUNCATED_ARCHIVE,
                                RejectReason.UNSAFE_ARCHIVE,
                                RejectReason.UNSUPPORTED_RECORD));
    }

    @Property(tries = 300)
    void randomBytesAreNoArchive(@ForAll @Size(max = 3000) byte[] bytes, @ForAll("magics") byte[] magic) {
        byte[] file = Packed.concat(magic, bytes);

        Packed.Content content = Packed.readDump(file, SMALL);

        assertThat(content.records()).isEmpty();
        assertThat(content.problems()).isNotEmpty();
        assertThat(Packed.ranges(file, SMALL.withRangeBytes(100))).isNotEmpty();
    }

    @Provide
    Arbitrary<byte[]> magics() {
        return Arbitraries.of(
                new byte[0],
                new byte[] {'P', 'K', 3, 4},
                new byte[] {'B', 'Z', 'h', '9', 0x31, 0x41, 0x59, 0x26, 0x53, 0x59},
                new byte[] {(byte) 0xFD, '7', 'z', 'X', 'Z', 0},
                new byte[] {0x1F, (byte) 0x8B, 8},
                Arrays.copyOf(Packed.tar("a", FIRST), 512));
    }
}
