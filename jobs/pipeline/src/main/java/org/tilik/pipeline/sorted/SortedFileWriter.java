// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.sorted;

import java.io.Closeable;
import java.io.IOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/**
 * Writes rows that come in any order as a file of sorted runs; an earlier file of this name is replaced. Holds one run
 * in memory, whose size does not depend on the number of rows.
 */
public final class SortedFileWriter implements Closeable {
    /** Several of these may be open in one process, and each run is one more to merge. */
    private static final int RUN_BYTES = 16 << 20;

    private static final int FIRST_BYTES = 1 << 18;
    private static final int FIRST_ROWS = 1 << 10;
    private static final int INDEX_BITS = 20;
    private static final int MOST_ROWS = 1 << INDEX_BITS;

    private final MessageDigest digest = sha256();
    private final RunWriter file;
    private final int runBytes;
    private byte[] bytes = new byte[FIRST_BYTES];
    private int length;
    private int[] starts = new int[FIRST_ROWS];
    private int count;

    /** A writer of this file. */
    public SortedFileWriter(Path file) throws IOException {
        this(file, RUN_BYTES);
    }

    SortedFileWriter(Path path, int runBytes) throws IOException {
        this.runBytes = runBytes;
        this.file = new RunWriter(
                new DigestOutputStream(path.getFileSystem().create(path, FileSystem.WriteMode.OVERWRITE), digest));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java lacks SHA-256, which every JDK must have.", e);
        }
    }

    /** Adds a row: its key and the first so many bytes of its body. */
    public void add(SortKey key, byte[] body, int bodyBytes) throws IOException {
        int rowBytes = Math.addExact(RunWriter.HEAD_BYTES + key.length(), bodyBytes);
        if (count > 0 && (rowBytes > runBytes - length || count == MOST_ROWS)) {
            writeRun();
        }
        reserve(rowBytes);
        starts[count++] = length;
        RunWriter.INT.set(bytes, length, key.length());
        RunWriter.INT.set(bytes, length + Integer.BYTES, bodyBytes);
        System.arraycopy(key.bytes(), 0, bytes, length + RunWriter.HEAD_BYTES, key.length());
        System.arraycopy(body, 0, bytes, length + RunWriter.HEAD_BYTES + key.length(), bodyBytes);
        length += rowBytes;
    }

    private void reserve(int rowBytes) {
        if (rowBytes > bytes.length - length) {
            int doubled = Math.min(2 * bytes.length, Math.max(runBytes, bytes.length));
            bytes = Arrays.copyOf(bytes, Math.max(doubled, Math.addExact(length, rowBytes)));
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
        }
    }

    private void writeRun() throws IOException {
        for (int row : sorted()) {
            file.append(bytes, row, rowEnd(row) - row);
        }
        file.endRun();
        length = 0;
        count = 0;
    }

    /**
     * Where the rows start, in the order of their keys: sorted as numbers made of the first bits of the key and the
     * number of the row, which is several times faster than comparing keys; rows that are equal in these bits are put
     * in order afterwards. Rows of equal keys stay as they came.
     */
    private int[] sorted() {
        long[] order = new long[count];
        for (int i = 0; i < count; i++) {
            int key = starts[i] + RunWriter.HEAD_BYTES;
            long prefix = SortKey.prefix(bytes, key, keyEnd(starts[i]));
            order[i] = (prefix >>> INDEX_BITS << INDEX_BITS | i) ^ Long.MIN_VALUE;
        }
        Arrays.sort(order);
        int[] rows = new int[count];
        int groupStart = 0;
        for (int i = 0; i < count; i++) {
            rows[i] = starts[(int) (order[i] & (MOST_ROWS - 1))];
            if (i + 1 == count || order[i] >>> INDEX_BITS != order[i + 1] >>> INDEX_BITS) {
                sortGroup(rows, groupStart, i + 1);
                groupStart = i + 1;
            }
        }
        return rows;
    }

    private void sortGroup(int[] rows, int from, int to) {
        if (to - from > 1) {
            Integer[] group = new Integer[to - from];
            Arrays.setAll(group, i -> rows[from + i]);
            Arrays.sort(group, this::compare);
            for (int i = from; i < to; i++) {
                rows[i] = group[i - from];
            }
        }
    }

    private int compare(int row, int other) {
        return Arrays.compareUnsigned(
                bytes, row + RunWriter.HEAD_BYTES, keyEnd(row), bytes, other + RunWriter.HEAD_BYTES, keyEnd(other));
    }

    private int keyEnd(int row) {
        return row + RunWriter.HEAD_BYTES + (int) RunWriter.INT.get(bytes, row);
    }

    private int rowEnd(int row) {
        return keyEnd(row) + (int) RunWriter.INT.get(bytes, row + Integer.BYTES);
    }

    /** Writes what is left and closes the file; gives its SHA-256 in hex. */
    public String finish() throws IOException {
        writeRun();
        file.finish();
        file.close();
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Closes without a result, after a failure. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
