// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tilik.model.Platform;

/** Whatever happens to the bytes of a dump: nothing is thrown, reading ends, and every record has one outcome. */
class DumpDamageTest {
    private static final byte[] SIGNS = "{}[]\",:\\0129-.eE+TZnulltruefalse \n".getBytes(StandardCharsets.US_ASCII);

    @Provide
    Arbitrary<DumpFormat> formats() {
        return Arbitraries.of(TypedDumps.formats());
    }

    @Property(tries = 600, seed = "9")
    void everyRecordOfADamagedDumpHasOneOutcome(@ForAll("formats") DumpFormat format, @ForAll long seed)
            throws IOException {
        Random random = new Random(seed);
        List<byte[]> dumps = TypedDumps.of(format);
        byte[] dump = dumps.get(random.nextInt(dumps.size()));
        for (int blow = random.nextInt(4); blow >= 0; blow--) {
            dump = damaged(dump, random);
        }
        Platform platform = format.needsPlatform() ? Platform.TWITTER : null;

        DumpReading reading = DumpReading.of(new ByteArrayInputStream(dump), format, platform);

        long outcomes = (long) reading.primary().size()
                + reading.ledger().size()
                + reading.ignored().size()
                + reading.rejects().size();
        assertThat(outcomes).isBetween(reading.records(), reading.records() + 1);
    }

    private static byte[] damaged(byte[] dump, Random random) {
        if (dump.length < 2) {
            return dump;
        }
        int at = random.nextInt(dump.length - 1);
        byte sign = random.nextInt(4) == 0 ? (byte) random.nextInt() : SIGNS[random.nextInt(SIGNS.length)];
        return switch (random.nextInt(4)) {
            case 0 -> {
                byte[] flipped = dump.clone();
                flipped[at] = sign;
                yield flipped;
            }
            case 1 -> {
                byte[] longer = new byte[dump.length + 1];
                System.arraycopy(dump, 0, longer, 0, at);
                longer[at] = sign;
                System.arraycopy(dump, at, longer, at + 1, dump.length - at);
                yield longer;
            }
            case 2 -> {
                int end = Math.min(dump.length, at + 1 + random.nextInt(12));
                byte[] shorter = Arrays.copyOf(dump, dump.length - (end - at));
                System.arraycopy(dump, end, shorter, at, dump.length - end);
                yield shorter;
            }
            default -> random.nextInt(8) == 0 ? Arrays.copyOf(dump, at + 1) : dump;
        };
    }

    @Property(tries = 1)
    void undamagedDumpsAreToldAndHaveNothingToReject() throws IOException {
        for (DumpFormat format : TypedDumps.formats()) {
            for (byte[] dump : TypedDumps.of(format)) {
                assertThat(DumpFormat.candidates(dump)).as(format.id()).hasSize(1);
                DumpReading reading = DumpReading.of(new ByteArrayInputStream(dump), null, null);
                assertThat(reading.format()).isEqualTo(format);
                assertThat(reading.rejects()).as(format.id()).isEqualTo(List.of());
                assertThat(reading.events().size() + reading.ledger().size())
                        .as(format.id())
                        .isPositive();
            }
        }
    }
}
