// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.apache.parquet.io.api.Binary;

/**
 * Texts of one page: as numbers of a dictionary while few are distinct, else as they are.
 *
 * <p>Looking up texts that never come again costs more than writing them, so a column that has shown many distinct values
 * once goes without a dictionary for the rest of the file.
 */
final class StringValues extends ColumnValues {
    /** So few distinct values are looked up cheaply, whatever their share. */
    private static final int ALWAYS_WORTH = 512;

    private static final int LEAST_REPEATS = 4;
    private static final int MOST_DICTIONARY_BYTES = 1 << 20;

    private StringDictionary dictionary = new StringDictionary();
    private boolean hasDictionaryPages;
    private boolean plainFromNow;
    private long looked;
    private int[] numbers = new int[256];
    private int size;

    private final PageBytes plain = new PageBytes();
    private int least = -1;
    private int most = -1;

    @Override
    void add(Object value) {
        if (plainFromNow) {
            addPlain(value);
            return;
        }
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size++] = dictionary.number((String) value);
        looked++;
        int distinct = dictionary.size();
        if (distinct > ALWAYS_WORTH
                && (distinct * (long) LEAST_REPEATS > looked
                        || dictionary.plain().size() > MOST_DICTIONARY_BYTES)) {
            abandonDictionary();
        }
    }

    private void addPlain(Object value) {
        int start = plain.size();
        byte[] bytes = ((String) value).getBytes(StandardCharsets.UTF_8);
        plain.writeInt(bytes.length);
        plain.write(bytes, 0, bytes.length);
        bound(start);
    }

    /** Earlier pages of the chunk keep their numbers; this page and all that follow hold the texts themselves. */
    private void abandonDictionary() {
        plainFromNow = true;
        for (int i = 0; i < size; i++) {
            int from = dictionary.start(numbers[i]);
            int start = plain.size();
            plain.write(dictionary.plain().array(), from, dictionary.start(numbers[i] + 1) - from);
            bound(start);
        }
        size = 0;
    }

    private void bound(int start) {
        if (least < 0) {
            least = start;
            most = start;
        } else if (compare(plain, start, least) < 0) {
            least = start;
        } else if (compare(plain, start, most) > 0) {
            most = start;
        }
    }

    @Override
    int bytes() {
        return plainFromNow ? plain.size() : size * Integer.BYTES;
    }

    @Override
    Encoding finishPage(PageBytes page, Statistics<?> statistics) throws IOException {
        if (plainFromNow || size == 0) {
            page.write(plain.array(), 0, plain.size());
            if (least >= 0) {
                statistics.updateStats(text(plain, least));
                statistics.updateStats(text(plain, most));
            }
            plain.clear();
            least = -1;
            most = -1;
            return Encoding.PLAIN;
        }
        hasDictionaryPages = true;
        writeNumbers(page);
        boundNumbers(statistics);
        size = 0;
        return Encoding.RLE_DICTIONARY;
    }

    private void writeNumbers(PageBytes page) throws IOException {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(dictionary.size() - 1);
        page.write(bits);
        try (RunLengthBitPackingHybridEncoder encoder =
                new RunLengthBitPackingHybridEncoder(bits, 1 << 10, 1 << 16, HeapByteBufferAllocator.getInstance())) {
            for (int i = 0; i < size; i++) {
                encoder.writeInt(numbers[i]);
            }
            encoder.toBytes().writeAllTo(page);
        }
    }

    private void boundNumbers(Statistics<?> statistics) {
        BitSet used = new BitSet(dictionary.size());
        for (int i = 0; i < size; i++) {
            used.set(numbers[i]);
        }
        PageBytes texts = dictionary.plain();
        int first = dictionary.start(numbers[0]);
        int last = first;
        for (int number = used.nextSetBit(0); number >= 0; number = used.nextSetBit(number + 1)) {
            int at = dictionary.start(number);
            first = compare(texts, at, first) < 0 ? at : first;
            last = compare(texts, at, last) > 0 ? at : last;
        }
        statistics.updateStats(text(texts, first));
        statistics.updateStats(text(texts, last));
    }

    @Override
    StringDictionary finishChunk() {
        StringDictionary used = hasDictionaryPages ? dictionary : null;
        dictionary = plainFromNow ? null : new StringDictionary();
        hasDictionaryPages = false;
        looked = 0;
        return used;
    }

    private static int compare(PageBytes texts, int one, int other) {
        int from = one + Integer.BYTES;
        int otherFrom = other + Integer.BYTES;
        return Arrays.compareUnsigned(
                texts.array(),
                from,
                from + texts.getInt(one),
                texts.array(),
                otherFrom,
                otherFrom + texts.getInt(other));
    }

    private static Binary text(PageBytes texts, int start) {
        int from = start + Integer.BYTES;
        return Binary.fromConstantByteArray(Arrays.copyOfRange(texts.array(), from, from + texts.getInt(start)));
    }
}
