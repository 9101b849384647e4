// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tilik.classify.Head;
import org.tilik.pipeline.audit.AuditCodes;
import org.tilik.pipeline.audit.AuditFile;
import org.tilik.pipeline.strata.Strata;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.Study;

/**
 * What decides which items are tracked and how prevalence is counted.
 *
 * @param studyId id of the study, part of each number's own id
 * @param trackAll whether every item is measured
 * @param thresholds by head, the score from which on an item is measured
 * @param modelId model that scores the texts; null for none
 * @param strata columns to group prevalence by
 * @param confLevel nominal coverage of intervals
 * @param k fewest items and fewest accounts of a published stratum
 * @param audit items that people coded, by which prevalence is corrected
 * @param runId run that makes the rows
 */
public record ClassifyPlan(
        String studyId,
        boolean trackAll,
        Map<Head, Double> thresholds,
        String modelId,
        List<String> strata,
        double confLevel,
        int k,
        AuditCodes audit,
        String runId)
        implements Serializable {

    /** Keeps its own copies. */
    public ClassifyPlan {
        thresholds = thresholds.isEmpty() ? new EnumMap<>(Head.class) : new EnumMap<>(thresholds);
        strata = List.copyOf(strata);
    }

    /** The plan of a run. */
    public static ClassifyPlan of(Run run) {
        Study study = run.study();
        Map<Head, Double> thresholds = new EnumMap<>(Head.class);
        study.track()
                .labels()
                .forEach((head, threshold) -> thresholds.put(Head.byId(head).orElseThrow(), threshold));
        return new ClassifyPlan(
                study.id(),
                study.track().all(),
                thresholds,
                run.modelId(),
                study.strata().stream().filter(Strata.OF_EVERY_ITEM::contains).toList(),
                study.confLevel(),
                study.privacy().k(),
                AuditFile.of(run),
                run.runId());
    }
}
