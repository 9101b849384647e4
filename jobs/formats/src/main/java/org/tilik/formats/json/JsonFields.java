// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * The names of an object's fields that a decoder wants, each an enum constant whose name in small letters is the name of
 * the field.
 *
 * @param <F> the enum; one of its constants stands for every other field
 */
public final class JsonFields<F extends Enum<F>> {
    private static final int SLOTS_A_NAME = 4;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final F other;
    private final F[] fields;
    private final byte[][] names;
    private final int shift;

    private JsonFields(F other, F[] constants) {
        this.other = other;
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(constants.length * SLOTS_A_NAME - 1);
        shift = Long.SIZE - bits;
        fields = Arrays.copyOf(constants, 1 << bits);
        Arrays.fill(fields, null);
        names = new byte[1 << bits][];
        for (F constant : constants) {
            if (constant != other) {
                put(constant);
            }
        }
    }

    /** The fields named by this constant's enum; the constant itself stands for all others. */
    public static <F extends Enum<F>> JsonFields<F> besides(F other) {
        return new JsonFields<>(other, other.getDeclaringClass().getEnumConstants());
    }

    private void put(F field) {
        byte[] name = field.name().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
        int slot = slot(name, 0, name.length);
        while (names[slot] != null) {
            slot = (slot + 1) & (names.length - 1);
        }
        names[slot] = name;
        fields[slot] = field;
    }

    /** The field of the name in these bytes. */
    F find(byte[] bytes, int from, int to) {
        int slot = slot(bytes, from, to);
        while (names[slot] != null) {
            byte[] name = names[slot];
            if (name.length == to - from && Arrays.equals(name, 0, name.length, bytes, from, to)) {
                return fields[slot];
            }
            slot = (slot + 1) & (names.length - 1);
        }
        return other;
    }

    /** By length and three bytes: names of one dump seldom agree in all of them, and a comparison follows. */
    private int slot(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length == 0) {
            return 0;
        }
        long mixed = length | (bytes[from] << 8) | (bytes[from + length / 2] << 16) | (bytes[to - 1] << 24);
        return (int) ((mixed * MIX) >>> shift);
    }
}
