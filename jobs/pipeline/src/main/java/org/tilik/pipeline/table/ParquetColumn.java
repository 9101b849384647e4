// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** One column of the row group being written: values are gathered page by page and packed at once. */
final class ParquetColumn {
    private static final int PAGE_BYTES = 1 << 20;
    /** What Parquet's own writer takes at most; readers skip whole pages by it. */
    private static final int PAGE_ROWS = 20_000;

    private final ColumnDescriptor descriptor;
    private final PageCodecs codecs;
    private final PageBytes page;
    private final ColumnValues values;
    private final boolean isList;
    private final int present;
    private final PackedNumbers definitions = new PackedNumbers();
    private final PackedNumbers repetitions = new PackedNumbers();
    private final List<Page> pages = new ArrayList<>();
    private int entries;
    private int rows;
    private int nulls;
    private long entriesOfChunk;
    private long bytesOfChunk;

    private record Page(byte[] packed, int bytes, int entries, int rows, Encoding encoding, Statistics<?> statistics) {}

    /** A column of this kind; the page is shared by the columns of a file, which finish their pages one at a time. */
    ParquetColumn(ColumnDescriptor descriptor, ColumnKind kind, PageCodecs codecs, PageBytes page) {
        this.descriptor = descriptor;
        this.codecs = codecs;
        this.page = page;
        this.values = ColumnValues.of(kind);
        this.isList = kind == ColumnKind.STRINGS;
        this.present = descriptor.getMaxDefinitionLevel();
        if (present > 1 || descriptor.getMaxRepetitionLevel() > 1) {
            throw new IllegalStateException("Column " + descriptor + " is nested deeper than tables are.");
        }
    }

    /** Adds this column's values of the first so many rows. */
    void addOf(Object[] from, int count, RowColumns.Column column) {
        for (int i = 0; i < count; i++) {
            Object value = column.get(from[i]);
            if (isList) {
                addList((List<?>) value);
            } else if (value == null) {
                addNull();
            } else {
                if (present > 0) {
                    definitions.add(1);
                }
                values.add(value);
                entries++;
            }
            rows++;
            if (rows == PAGE_ROWS || values.isFull(PAGE_BYTES)) {
                finishPage();
            }
        }
    }

    private void addNull() {
        if (present == 0) {
            throw new IllegalStateException("Column " + descriptor + " must have a value in every row.");
        }
        definitions.add(0);
        nulls++;
        entries++;
    }

    /** An empty list is one entry without a value. */
    private void addList(List<?> elements) {
        if (elements.isEmpty()) {
            repetitions.add(0);
            addNull();
            return;
        }
        for (int i = 0; i < elements.size(); i++) {
            repetitions.add(i == 0 ? 0 : 1);
            definitions.add(1);
            values.add(elements.get(i));
            entries++;
        }
    }

    /** Uncompressed bytes of the row group so far. */
    long bytes() {
        return bytesOfChunk + values.bytes();
    }

    private void finishPage() {
        page.clear();
        if (isList) {
            writeLevels(repetitions);
        }
        if (present > 0) {
            writeLevels(definitions);
        }
        Statistics<?> statistics = Statistics.createStats(descriptor.getPrimitiveType());
        statistics.incrementNumNulls(nulls);
        Encoding encoding = values.finishPage(page, statistics);
        byte[] packed = codecs.compress(page.array(), page.size());
        pages.add(new Page(packed, page.size(), entries, rows, encoding, statistics));
        entriesOfChunk += entries;
        bytesOfChunk += page.size();
        entries = 0;
        rows = 0;
        nulls = 0;
    }

    private void writeLevels(PackedNumbers levels) {
        int start = page.size();
        page.writeInt(0);
        levels.writeTo(page, 1);
        page.setInt(start, page.size() - start - Integer.BYTES);
        levels.clear();
    }

    /** Writes the pages of the row group and begins the next. */
    void finishChunk(ParquetFileWriter file) throws IOException {
        if (rows > 0) {
            finishPage();
        }
        file.startColumn(descriptor, entriesOfChunk, CompressionCodecName.ZSTD);
        StringDictionary dictionary = values.finishChunk();
        if (dictionary != null) {
            PageBytes texts = dictionary.texts().bytes();
            file.writeDictionaryPage(new DictionaryPage(
                    BytesInput.from(codecs.compress(texts.array(), texts.size())),
                    texts.size(),
                    dictionary.size(),
                    Encoding.PLAIN));
        }
        for (Page each : pages) {
            file.writeDataPage(
                    each.entries(),
                    each.bytes(),
                    BytesInput.from(each.packed()),
                    each.statistics(),
                    each.rows(),
                    Encoding.RLE,
                    Encoding.RLE,
                    each.encoding());
        }
        file.endColumn();
        pages.clear();
        entriesOfChunk = 0;
        bytesOfChunk = 0;
    }
}
