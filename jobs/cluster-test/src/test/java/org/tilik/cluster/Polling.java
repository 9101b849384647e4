// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Waits for conditions that nobody announces (a file, another process's REST answer), never longer than a deadline. */
final class Polling {
    private static final long PAUSE_MS = 50;
    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private Polling() {}

    /** Returns once the condition holds; at the deadline fails with what was awaited and the given details. */
    static void until(String what, Duration deadline, Supplier<String> details, Callable<Boolean> condition)
            throws Exception {
        Instant end = Instant.now().plus(deadline);
        while (!condition.call()) {
            if (Instant.now().isAfter(end)) {
                throw new ClusterException(
                        "Waited " + deadline.toSeconds() + " s in vain until " + what, details.get());
            }
            if (NEVER.await(PAUSE_MS, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("nobody counts this latch down");
            }
        }
    }
}
