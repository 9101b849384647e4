// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Set;
import org.tilik.datasets.MetricRegistry;

/** What the metrics of the page mean: the entries of the register. */
final class MetricNotes {
    private MetricNotes() {}

    /** The entries of these metrics, in the order of the register. */
    static ArrayNode of(MetricRegistry register, Set<String> metrics) {
        ArrayNode notes = JsonNodeFactory.instance.arrayNode();
        register.all().stream()
                .filter(metric -> metrics.contains(metric.id()))
                .forEach(metric -> notes.addObject()
                        .put("id", metric.id())
                        .put("version", metric.version())
                        .put("title", metric.title())
                        .put("unit", metric.unit())
                        .put("definition", metric.definition())
                        .put("estimator", metric.estimator())
                        .put("clock_rule", metric.clockRule())
                        .put("caveats", metric.caveats())
                        .put("citation", metric.citation()));
        return notes;
    }
}
