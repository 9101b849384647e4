// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.tilik.pipeline.execution.StreamingJob;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.watch.AlertFiles;
import org.tilik.pipeline.watch.AlertLine;
import org.tilik.pipeline.watch.Arrivals;
import org.tilik.pipeline.watch.WatchJob;

/** What watch does while its job decodes: looks at what has come, and makes snapshots of it when they are due. */
final class WatchLoop {
    /** A file counts as soon as two looks have found it unchanged. */
    private static final int LOOKS_UNTIL_FOUND = 2;

    private final Arrivals arrivals;
    private final AlertFiles alerts;
    private final PrintWriter out;
    private final Snapshots snapshots;
    private final Times times;
    private final InstantSource time;

    /**
     * When something is to be done.
     *
     * @param snapshotEvery least time between two snapshots
     * @param lookEvery time between two looks at what has come
     * @param untilIdle how long nothing must come for the watch to end; null to go on
     */
    record Times(Duration snapshotEvery, Duration lookEvery, Duration untilIdle) {}

    WatchLoop(Run run, Snapshots snapshots, Times times, InstantSource time, PrintWriter out) throws IOException {
        this.arrivals = new Arrivals(run, time.instant());
        this.alerts = new AlertFiles(WatchJob.alerts(run));
        this.out = out;
        this.snapshots = snapshots;
        this.times = times;
        this.time = time;
    }

    /**
     * Starts the job and returns when nothing came for as long as it was told, when somebody has stopped the job with a
     * savepoint, or when the thread is interrupted.
     */
    void carryOut(WatchJob job) throws Exception {
        boolean isLive = !job.beginsWithArchive();
        StreamingJob running = isLive ? job.start() : job.startOnArchive();
        Instant lastNews = time.instant();
        Instant lastSnapshot = time.instant();
        try {
            for (int looks = 1; !(isLive && isIdle(lastNews)); looks++) {
                Thread.sleep(times.lookEvery().toMillis());
                if (!running.isRunning()) {
                    out.println("The job was stopped from outside; what has come so far goes into the last snapshot.");
                    break;
                }
                if (arrivals.look()) {
                    lastNews = time.instant();
                }
                tellAlerts();
                if (!isLive && looks >= LOOKS_UNTIL_FOUND && arrivals.areDecoded()) {
                    running.cancel();
                    running = job.start();
                    isLive = true;
                    lastNews = time.instant();
                }
                if (!time.instant().isBefore(lastSnapshot.plus(times.snapshotEvery()))) {
                    takeSnapshot();
                    lastSnapshot = time.instant();
                }
            }
            takeSnapshot();
            tellAlerts();
        } finally {
            running.cancel();
        }
    }

    private void takeSnapshot() throws Exception {
        snapshots.take(arrivals.decoded());
        arrivals.forgetEarlier();
    }

    private void tellAlerts() throws IOException {
        for (AlertLine line : alerts.news()) {
            out.println(line.text());
        }
        out.flush();
    }

    private boolean isIdle(Instant lastNews) {
        return times.untilIdle() != null
                && arrivals.areDecoded()
                && !time.instant().isBefore(lastNews.plus(times.untilIdle()));
    }
}
