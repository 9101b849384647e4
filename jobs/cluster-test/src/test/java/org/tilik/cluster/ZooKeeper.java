// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A ZooKeeper of one server in a JVM of its own, from the jars that Flink brings, on the loopback address. */
final class ZooKeeper implements AutoCloseable {
    private static final String SERVER = "org.apache.flink.runtime.zookeeper.FlinkZooKeeperQuorumPeer";

    private final FlinkProcess process;
    private final Path folder;
    private final int port;

    private ZooKeeper(FlinkProcess process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /** Starts it with its files in the folder; clients wait for it by themselves. */
    static ZooKeeper start(Path folder) throws IOException {
        List<Integer> ports = FreePorts.take(3);
        Path settings = Files.createDirectories(folder).resolve("zoo.cfg");
        Files.writeString(settings, """
                tickTime=500
                dataDir=%s
                clientPort=%d
                clientPortAddress=127.0.0.1
                admin.enableServer=false
                server.1=127.0.0.1:%d:%d
                """.formatted(
                        folder.resolve("data").toAbsolutePath(), ports.get(0), ports.get(1), ports.get(2)));
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-cp",
                SeparateProcessCluster.flinkClassPath(),
                SERVER,
                "--zkConfigFile",
                settings.toString(),
                "--peerId",
                "1");
        return new ZooKeeper(FlinkProcess.start("zookeeper", folder, command, Map.of()), folder, ports.get(0));
    }

    /** The shape of a cluster whose JobManagers find their jobs, and are found, by this server. */
    ClusterShape highlyAvailable(ClusterShape shape) {
        return shape.withSetting("high-availability.type", "zookeeper")
                .withSetting("high-availability.zookeeper.quorum", "127.0.0.1:" + port)
                .withSetting(
                        "high-availability.storageDir",
                        folder.resolve("ha").toUri().toString());
    }

    @Override
    public void close() {
        process.kill();
    }
}
