// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.tilik.model.Event;

/** Dumps whose bytes were damaged: whatever happens to them, nothing is thrown and every record has one outcome. */
public final class MutatedRecords {
    private MutatedRecords() {}

    /** A change of some bytes. */
    public enum Change {
        FLIP,
        CUT,
        INSERT
    }

    /**
     * Damages a dump and reads it as one of this format.
     *
     * @param place where, in millionths of its length
     * @param bytes what is put there; their number is how much is cut
     */
    public static void read(DumpFormat format, String dump, Change change, int place, byte[] bytes) throws IOException {
        byte[] whole = dump.getBytes(StandardCharsets.UTF_8);
        int at = (int) ((long) whole.length * place / 1_000_000);
        byte[] before = Arrays.copyOf(whole, at);
        byte[] after = switch (change) {
            case FLIP -> flipped(Arrays.copyOfRange(whole, at, whole.length), bytes);
            case CUT -> Arrays.copyOfRange(whole, Math.min(whole.length, at + bytes.length), whole.length);
            case INSERT -> joined(bytes, Arrays.copyOfRange(whole, at, whole.length));
        };

        DumpReading reading = DumpReading.of(new ByteArrayInputStream(joined(before, after)), format, null);

        List<Event> primary = reading.primary();
        long outcomes = primary.size()
                + (long) reading.ignored().size()
                + reading.rejects().size();
        // A text that ends too early is a reject of its own beside those of its records.
        assertThat(outcomes).isBetween(reading.records(), reading.records() + 1);
    }

    private static byte[] flipped(byte[] tail, byte[] mask) {
        for (int i = 0; i < Math.min(tail.length, mask.length); i++) {
            tail[i] ^= mask[i];
        }
        return tail;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
