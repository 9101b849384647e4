// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.io.Serializable;
import java.util.List;
import java.util.stream.DoubleStream;
import org.tilik.pipeline.study.Clock;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.Study;

/**
 * What is to be estimated in each stratum and how it may be published.
 *
 * @param studyId id of the study, part of each number's own id
 * @param clock origin of the durations
 * @param deadlinesHours deadlines of the share measures
 * @param confLevel nominal coverage of intervals
 * @param k fewest items and fewest accounts of a published stratum
 * @param seed seed of the study, from which each stratum's resampling derives
 * @param modelId model that scored the texts; null where the study uses none
 * @param tracksByLabel whether scores decide what is measured
 * @param runId run that makes the rows
 */
public record MeasurePlan(
        String studyId,
        Clock clock,
        List<Double> deadlinesHours,
        double confLevel,
        int k,
        long seed,
        String modelId,
        boolean tracksByLabel,
        String runId)
        implements Serializable {
    private static final double[] GRID_HOURS = {1, 2, 4, 6, 12, 24, 48, 72, 168, 336, 720};
    private static final double USUAL_HORIZON_HOURS = 168;

    /** Deadlines in ascending order, each once. */
    public MeasurePlan {
        deadlinesHours = deadlinesHours.stream().distinct().sorted().toList();
    }

    /** The plan of a run. */
    public static MeasurePlan of(Run run) {
        Study study = run.study();
        return new MeasurePlan(
                study.id(),
                study.clock(),
                study.deadlinesHours(),
                study.confLevel(),
                study.privacy().k(),
                study.seed(),
                run.modelId(),
                !study.track().all() && !study.track().labels().isEmpty(),
                run.runId());
    }

    /** Times of published curves in hours, ascending: a fixed grid and the deadlines. */
    public double[] grid() {
        return DoubleStream.concat(
                        DoubleStream.of(GRID_HOURS), deadlinesHours.stream().mapToDouble(Double::doubleValue))
                .distinct()
                .sorted()
                .toArray();
    }

    /** Horizon of the mean visible time: the study's last deadline, so that all its strata share it. */
    public double tauHours() {
        return deadlinesHours.isEmpty() ? USUAL_HORIZON_HOURS : deadlinesHours.get(deadlinesHours.size() - 1);
    }
}
