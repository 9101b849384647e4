// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * What the stream will still have to announce, by time. Only what is due within the hour is held in memory; the rest
 * waits in one temporary file an hour, so that the memory does not grow with the number of items.
 */
final class Agenda implements Closeable {
    private static final long HOUR_MS = 3_600_000;
    private static final int ENTRY_BYTES = 3 * Long.BYTES + 1;
    private static final int BUFFERED_ENTRIES = 160;

    private final Path folder;
    private final TreeMap<Long, ByteBuffer> later = new TreeMap<>();
    private final PriorityQueue<Notice> due = new PriorityQueue<>(
            Comparator.comparingLong(Notice::at).thenComparingLong(Notice::id).thenComparing(Notice::withheld));
    private long hour = Long.MIN_VALUE;

    /**
     * A notice about a status.
     *
     * @param at millisecond at which the stream sends it
     * @param withheld whether it says that the status is withheld somewhere; otherwise it was deleted
     */
    record Notice(long at, long id, long userId, boolean withheld) {}

    /** Takes due notices. */
    @FunctionalInterface
    interface Taker {
        void take(Notice notice) throws IOException;
    }

    /** An empty agenda, whose temporary files lie in a new folder below this one. */
    Agenda(Path parent) throws IOException {
        this.folder = Files.createTempDirectory(parent, ".agenda-");
    }

    void add(Notice notice) throws IOException {
        long of = Math.floorDiv(notice.at(), HOUR_MS);
        if (of <= hour) {
            due.add(notice);
            return;
        }
        ByteBuffer buffer = later.computeIfAbsent(of, key -> ByteBuffer.allocate(BUFFERED_ENTRIES * ENTRY_BYTES));
        if (!buffer.hasRemaining()) {
            Files.write(file(of), buffer.array(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            buffer.clear();
        }
        buffer.putLong(notice.at()).putLong(notice.id()).putLong(notice.userId());
        buffer.put((byte) (notice.withheld() ? 1 : 0));
    }

    /** Hands over, in order of time, what is due before this millisecond; no earlier notice may be added afterwards. */
    void takeUntil(long before, Taker taker) throws IOException {
        long until = Math.floorDiv(before, HOUR_MS);
        while (!later.isEmpty() && later.firstKey() <= until) {
            Map.Entry<Long, ByteBuffer> next = later.pollFirstEntry();
            takeDue(next.getKey() * HOUR_MS, taker);
            hour = next.getKey();
            load(next.getKey(), next.getValue());
        }
        hour = Math.max(hour, until);
        takeDue(before, taker);
    }

    private void takeDue(long before, Taker taker) throws IOException {
        while (!due.isEmpty() && due.peek().at() < before) {
            taker.take(due.remove());
        }
    }

    private void load(long of, ByteBuffer buffered) throws IOException {
        Path file = file(of);
        if (Files.exists(file)) {
            loadAll(ByteBuffer.wrap(Files.readAllBytes(file)));
            Files.delete(file);
        }
        loadAll(buffered.flip());
    }

    private void loadAll(ByteBuffer entries) {
        while (entries.hasRemaining()) {
            due.add(new Notice(entries.getLong(), entries.getLong(), entries.getLong(), entries.get() == 1));
        }
    }

    private Path file(long of) {
        return folder.resolve(Long.toString(of));
    }

    @Override
    public void close() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
