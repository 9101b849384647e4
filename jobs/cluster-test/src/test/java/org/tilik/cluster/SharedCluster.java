// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands one cluster to all test classes that ask for it: a JobManager and two TaskManagers with two slots each. Who
 * kills a TaskManager starts another.
 */
final class SharedCluster implements ParameterResolver {
    /** The pseudonym key that every process of the cluster has in its environment. */
    static final String KEY = "a-secret-of-this-test-7c1f93d2b8";

    static final int TASK_MANAGERS = 2;
    private static final int SLOTS_EACH = 2;
    /** One for each process that ever runs; killed ones are replaced. */
    private static final int PROMETHEUS_PORTS = 40;

    /** Slots of the whole cluster. */
    static final int SLOTS = TASK_MANAGERS * SLOTS_EACH;

    /** Its shape, without what Prometheus needs. */
    static ClusterShape shape() {
        return ClusterShape.of(TASK_MANAGERS, SLOTS_EACH)
                .withEnvironment("TILIK_KEY", KEY)
                // Flink's 512 buffers (16 MB) for every output of every step are more than small JVMs have.
                .withSetting("taskmanager.network.sort-shuffle.min-buffers", "64")
                .withSetting("source.reader.element.queue.capacity", "16")
                .withSetting("source.reader.close.timeout", "1000");
    }

    /** Ended by JUnit after the last test. */
    private record Running(SeparateProcessCluster cluster) implements AutoCloseable {
        static Running start() {
            try {
                Path folder = Files.createTempDirectory(Path.of("target"), "cluster-");
                return new Running(SeparateProcessCluster.start(
                        folder, shape().withPrometheus(FreePorts.range(PROMETHEUS_PORTS))));
            } catch (Exception e) {
                throw new IllegalStateException("The cluster did not start", e);
            }
        }

        @Override
        public void close() {
            cluster.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SeparateProcessCluster.class;
    }

    @Override
    public SeparateProcessCluster resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedCluster.class))
                .getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class)
                .cluster();
    }
}
