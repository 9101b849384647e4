// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalDataBuilder;

/** Items of one stratum, one by one, in columns of numbers: 34 bytes each. */
final class ItemColumns {
    private static final int IN_FAMILY = 1;
    private static final int CONFIRMED = 2;
    private static final int NO_FAMILY = -1;

    private double[] entry = new double[16];
    private double[] lower = new double[16];
    private double[] upper = new double[16];
    private byte[] cause = new byte[16];
    private byte[] flags = new byte[16];
    private long[] unit = new long[16];
    private int size;

    /** One item; {@code unit} as in {@link org.tilik.measure.removal.counts.RiskCounter#add}. */
    void add(
            double entryHours,
            double lowerHours,
            double upperHours,
            int causeNumber,
            boolean confirmed,
            long unitHash,
            boolean inFamily) {
        if (size == entry.length) {
            resize(2 * size);
        }
        entry[size] = entryHours;
        lower[size] = lowerHours;
        upper[size] = upperHours;
        cause[size] = (byte) causeNumber;
        flags[size] = (byte) ((inFamily ? IN_FAMILY : 0) | (confirmed ? CONFIRMED : 0));
        unit[size++] = unitHash;
    }

    private void resize(int capacity) {
        entry = Arrays.copyOf(entry, capacity);
        lower = Arrays.copyOf(lower, capacity);
        upper = Arrays.copyOf(upper, capacity);
        cause = Arrays.copyOf(cause, capacity);
        flags = Arrays.copyOf(flags, capacity);
        unit = Arrays.copyOf(unit, capacity);
    }

    int size() {
        return size;
    }

    /** What takes items one by one. */
    interface Taker {
        void take(
                double entryHours,
                double lowerHours,
                double upperHours,
                int causeNumber,
                boolean confirmed,
                long unitHash,
                boolean inFamily);
    }

    void forEach(Taker taker) {
        for (int i = 0; i < size; i++) {
            taker.take(entry[i], lower[i], upper[i], cause[i], is(i, CONFIRMED), unit[i], is(i, IN_FAMILY));
        }
    }

    private boolean is(int i, int flag) {
        return (flags[i] & flag) != 0;
    }

    /** The items as estimates take them; those without confirmation as not gone, where asked for. */
    RemovalData data(boolean censorsUnconfirmed) {
        long[] families = new long[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (is(i, IN_FAMILY)) {
                families[count++] = unit[i];
            }
        }
        Arrays.sort(families, 0, count);
        RemovalDataBuilder rows = RemovalData.builder(Causes.NAMES);
        for (int i = 0; i < size; i++) {
            // Numbers of families may have gaps; equal ones find the same place.
            int family = is(i, IN_FAMILY) ? Arrays.binarySearch(families, 0, count, unit[i]) : NO_FAMILY;
            boolean censored = censorsUnconfirmed && !is(i, CONFIRMED);
            rows.add(
                    entry[i],
                    lower[i],
                    censored ? Double.POSITIVE_INFINITY : upper[i],
                    censored ? 0 : cause[i],
                    1,
                    family);
        }
        return rows.build();
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(size);
        for (int i = 0; i < size; i++) {
            out.writeDouble(entry[i]);
            out.writeDouble(lower[i]);
            out.writeDouble(upper[i]);
            out.writeByte(cause[i]);
            out.writeByte(flags[i]);
            out.writeLong(unit[i]);
        }
    }

    static void read(DataInput in, Taker taker) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            double entryHours = in.readDouble();
            double lowerHours = in.readDouble();
            double upperHours = in.readDouble();
            byte causeNumber = in.readByte();
            byte flag = in.readByte();
            taker.take(
                    entryHours,
                    lowerHours,
                    upperHours,
                    causeNumber,
                    (flag & CONFIRMED) != 0,
                    in.readLong(),
                    (flag & IN_FAMILY) != 0);
        }
    }
}
