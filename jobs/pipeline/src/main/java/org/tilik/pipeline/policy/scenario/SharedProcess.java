// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tilik.measure.spread.dynamics.EventSequence;
import org.tilik.measure.spread.dynamics.ExponentialCascade;
import org.tilik.measure.spread.dynamics.HawkesEstimator;
import org.tilik.measure.spread.dynamics.Immigration;
import org.tilik.measure.spread.dynamics.KernelShape;
import org.tilik.pipeline.spread.family.FamilyFact;

/** The self-exciting process that all contents of a stratum share, fitted as for {@code family.branching_ratio}. */
final class SharedProcess {
    /** Most copies to which one process is fitted, for the time that it takes. */
    private static final int MOST_FITTED = 200_000;

    private static final int LEAST_FOLLOWING = 20;

    private final double level;
    private final List<Content> contents = new ArrayList<>();
    private long copies;

    private record Content(long unit, EventSequence copies) {}

    SharedProcess(double level) {
        this.level = level;
    }

    void add(FamilyFact family) {
        copies += family.hours.length;
        if (copies > MOST_FITTED) {
            contents.clear();
        } else if (family.hours.length > 0) {
            contents.add(new Content(
                    family.unit, EventSequence.of(family.hours.clone(), family.processHours, family.precisionHours)));
        }
    }

    /** What a cascade is expected to become; empty where none can be fitted, or where it would grow without end. */
    Optional<ExponentialCascade> fit() {
        if (contents.isEmpty()) {
            return Optional.empty();
        }
        // In one order, so that rounding does not depend on the arrival.
        contents.sort(Comparator.comparingLong(Content::unit));
        return HawkesEstimator.of(KernelShape.EXPONENTIAL, Immigration.NONE)
                .withLevel(level)
                .withLeastEvents(LEAST_FOLLOWING)
                .fit(contents.stream().map(Content::copies).toList())
                .value()
                .map(fit -> new ExponentialCascade(
                        fit.branchingRatio().estimate(),
                        fit.parameter("beta_per_hour").estimate()))
                .filter(cascade -> cascade.branchingRatio() < 1);
    }
}
