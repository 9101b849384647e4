// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.time.Instant;
import java.util.Arrays;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.statistics.Statistics;

/** The values of one column of the page being written, without nulls. */
abstract class ColumnValues {
    /** Values for columns of this kind; those of lists are their elements. */
    static ColumnValues of(ColumnKind kind) {
        return switch (kind) {
            case STRING, STRINGS -> new StringValues();
            case LONG, INSTANT -> new Longs();
            case INT -> new Ints();
            case DOUBLE -> new Doubles();
            case BOOLEAN -> new Booleans();
        };
    }

    /** Adds a value as rows hold it. */
    abstract void add(Object value);

    /** About how many bytes they will take. */
    abstract int bytes();

    /** Whether the page should end because it has so many bytes, or for another reason. */
    boolean isFull(int bytes) {
        return bytes() >= bytes;
    }

    /** Writes the values, adds their bounds to the statistics, and begins anew. */
    abstract Encoding finishPage(PageBytes page, Statistics<?> statistics);

    /** Values that the pages of this chunk refer to, or null where they hold their values themselves. */
    StringDictionary finishChunk() {
        return null;
    }

    private static final class Longs extends ColumnValues {
        private long[] values = new long[256];
        private int size;

        @Override
        void add(Object value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value instanceof Instant instant ? ColumnKind.toMicros(instant) : (Long) value;
        }

        @Override
        int bytes() {
            return size * Long.BYTES;
        }

        @Override
        Encoding finishPage(PageBytes page, Statistics<?> statistics) {
            long least = Long.MAX_VALUE;
            long most = Long.MIN_VALUE;
            for (int i = 0; i < size; i++) {
                least = Math.min(least, values[i]);
                most = Math.max(most, values[i]);
                page.writeLong(values[i]);
            }
            if (size > 0) {
                statistics.updateStats(least);
                statistics.updateStats(most);
            }
            size = 0;
            return Encoding.PLAIN;
        }
    }

    /** Few columns hold these, so they go straight into bytes. */
    private static final class Ints extends ColumnValues {
        private final PageBytes values = new PageBytes();

        @Override
        void add(Object value) {
            values.writeInt((Integer) value);
        }

        @Override
        int bytes() {
            return values.size();
        }

        @Override
        Encoding finishPage(PageBytes page, Statistics<?> statistics) {
            for (int at = 0; at < values.size(); at += Integer.BYTES) {
                statistics.updateStats(values.getInt(at));
            }
            page.write(values.array(), 0, values.size());
            values.clear();
            return Encoding.PLAIN;
        }
    }

    private static final class Doubles extends ColumnValues {
        private double[] values = new double[256];
        private int size;

        @Override
        void add(Object value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = (Double) value;
        }

        @Override
        int bytes() {
            return size * Double.BYTES;
        }

        @Override
        Encoding finishPage(PageBytes page, Statistics<?> statistics) {
            for (int i = 0; i < size; i++) {
                statistics.updateStats(values[i]);
                page.writeLong(Double.doubleToLongBits(values[i]));
            }
            size = 0;
            return Encoding.PLAIN;
        }
    }

    /** Eight to a byte, the first in the lowest bit. */
    private static final class Booleans extends ColumnValues {
        private final PageBytes packed = new PageBytes();
        private int bits;
        private int size;
        private boolean anyTrue;
        private boolean anyFalse;

        @Override
        void add(Object value) {
            boolean bit = (Boolean) value;
            anyTrue |= bit;
            anyFalse |= !bit;
            bits |= (bit ? 1 : 0) << (size & 7);
            if ((++size & 7) == 0) {
                packed.write(bits);
                bits = 0;
            }
        }

        @Override
        int bytes() {
            return packed.size() + 1;
        }

        @Override
        Encoding finishPage(PageBytes page, Statistics<?> statistics) {
            if ((size & 7) != 0) {
                packed.write(bits);
            }
            page.write(packed.array(), 0, packed.size());
            if (anyTrue) {
                statistics.updateStats(true);
            }
            if (anyFalse) {
                statistics.updateStats(false);
            }
            packed.clear();
            bits = 0;
            size = 0;
            anyTrue = false;
            anyFalse = false;
            return Encoding.PLAIN;
        }
    }
}
