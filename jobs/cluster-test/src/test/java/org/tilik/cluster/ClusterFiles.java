// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The folder of one cluster: its settings, its logs and its temporary files. */
final class ClusterFiles {
    private static final int FRAMEWORK_HEAP_MIB = 128;
    private static final int FRAMEWORK_OFF_HEAP_MIB = 128;
    private static final int NETWORK_MIB = 64;
    private static final int METASPACE_MIB = 192;
    private static final int OVERHEAD_MIB = 192;

    private static final String LOG_SETTINGS = """
            rootLogger.level = INFO
            logger.settings.name = org.apache.flink.configuration.GlobalConfiguration
            logger.settings.level = WARN
            rootLogger.appenderRef.console.ref = console
            appender.console.name = console
            appender.console.type = Console
            appender.console.layout.type = PatternLayout
            appender.console.layout.pattern = %d{HH:mm:ss,SSS} %-5p %c{1} %m%n
            """;

    private final Path folder;
    private final ClusterShape shape;

    private ClusterFiles(Path folder, ClusterShape shape) {
        this.folder = folder;
        this.shape = shape;
    }

    static ClusterFiles write(Path folder, ClusterShape shape, int rpcPort, int restPort) throws IOException {
        ClusterFiles files = new ClusterFiles(folder.toAbsolutePath(), shape);
        Files.createDirectories(files.conf());
        Files.createDirectories(files.logs());
        Files.createDirectories(files.temporary());
        Map<String, String> settings = files.settings(rpcPort, restPort);
        settings.putAll(shape.settings());
        Files.writeString(
                files.conf().resolve("config.yaml"),
                settings.entrySet().stream()
                        .map(line -> line.getKey() + ": " + line.getValue() + "\n")
                        .collect(Collectors.joining()));
        Files.writeString(files.logSettings(), LOG_SETTINGS);
        return files;
    }

    Path folder() {
        return folder;
    }

    Path conf() {
        return folder.resolve("conf");
    }

    Path logs() {
        return folder.resolve("logs");
    }

    Path logSettings() {
        return conf().resolve("log4j2.properties");
    }

    Path temporary() {
        return folder.resolve("tmp");
    }

    int taskManagerHeapMib() {
        return FRAMEWORK_HEAP_MIB + shape.taskHeapMib();
    }

    int directMib() {
        return FRAMEWORK_OFF_HEAP_MIB + NETWORK_MIB;
    }

    private Map<String, String> settings(int rpcPort, int restPort) {
        Map<String, String> settings = new TreeMap<>();
        for (String bound : new String[] {
            "jobmanager.rpc.address",
            "jobmanager.bind-host",
            "rest.address",
            "rest.bind-address",
            "taskmanager.host",
            "taskmanager.bind-host"
        }) {
            settings.put(bound, "127.0.0.1");
        }
        settings.put("jobmanager.rpc.port", String.valueOf(rpcPort));
        settings.put("rest.port", String.valueOf(restPort));
        settings.put("io.tmp.dirs", temporary().toString());
        settings.put("web.tmpdir", temporary().toString());
        // A killed TaskManager is to be missed within seconds, not after Flink's 50 s.
        settings.put("heartbeat.interval", "2 s");
        settings.put("heartbeat.timeout", "8 s");
        settings.put("restart-strategy.type", "fixed-delay");
        settings.put("restart-strategy.fixed-delay.attempts", "20");
        settings.put("restart-strategy.fixed-delay.delay", "500 ms");
        settings.put("parallelism.default", String.valueOf(shape.slots()));
        settings.put("taskmanager.numberOfTaskSlots", String.valueOf(shape.slotsEach()));
        // All sizes explicit: this is what Flink's start scripts would have worked out.
        settings.put("taskmanager.cpu.cores", String.valueOf((double) shape.slotsEach()));
        settings.put("taskmanager.memory.framework.heap.size", FRAMEWORK_HEAP_MIB + " mb");
        settings.put("taskmanager.memory.framework.off-heap.size", FRAMEWORK_OFF_HEAP_MIB + " mb");
        settings.put("taskmanager.memory.task.heap.size", shape.taskHeapMib() + " mb");
        settings.put("taskmanager.memory.task.off-heap.size", "0 mb");
        settings.put("taskmanager.memory.network.min", NETWORK_MIB + " mb");
        settings.put("taskmanager.memory.network.max", NETWORK_MIB + " mb");
        settings.put("taskmanager.memory.jvm-metaspace.size", METASPACE_MIB + " mb");
        settings.put("taskmanager.memory.jvm-overhead.min", OVERHEAD_MIB + " mb");
        settings.put("taskmanager.memory.jvm-overhead.max", OVERHEAD_MIB + " mb");
        settings.put("taskmanager.memory.managed.size", shape.managedMib() + " mb");
        return settings;
    }
}
