// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster;

import java.time.Duration;
import java.util.concurrent.Callable;

/** A program that was handed to the cluster and runs there or has ended. */
public abstract class Submission {
    private final SeparateProcessCluster cluster;

    Submission(SeparateProcessCluster cluster) {
        this.cluster = cluster;
    }

    /** Whether the program has ended, well or badly. */
    public abstract boolean hasEnded() throws Exception;

    /** Whether the program has ended well: its main method returned and its jobs finished. */
    public abstract boolean hasSucceeded() throws Exception;

    /** The state in Flink's or the client's words, with the exceptions where there are any. */
    public abstract String describe();

    /** Returns once the condition holds; fails at the deadline, or as soon as the program ends without it. */
    public void waitUntil(String what, Duration deadline, Callable<Boolean> condition) throws Exception {
        Polling.until(what, deadline, this::details, () -> {
            // Asked in this order: a program that meets the condition as its last act must not fail the wait.
            boolean ended = hasEnded();
            boolean met = condition.call();
            if (ended && !met) {
                throw new ClusterException("The program ended before " + what, details());
            }
            return met;
        });
    }

    /** Returns once the program has ended, well or badly. */
    public void awaitEnd(Duration deadline) throws Exception {
        Polling.until("the program ends", deadline, this::details, this::hasEnded);
    }

    /** Returns once the program has ended well; fails with its exceptions and the logs otherwise. */
    public void await(Duration deadline) throws Exception {
        awaitEnd(deadline);
        if (!hasSucceeded()) {
            throw new ClusterException("The program failed", details());
        }
    }

    private String details() {
        return describe() + "\n" + cluster.logTails();
    }
}
