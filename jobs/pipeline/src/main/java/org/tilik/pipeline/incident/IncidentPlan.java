// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.incident;

import java.io.Serializable;
import java.util.Set;
import java.util.stream.Collectors;
import org.tilik.measure.incident.IncidentRule;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.Study;

/**
 * What an incident is, and which may be published.
 *
 * @param rule when copies of a family are an incident
 * @param sampled platforms of which a source delivered only a sample
 * @param k fewest copies and fewest accounts of what is published
 * @param runId run that makes the rows
 */
record IncidentPlan(IncidentRule rule, Set<String> sampled, int k, String runId) implements Serializable {
    /** Fixes the platforms. */
    IncidentPlan {
        sampled = Set.copyOf(sampled);
    }

    /** The plan of a run. */
    static IncidentPlan of(Run run) {
        Study study = run.study();
        Set<String> sampled = study.sampling().entrySet().stream()
                .filter(share -> share.getValue() < 1)
                .map(share -> share.getKey().id())
                .collect(Collectors.toSet());
        return new IncidentPlan(study.incidents(), sampled, study.privacy().k(), run.runId());
    }
}
