// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The binary form in which rows of one table travel between operators and lie in sorted files.
 *
 * <p>A row is one bit for each column, set where it holds a value, then the values in the order of the schema: a text as
 * its length and UTF-8, a time as microseconds since 1970 in 8 bytes, a whole number in as many bytes as it needs. Both
 * sides must have the same schema. Not thread-safe.
 */
public final class RowBytes<R extends Record> {
    private static final VarHandle FIXED = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    /** Longer texts hardly repeat from row to row. */
    private static final int REPEATED_BYTES = 24;

    private static final int FIRST_BYTES = 1 << 10;
    private static final int LONG_VARINT_BYTES = 10;
    private static final int SEVEN_BITS = 0x7F;
    private static final int MORE = 0x80;

    private final RowColumns columns;
    private final int maskBytes;
    private final Repeated[] repeated;
    private byte[] buffer = new byte[FIRST_BYTES];
    private int end;
    private byte[] source;
    private int position;

    /** The text that a column held last: most columns hold few different ones. */
    private static final class Repeated {
        private byte[] bytes = {};
        private String text = "";
    }

    RowBytes(RowColumns columns) {
        this.columns = columns;
        this.maskBytes = (columns.size() + Byte.SIZE - 1) / Byte.SIZE;
        this.repeated = new Repeated[columns.size()];
        Arrays.setAll(repeated, column -> new Repeated());
    }

    /** Encodes the row into {@link #buffer} and says how many bytes it took. */
    public int encode(R row) {
        Arrays.fill(buffer, 0, maskBytes, (byte) 0);
        end = maskBytes;
        for (int i = 0; i < columns.size(); i++) {
            Object value = columns.get(i).get(row);
            if (value != null) {
                buffer[i / Byte.SIZE] |= (byte) (1 << (i % Byte.SIZE));
                put(columns.get(i).kind(), value);
            }
        }
        return end;
    }

    /** The bytes of the row encoded last, from 0; valid until the next one. */
    public byte[] buffer() {
        return buffer;
    }

    private void put(ColumnKind kind, Object value) {
        switch (kind) {
            case STRING -> putText((String) value);
            case LONG, INT -> putVarint(zigzag(((Number) value).longValue()));
            case DOUBLE -> putFixed(Double.doubleToRawLongBits((Double) value));
            case INSTANT -> putFixed(ColumnKind.toMicros((Instant) value));
            case BOOLEAN -> putVarint((Boolean) value ? 1 : 0);
            case STRINGS -> {
                List<?> texts = (List<?>) value;
                putVarint(texts.size());
                for (Object text : texts) {
                    putText((String) text);
                }
            }
        }
    }

    private void putText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        putVarint(bytes.length);
        reserve(bytes.length);
        System.arraycopy(bytes, 0, buffer, end, bytes.length);
        end += bytes.length;
    }

    private void putFixed(long value) {
        reserve(Long.BYTES);
        FIXED.set(buffer, end, value);
        end += Long.BYTES;
    }

    private void putVarint(long value) {
        reserve(LONG_VARINT_BYTES);
        long left = value;
        while ((left & ~SEVEN_BITS) != 0) {
            buffer[end++] = (byte) ((left & SEVEN_BITS) | MORE);
            left >>>= Byte.SIZE - 1;
        }
        buffer[end++] = (byte) left;
    }

    private void reserve(int bytes) {
        if (bytes > buffer.length - end) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, Math.addExact(end, bytes)));
        }
    }

    private static long zigzag(long value) {
        return (value << 1) ^ (value >> (Long.SIZE - 1));
    }

    /** The row whose bytes begin at this place. */
    @SuppressWarnings("unchecked")
    public R decode(byte[] bytes, int start) {
        source = bytes;
        position = start + maskBytes;
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            if ((bytes[start + i / Byte.SIZE] >> (i % Byte.SIZE) & 1) != 0) {
                values[i] = take(i);
            }
        }
        return (R) columns.row(values);
    }

    private Object take(int column) {
        return switch (columns.get(column).kind()) {
            case STRING -> takeText(column);
            case LONG -> unzigzag(takeVarint());
            case INT -> (int) unzigzag(takeVarint());
            case DOUBLE -> Double.longBitsToDouble(takeFixed());
            case INSTANT -> ColumnKind.fromMicros(takeFixed());
            case BOOLEAN -> takeVarint() != 0;
            case STRINGS -> takeTexts(column);
        };
    }

    private String takeText(int column) {
        int length = (int) takeVarint();
        int start = position;
        position += length;
        if (length > REPEATED_BYTES) {
            return new String(source, start, length, StandardCharsets.UTF_8);
        }
        Repeated last = repeated[column];
        if (!Arrays.equals(last.bytes, 0, last.bytes.length, source, start, position)) {
            last.bytes = Arrays.copyOfRange(source, start, position);
            last.text = new String(last.bytes, StandardCharsets.UTF_8);
        }
        return last.text;
    }

    private List<String> takeTexts(int column) {
        int size = (int) takeVarint();
        if (size == 0) {
            return List.of();
        }
        List<String> texts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            texts.add(takeText(column));
        }
        return texts;
    }

    private long takeFixed() {
        long value = (long) FIXED.get(source, position);
        position += Long.BYTES;
        return value;
    }

    private long takeVarint() {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = source[position++];
            value |= (long) (next & SEVEN_BITS) << shift;
            shift += Byte.SIZE - 1;
        } while (next < 0);
        return value;
    }

    private static long unzigzag(long value) {
        return (value >>> 1) ^ -(value & 1);
    }
}
