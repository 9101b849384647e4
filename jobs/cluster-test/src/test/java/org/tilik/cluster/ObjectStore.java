// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A server that speaks S3 (S3Proxy) in a JVM of its own; objects lie as files in its folder, one folder a bucket. */
final class ObjectStore implements AutoCloseable {
    private static final Path JAR = Path.of("target", "s3", "s3proxy.jar");
    private static final Duration START = Duration.ofSeconds(60);

    private final Path folder;
    private final int port;
    private final FlinkProcess process;

    private ObjectStore(Path folder, int port, FlinkProcess process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    static ObjectStore start(Path folder) throws Exception {
        if (!Files.exists(JAR)) {
            throw new NoSuchFileException("S3Proxy is missing: " + JAR.toAbsolutePath()
                    + ". Maven fetches it: ./mvnw -Pfull -pl jobs/cluster-test -am process-test-classes");
        }
        int port = FreePorts.take(1).get(0);
        Path objects = Files.createDirectories(folder.resolve("objects")).toAbsolutePath();
        Path settings = Files.writeString(
                folder.resolve("s3proxy.conf"),
                String.join(
                        "\n",
                        "s3proxy.endpoint=http://127.0.0.1:" + port,
                        "s3proxy.authorization=none",
                        "jclouds.provider=filesystem",
                        "jclouds.identity=nobody",
                        "jclouds.credential=nothing",
                        "jclouds.filesystem.basedir=" + objects,
                        ""));
        FlinkProcess process = FlinkProcess.start(
                "s3proxy",
                folder.toAbsolutePath(),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-jar",
                        JAR.toAbsolutePath().toString(),
                        "--properties",
                        settings.toAbsolutePath().toString()),
                Map.of());
        ObjectStore store = new ObjectStore(objects, port, process);
        try {
            Polling.until("S3Proxy listens", START, process::tail, () -> FreePorts.isOpen(port));
        } catch (Exception e) {
            store.close();
            throw e;
        }
        return store;
    }

    /** The folder of a bucket, made if need be. */
    Path bucket(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    /** The cluster with Flink's file system for S3 as a plugin, pointed at this server. */
    ClusterShape in(ClusterShape shape) {
        return shape.withEnvironment(
                        "FLINK_PLUGINS_DIR",
                        Path.of("target", "s3", "plugins").toAbsolutePath().toString())
                .withSetting("s3.endpoint", "http://127.0.0.1:" + port)
                .withSetting("s3.path.style.access", "true")
                .withSetting("s3.access-key", "nobody")
                .withSetting("s3.secret-key", "nothing");
    }

    @Override
    public void close() {
        process.kill();
    }
}
