// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.scenario;

import java.util.LinkedHashSet;
import java.util.Set;
import org.tilik.pipeline.spread.SpreadItem;
import org.tilik.pipeline.strata.ItemTraits;
import org.tilik.pipeline.strata.Strata;
import org.tilik.pipeline.strata.Stratum;

/** In which rows an item counts: all, its platform, and the study's own strata; shares with all others. */
final class ScenarioStrata {
    private static final String NOT_TRACKED = "not_tracked";

    private ScenarioStrata() {}

    /** Labels of the strata. */
    static String[] of(SpreadItem item, Strata study) {
        ItemTraits own = item.traits();
        ItemTraits traits = new ItemTraits(
                own.platform(),
                own.month(),
                own.kind(),
                own.language(),
                own.label(),
                own.trackedBy() == null ? NOT_TRACKED : own.trackedBy());
        Set<String> labels = new LinkedHashSet<>();
        study.ofCopy(traits).forEach(stratum -> labels.add(stratum.label()));
        labels.add(new Stratum("platform", item.platform).label());
        return labels.toArray(String[]::new);
    }
}
