// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster;

/** A program whose main method runs in Flink's command line client ({@code flink run}), a process of its own. */
public final class ClientRun extends Submission {
    private final FlinkProcess process;

    ClientRun(SeparateProcessCluster cluster, FlinkProcess process) {
        super(cluster);
        this.process = process;
    }

    /** The exit code of the client; only after it has ended. */
    public int exitCode() {
        return process.exitCode();
    }

    /** What the client has printed so far, logs included. */
    public String output() {
        return process.output();
    }

    @Override
    public boolean hasEnded() {
        return !process.isAlive();
    }

    @Override
    public boolean hasSucceeded() {
        return hasEnded() && exitCode() == 0;
    }

    @Override
    public String describe() {
        return process.tail();
    }
}
