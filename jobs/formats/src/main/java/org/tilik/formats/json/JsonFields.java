// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int SLOTS_A_NAME = 4;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final F other;
    private final F[] fields;
    private final byte[][] names;
    /** The first eight bytes of each name and its length, which tell nearly all names apart. */
    private final long[] beginnings;

    private final int shift;

    private JsonFields(F other, F[] constants) {
        this.other = other;
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(constants.length * SLOTS_A_NAME - 1);
        shift = Long.SIZE - bits;
        fields = Arrays.copyOf(constants, 1 << bits);
        Arrays.fill(fields, null);
        names = new byte[1 << bits][];
        beginnings = new long[1 << bits];
        for (F constant : constants) {
            if (constant != other) {
                put(constant);
            }
        }
    }

    /** A field whose name is not that of its constant in lower case. */
    @FunctionalInterface
    public interface Named {
        /** The name in JSON, in ASCII. */
        String json();
    }

    /** The fields named by this constant's enum; the constant itself stands for all others. */
    public static <F extends Enum<F>> JsonFields<F> besides(F other) {
        return new JsonFields<>(other, other.getDeclaringClass().getEnumConstants());
    }

    private void put(F field) {
        String json = field instanceof Named named ? named.json() : field.name().toLowerCase(Locale.ROOT);
        byte[] name = json.getBytes(StandardCharsets.US_ASCII);
        long beginning = beginning(name, 0, name.length);
        int slot = slot(beginning);
        while (names[slot] != null) {
            slot = (slot + 1) & (names.length - 1);
        }
        names[slot] = name;
        beginnings[slot] = beginning;
        fields[slot] = field;
    }

    /** The field of the name in these bytes. */
    F find(byte[] bytes, int from, int to) {
        long beginning = beginning(bytes, from, to);
        int slot = slot(beginning);
        while (fields[slot] != null) {
            if (beginnings[slot] == beginning && Arrays.equals(names[slot], 0, names[slot].length, bytes, from, to)) {
                return fields[slot];
            }
            slot = (slot + 1) & (fields.length - 1);
        }
        return other;
    }

    private static long beginning(byte[] bytes, int from, int to) {
        int length = to - from;
        long word = 0;
        if (bytes.length - from >= Long.BYTES) {
            word = (long) LONGS.get(bytes, from);
            word = length < Long.BYTES ? word & ((1L << (length * Byte.SIZE)) - 1) : word;
        } else {
            for (int i = Math.min(length, Long.BYTES) - 1; i >= 0; i--) {
                word = (word << Byte.SIZE) | (bytes[from + i] & 0xFF);
            }
        }
        return word + (length << Byte.SIZE);
    }

    private int slot(long beginning) {
        return (int) ((beginning * MIX) >>> shift);
    }
}
