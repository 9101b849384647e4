// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;

/** Carries out a run or a watch with a fault at a random moment and compares what it leaves with an undisturbed one's. */
final class FaultyRound implements AutoCloseable {
    private static final Duration ROUND = Duration.ofMinutes(5);
    private static final int IDLE_SECONDS = 4;
    private static final int SLOW_MOMENTS = 20;
    private static final Duration STILL = Duration.ofSeconds(2);
    private static final Duration GOING = Duration.ofSeconds(1);
    private static final long KIBIBYTE = 1024;
    private static final long ROOM = 1 << 20;

    private final Path folder;
    private final Relay relay;
    private final SeparateProcessCluster cluster;
    private final WatchedFolder undisturbed;
    private Duration watch;
    private Duration run;
    private ZooKeeper zooKeeper;
    private SeparateProcessCluster available;

    private FaultyRound(Path folder, Relay relay, SeparateProcessCluster cluster, WatchedFolder undisturbed) {
        this.folder = folder;
        this.relay = relay;
        this.cluster = cluster;
        this.undisturbed = undisturbed;
    }

    /** Starts a cluster, and carries out a run and a watch that nothing disturbs. */
    static FaultyRound prepare(Path folder) throws Exception {
        WatchedFolder undisturbed = WatchedFolder.create(folder.resolve("undisturbed"));
        undisturbed.putAll();
        int port = FreePorts.take(1).get(0);
        Relay relay = Relay.to(port);
        ClusterShape shape = SharedCluster.shape()
                .withSetting("jobmanager.rpc.port", String.valueOf(relay.port()))
                .withSetting("jobmanager.rpc.bind-port", String.valueOf(port));
        FaultyRound round =
                new FaultyRound(folder, relay, SeparateProcessCluster.start(clusterFolder(), shape), undisturbed);
        try {
            round.watch = round.timed(undisturbed.watch(2, IDLE_SECONDS));
            round.run = round.timed(undisturbed.run(2));
            return round;
        } catch (Exception e) {
            round.close();
            throw e;
        }
    }

    private static Path clusterFolder() throws IOException {
        return Files.createTempDirectory(Path.of("target"), "cluster-");
    }

    private Duration timed(List<String> arguments) throws Exception {
        Instant start = Instant.now();
        LocalRun.run(folder.resolve("local"), JobJar.tilik(), WatchedFolder.MAIN, arguments, ROUND);
        return Duration.between(start, Instant.now());
    }

    /** What differs from undisturbed tables, alerts and numbers of outcomes; empty where nothing does. */
    List<String> carryOut(String name, Fault fault, boolean isWatch, Random random) throws Exception {
        WatchedFolder watched = WatchedFolder.create(folder.resolve(name));
        watched.putAll();
        // A JVM of the cluster is warm, so part of the time there is enough for all moments of the job.
        Duration delay = Duration.ofMillis(random.nextLong((isWatch ? watch : run).toMillis()));
        List<String> differences = new ArrayList<>();
        try {
            Job job = new Job(watched, isWatch, delay);
            if (fault == Fault.DISK_FULL) {
                fillDisk(job, random, differences);
            } else {
                disturb(fault, job, random);
                compare(job, differences);
            }
        } catch (ClusterException | FileNotFoundException e) {
            differences.add(e.getMessage().lines().findFirst().orElse(""));
        }
        return differences.stream()
                .map(difference -> name + " after " + delay.toMillis() + " ms: " + difference)
                .toList();
    }

    /** A run or a watch of the files of a folder, and when something happens to it. */
    private record Job(WatchedFolder watched, boolean isWatch, Duration delay) {
        List<String> arguments(int parallelism) {
            return isWatch ? watched.watch(parallelism, IDLE_SECONDS) : watched.run(parallelism);
        }

        Path output() {
            return isWatch ? watched.output() : watched.outputOfRun();
        }
    }

    private void disturb(Fault fault, Job job, Random random) throws Exception {
        switch (fault) {
            case PROCESS_KILLED -> killProcess(job);
            case LEADER_KILLED -> killLeader(job);
            default -> {
                ApplicationRun submitted = cluster.submitApplication(JobJar.tilik(), job.arguments(2));
                pass(job.delay(), submitted::hasEnded);
                disturbCluster(fault, job, submitted, random);
                cluster.awaitFreeSlots(SharedCluster.SLOTS);
            }
        }
    }

    private void disturbCluster(Fault fault, Job job, ApplicationRun submitted, Random random) throws Exception {
        String victim = cluster.taskManagerNames().get(random.nextInt(SharedCluster.TASK_MANAGERS));
        switch (fault) {
            case TASK_MANAGER_KILLED -> {
                cluster.killTaskManager(victim);
                cluster.startTaskManager();
                submitted.awaitEnd(ROUND);
            }
            case HELD_STILL -> {
                cluster.holdStill(victim);
                cluster.startTaskManager();
                cluster.awaitGivenUp(victim);
                cluster.letGoOn(victim);
                submitted.awaitEnd(ROUND);
                cluster.killTaskManager(victim);
            }
            case SLOW -> {
                slowDown(victim, submitted);
                submitted.awaitEnd(ROUND);
            }
            case CUT_OFF -> {
                relay.cut();
                cluster.awaitAllGivenUp();
                relay.mend();
                submitted.awaitEnd(ROUND);
            }
            case STOPPED -> {
                submitted.stopJob(WatchedFolder.job(), job.watched().savepoints(), ROUND);
                submitted.awaitEnd(ROUND);
                again(job);
            }
            default -> {
                cluster.replaceJobManager();
                again(job);
            }
        }
    }

    private void again(Job job) throws Exception {
        cluster.submitApplication(JobJar.tilik(), job.arguments(1)).awaitEnd(ROUND);
    }

    private void slowDown(String victim, ApplicationRun submitted) throws Exception {
        for (int i = 0; i < SLOW_MOMENTS && !submitted.hasEnded(); i++) {
            cluster.holdStill(victim);
            try {
                pass(STILL, () -> false);
            } finally {
                cluster.letGoOn(victim);
            }
            pass(GOING, submitted::hasEnded);
        }
    }

    private void killProcess(Job job) throws Exception {
        FlinkProcess first = start(job, 2);
        pass(job.delay(), () -> !first.isAlive());
        first.kill();
        finish(job, 3);
    }

    private void killLeader(Job job) throws Exception {
        if (available == null) {
            zooKeeper = ZooKeeper.start(folder.resolve("zookeeper"));
            available = SeparateProcessCluster.start(clusterFolder(), zooKeeper.highlyAvailable(SharedCluster.shape()));
        }
        ClientRun client = available.submitWithClient(JobJar.tilik(), job.arguments(2));
        pass(job.delay(), client::hasEnded);
        available.takeJobManagersPlace();
        client.awaitEnd(ROUND);
        if (!client.hasSucceeded()) {
            // Of a job that ends just before its JobManager does, the next one knows nothing.
            available.submitWithClient(JobJar.tilik(), job.arguments(1)).await(ROUND);
        }
        available.awaitFreeSlots(SharedCluster.SLOTS);
    }

    /** The first command must end by itself and say what is the matter. */
    private void fillDisk(Job job, Random random, List<String> differences) throws Exception {
        long needed = size(job.isWatch() ? undisturbed.output() : undisturbed.outputOfRun());
        long room = Math.max(1, random.nextLong(needed) / KIBIBYTE);
        try (SmallDisk disk = SmallDisk.mount(job.output(), room)) {
            FlinkProcess first = start(job, 2);
            try {
                Polling.until("the command on a full disk ends", ROUND, first::tail, () -> !first.isAlive());
                if (first.exitCode() == 0) {
                    differences.add("the command ended well with room for " + room + " KiB of " + needed / KIBIBYTE);
                } else if (!first.output().contains("No space left on device")) {
                    differences.add("the command does not say that the disk is full: "
                            + first.output().lines().reduce((a, b) -> b).orElse(""));
                }
            } finally {
                first.kill();
            }
            disk.resize(ROOM);
            finish(job, 3);
            compare(job, differences);
        }
    }

    private static long size(Path output) throws IOException {
        long size = 0;
        for (Path file : RunTables.files(output)) {
            size += Files.size(file);
        }
        return size;
    }

    private static FlinkProcess start(Job job, int parallelism) throws IOException {
        return LocalRun.start(
                "first", job.watched().place(), JobJar.tilik(), WatchedFolder.MAIN, job.arguments(parallelism));
    }

    private static void finish(Job job, int parallelism) throws Exception {
        LocalRun.run(job.watched().place(), JobJar.tilik(), WatchedFolder.MAIN, job.arguments(parallelism), ROUND);
    }

    private static void pass(Duration delay, Callable<Boolean> ended) throws Exception {
        Instant end = Instant.now().plus(delay);
        Polling.until(
                "the moment has come",
                ROUND,
                () -> "",
                () -> ended.call() || Instant.now().isAfter(end));
    }

    private void compare(Job job, List<String> differences) throws IOException {
        WatchedFolder watched = job.watched();
        if (job.isWatch()) {
            compare("tables", undisturbed.tablesOfSnapshot(), watched.tablesOfSnapshot(), differences);
            compare("alerts", undisturbed.alerts(), watched.alerts(), differences);
            compare("outcomes", undisturbed.outcomes(), watched.outcomes(), differences);
        } else {
            compare("tables", undisturbed.tablesOfRun(), watched.tablesOfRun(), differences);
        }
    }

    private static void compare(String what, Object expected, Object found, List<String> differences) {
        if (!expected.equals(found)) {
            differences.add(what + ": expected " + expected + ", found " + found);
        }
    }

    @Override
    public void close() throws Exception {
        cluster.close();
        relay.close();
        if (available != null) {
            available.close();
            zooKeeper.close();
        }
    }
}
