// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.sorted;

import com.github.luben.zstd.ZstdDecompressCtx;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import org.apache.flink.core.fs.Path;

/**
 * The rows of many sorted files in the order of their keys, or those of a range of keys.
 *
 * <p>All runs are merged at once, each with one open file and one block in memory. Where there are more than
 * {@link #MOST_RUNS}, groups of them are first merged into scratch files. Rows of equal keys come in the order in which
 * the files are given.
 */
public final class SortedRows implements Closeable {
    private static final int MOST_RUNS = 256;

    private final ZstdDecompressCtx zstd = new ZstdDecompressCtx();
    private final List<File> scratchFiles = new ArrayList<>();
    private final PriorityQueue<Numbered> queue = new PriorityQueue<>();
    private Numbered current;

    private record Run(Path file, List<SortedIndex.Block> blocks) {}

    private record Numbered(RunCursor cursor, int number) implements Comparable<Numbered> {
        @Override
        public int compareTo(Numbered other) {
            int order = cursor.compareTo(other.cursor);
            return order == 0 ? Integer.compare(number, other.number) : order;
        }
    }

    private SortedRows() {}

    /**
     * Opens these files.
     *
     * @param from first key of the range
     * @param to first key behind the range, or null for all that follow
     * @param scratch names a new local file whenever one is needed
     */
    public static SortedRows open(List<Path> files, byte[] from, byte[] to, Supplier<File> scratch) throws IOException {
        return open(files, from, to, scratch, MOST_RUNS);
    }

    static SortedRows open(List<Path> files, byte[] from, byte[] to, Supplier<File> scratch, int mostRuns)
            throws IOException {
        List<Run> runs = new ArrayList<>();
        for (Path file : files) {
            addRuns(file, runs);
        }
        SortedRows rows = new SortedRows();
        try {
            while (runs.size() > mostRuns) {
                runs = rows.mergeGroups(runs, from, to, scratch, mostRuns);
            }
            rows.start(runs, from, to);
            return rows;
        } catch (IOException | RuntimeException e) {
            rows.close();
            throw e;
        }
    }

    private static void addRuns(Path file, List<Run> runs) throws IOException {
        for (List<SortedIndex.Block> blocks : SortedIndex.read(file).runs()) {
            runs.add(new Run(file, blocks));
        }
    }

    private List<Run> mergeGroups(List<Run> runs, byte[] from, byte[] to, Supplier<File> scratch, int mostRuns)
            throws IOException {
        List<Run> merged = new ArrayList<>();
        for (int start = 0; start < runs.size(); start += mostRuns) {
            File file = scratch.get();
            scratchFiles.add(file);
            SortedRows group = new SortedRows();
            try (RunWriter out = new RunWriter(Files.newOutputStream(file.toPath()));
                    group) {
                group.start(runs.subList(start, Math.min(start + mostRuns, runs.size())), from, to);
                while (group.next()) {
                    RunCursor row = group.current.cursor();
                    out.append(row.bytes(), row.row(), row.rowEnd() - row.row());
                }
                out.finish();
            }
            addRuns(Path.fromLocalFile(file), merged);
        }
        return merged;
    }

    private void start(List<Run> runs, byte[] from, byte[] to) throws IOException {
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            enqueue(new Numbered(new RunCursor(run.file(), run.blocks(), zstd, from, to), i));
        }
    }

    private void enqueue(Numbered run) throws IOException {
        if (run.cursor().next()) {
            queue.add(run);
        } else {
            run.cursor().close();
        }
    }

    /** Moves to the next row; false behind the last. */
    public boolean next() throws IOException {
        if (current != null) {
            Numbered last = current;
            current = null;
            enqueue(last);
        }
        current = queue.poll();
        return current != null;
    }

    /** The array that holds the current row's body; valid until the next move. */
    public byte[] bytes() {
        return current.cursor().bytes();
    }

    /** Where the current row's body begins. */
    public int body() {
        return current.cursor().body();
    }

    /** How many bytes the current row's body has. */
    public int bodyBytes() {
        return current.cursor().rowEnd() - current.cursor().body();
    }

    @Override
    public void close() throws IOException {
        if (current != null) {
            current.cursor().close();
        }
        for (Numbered run : queue) {
            run.cursor().close();
        }
        zstd.close();
        for (File file : scratchFiles) {
            Files.deleteIfExists(file.toPath());
        }
    }
}
