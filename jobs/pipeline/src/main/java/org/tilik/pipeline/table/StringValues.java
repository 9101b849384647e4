// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.statistics.Statistics;

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

    private final PlainTexts plain = new PlainTexts();
    private StringDictionary dictionary = new StringDictionary();
    private boolean lookingUp = true;
    private boolean worthwhile = true;
    private final PackedNumbers numbers = new PackedNumbers();
    private long looked;

    @Override
    void add(Object value) {
        if (!lookingUp) {
            plain.add((String) value);
            return;
        }
        numbers.add(dictionary.number((String) value));
        looked++;
        int distinct = dictionary.size();
        worthwhile = distinct <= ALWAYS_WORTH
                || (distinct * (long) LEAST_REPEATS <= looked
                        && dictionary.texts().bytes().size() <= MOST_DICTIONARY_BYTES);
    }

    /** Where a dictionary does not pay the page ends at once, and the next ones hold the texts. */
    @Override
    boolean isFull(int bytes) {
        return (lookingUp && !worthwhile) || plain.bytes().size() >= bytes;
    }

    @Override
    int bytes() {
        return numbers.size() * Integer.BYTES + plain.bytes().size();
    }

    @Override
    Encoding finishPage(PageBytes page, Statistics<?> statistics) {
        if (numbers.size() == 0) {
            page.write(plain.bytes().array(), 0, plain.bytes().size());
            plain.bound(statistics);
            plain.clear();
            return Encoding.PLAIN;
        }
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(dictionary.size() - 1);
        page.write(bits);
        numbers.writeTo(page, bits);
        numbers.clear();
        // Bounds of all texts so far in the chunk are bounds of the page too, and cost nothing.
        dictionary.texts().bound(statistics);
        lookingUp = worthwhile;
        return Encoding.RLE_DICTIONARY;
    }

    @Override
    StringDictionary finishChunk() {
        StringDictionary used = dictionary.size() > 0 ? dictionary : null;
        dictionary = new StringDictionary();
        looked = 0;
        return used;
    }
}
