// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Keeps one line on a terminal up to date while a job reads; closing it clears the line. */
public final class ProgressDisplay implements AutoCloseable {
    private static final String TO_LINE_START = "\r";
    private static final String CLEAR_LINE = "\r\u001B[K";

    private final Supplier<ProgressLine> progress;
    private final PrintStream terminal;
    private final InstantSource time;
    private final Instant started;
    private ScheduledExecutorService timer;
    private ScheduledFuture<?> ticks;
    private int shown;
    private boolean closed;

    ProgressDisplay(Supplier<ProgressLine> progress, PrintStream terminal, InstantSource time) {
        this.progress = progress;
        this.terminal = terminal;
        this.time = time;
        this.started = time.instant();
    }

    /** A display on the standard error stream; without a terminal, or when it shall be quiet, it shows nothing. */
    // Java 17 to 21 have no console object without a terminal; later ones only show a line too many.
    @SuppressWarnings("SystemConsoleNull")
    public static ProgressDisplay start(Supplier<ProgressLine> progress, boolean quiet) {
        ProgressDisplay display = new ProgressDisplay(progress, System.err, InstantSource.system());
        if (!quiet && System.console() != null) {
            display.tick();
        }
        return display;
    }

    private void tick() {
        timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "progress");
            thread.setDaemon(true);
            return thread;
        });
        ticks = timer.scheduleAtFixedRate(this::show, 1, 1, TimeUnit.SECONDS);
    }

    /** Replaces the line by the present state. */
    synchronized void show() {
        if (closed) {
            return;
        }
        String line = progress.get().text(Duration.between(started, time.instant()));
        terminal.print(TO_LINE_START + line + " ".repeat(Math.max(0, shown - line.length())));
        terminal.flush();
        shown = line.length();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (shown > 0) {
            terminal.print(CLEAR_LINE);
            terminal.flush();
        }
        if (timer != null) {
            ticks.cancel(false);
            timer.shutdown();
        }
    }
}
