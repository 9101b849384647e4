// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;

/**
 * Counts the zstd decoders with a long window that are open in this JVM, and makes the next one wait when there are
 * enough of them.
 *
 * <p>Reddit dumps are packed with a window of 2 GiB, which is native memory outside the heap: without a limit, as many
 * slots as read such files at once would take as many times 2 GiB and the machine would kill the process.
 */
public final class LongWindows {
    /** Windows up to this many bytes need no permit: it is what zstd itself allows without being asked. */
    static final long FREE_WINDOW_BYTES = 128L << 20;

    private static final Object LOCK = new Object();
    private static int open;

    private LongWindows() {}

    /** How many long windows are open in this JVM now. */
    public static int open() {
        synchronized (LOCK) {
            return open;
        }
    }

    static void acquire(String file, long windowBytes, int limit, Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (LOCK) {
            while (open >= limit) {
                long millis = (deadline - System.nanoTime() + 999_999) / 1_000_000;
                if (millis <= 0) {
                    throw new IOException(refusal(file, windowBytes, limit, patience));
                }
                try {
                    LOCK.wait(millis);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    InterruptedIOException stop = new InterruptedIOException(
                            file + ": interrupted while waiting for a free long zstd window");
                    stop.initCause(e);
                    throw stop;
                }
            }
            open++;
        }
    }

    static void release() {
        synchronized (LOCK) {
            open--;
            LOCK.notifyAll();
        }
    }

    private static String refusal(String file, long windowBytes, int limit, Duration patience) {
        String size = windowBytes == Long.MAX_VALUE ? "of unknown size" : "of " + (windowBytes >> 20) + " MiB";
        return file + " needs a zstd window " + size + ", and " + limit
                + " long windows are open in this process, which"
                + " is the limit; none was given back within " + patience.toSeconds() + " s. Read fewer such files at"
                + " once, or raise " + ReadLimits.MAX_OPEN_WINDOWS_SETTING
                + " if the machine has that much memory beside the heap.";
    }
}
