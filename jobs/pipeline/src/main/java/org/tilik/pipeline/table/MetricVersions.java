// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import org.tilik.datasets.MetricRegistry;

/** The versions of the metrics' definitions, from the registry that comes with this build. */
public final class MetricVersions {
    private static final MetricRegistry REGISTRY = MetricRegistry.delivered();

    private MetricVersions() {}

    /**
     * The version of this metric's definition, which is raised when its meaning changes.
     *
     * @throws IllegalArgumentException where the registry has no such metric
     */
    public static int of(String metric) {
        return REGISTRY.find(metric)
                .map(MetricRegistry.Metric::version)
                .orElseThrow(() -> new IllegalArgumentException("The registry has no metric '" + metric
                        + "'; a number is published only with a definition. Add it to datasets/metrics.yaml."));
    }
}
