// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.execution;

import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.flink.client.deployment.executors.LocalExecutor;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.core.execution.PipelineExecutor;
import org.apache.flink.core.execution.PipelineExecutorFactory;
import org.apache.flink.core.execution.PipelineExecutorServiceLoader;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * One embedded Flink for all jobs of a command. Flink's own local environment starts and stops a cluster for each job,
 * which takes more than a second of two cores every time.
 */
final class EmbeddedCluster extends MiniCluster {
    private static EmbeddedCluster current;

    static {
        // Flink leaves files in the temporary folder when a cluster is not stopped.
        Runtime.getRuntime().addShutdownHook(new Thread(EmbeddedCluster::stop, "stop embedded cluster"));
    }

    private final int slots;

    private EmbeddedCluster(MiniClusterConfiguration configuration, int slots) {
        super(configuration);
        this.slots = slots;
    }

    /** An environment whose jobs run on the cluster with so many slots or more, which is started with the first job. */
    static StreamExecutionEnvironment environment(Configuration configuration, int slots) {
        Configuration local = new Configuration(configuration);
        local.set(DeploymentOptions.TARGET, LocalExecutor.NAME);
        local.set(DeploymentOptions.ATTACHED, true);
        return new StreamExecutionEnvironment(new Executors(slots), local, null);
    }

    private static synchronized EmbeddedCluster of(MiniClusterConfiguration configuration, int slots) {
        if (current == null || current.slots < slots) {
            stop();
            current = new EmbeddedCluster(configuration, slots);
        }
        return current;
    }

    /** Stops the cluster, so that the next job gets a fresh one; after a failure, whose remains may be in the way. */
    static synchronized void stop() {
        if (current != null) {
            current.closeForGood();
            current = null;
        }
    }

    @Override
    public void start() throws Exception {
        if (!isRunning()) {
            super.start();
        }
    }

    /** Called by Flink after each job; the cluster stays for the next one. */
    @Override
    public CompletableFuture<Void> closeAsync() {
        return CompletableFuture.completedFuture(null);
    }

    private void closeForGood() {
        super.closeAsync().join();
    }

    /** Gives out Flink's local executor, only with this cluster instead of a new one. */
    private record Executors(int slots) implements PipelineExecutorServiceLoader, PipelineExecutorFactory {
        @Override
        public PipelineExecutorFactory getExecutorFactory(Configuration configuration) {
            return this;
        }

        @Override
        public Stream<String> getExecutorNames() {
            return Stream.of(getName());
        }

        @Override
        public String getName() {
            return LocalExecutor.NAME;
        }

        @Override
        public boolean isCompatibleWith(Configuration configuration) {
            return LocalExecutor.NAME.equals(configuration.get(DeploymentOptions.TARGET));
        }

        @Override
        public PipelineExecutor getExecutor(Configuration configuration) {
            return LocalExecutor.createWithFactory(configuration, cluster -> EmbeddedCluster.of(cluster, slots));
        }
    }
}
