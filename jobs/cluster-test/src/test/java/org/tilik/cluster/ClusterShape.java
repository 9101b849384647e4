// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster;

import java.util.Map;
import java.util.TreeMap;

/**
 * How large a cluster is: TaskManagers, slots of each, memory in MiB, further Flink settings, and environment variables
 * of all its processes.
 */
public record ClusterShape(
        int taskManagers,
        int slotsEach,
        int taskHeapMib,
        int managedMib,
        Map<String, String> settings,
        Map<String, String> environment) {

    public ClusterShape {
        settings = Map.copyOf(settings);
        environment = Map.copyOf(environment);
    }

    /** A cluster of small JVMs: JobManager and two TaskManagers stay below 3 GB together. */
    public static ClusterShape of(int taskManagers, int slotsEach) {
        return new ClusterShape(taskManagers, slotsEach, 384, 192, Map.of(), Map.of());
    }

    /** The same with another heap for the job's own code and another managed memory (sorting) per TaskManager. */
    public ClusterShape withMemory(int newTaskHeapMib, int newManagedMib) {
        return new ClusterShape(taskManagers, slotsEach, newTaskHeapMib, newManagedMib, settings, environment);
    }

    /** The same with one more line in Flink's {@code config.yaml}; it wins over the harness's own. */
    public ClusterShape withSetting(String key, String value) {
        return new ClusterShape(
                taskManagers, slotsEach, taskHeapMib, managedMib, with(settings, key, value), environment);
    }

    /** The same with Flink's reporter for Prometheus in every process, each on the first free port of the range, {@code FIRST-LAST}. */
    public ClusterShape withPrometheus(String ports) {
        return withSetting(
                        "metrics.reporter.prom.factory.class",
                        "org.apache.flink.metrics.prometheus.PrometheusReporterFactory")
                .withSetting("metrics.reporter.prom.port", ports);
    }

    /** The same with one more environment variable in the JobManager, the TaskManagers and the command line client. */
    public ClusterShape withEnvironment(String name, String value) {
        return new ClusterShape(
                taskManagers, slotsEach, taskHeapMib, managedMib, settings, with(environment, name, value));
    }

    /** The slots of the whole cluster while all its TaskManagers live. */
    public int slots() {
        return taskManagers * slotsEach;
    }

    private static Map<String, String> with(Map<String, String> map, String key, String value) {
        Map<String, String> more = new TreeMap<>(map);
        more.put(key, value);
        return more;
    }
}
