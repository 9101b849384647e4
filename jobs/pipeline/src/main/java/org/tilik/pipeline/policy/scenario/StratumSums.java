// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.scenario;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.tilik.measure.policy.scenario.Known;
import org.tilik.measure.policy.scenario.ScenarioCounts;
import org.tilik.measure.policy.scenario.Standing;
import org.tilik.pipeline.removal.UnitHash;

/** Sums of strata that grow item by item. */
final class StratumSums {
    private final int scenarios;
    private final int mostAccounts;
    private final Map<String, ScenarioSum> sums = new TreeMap<>();

    StratumSums(int scenarios, int mostAccounts) {
        this.scenarios = scenarios;
        this.mostAccounts = mostAccounts;
    }

    /** Counts an item in its strata, whatever a scenario makes of it; its other numbers come by {@link #add}. */
    void count(ScenarioItem item) {
        for (String stratum : item.strata) {
            ScenarioSum sum = of(stratum);
            sum.isSampled |= item.isSampled;
            sum.flagged += item.flaggedAt == Known.NEVER ? 0 : 1;
            sum.removed += item.removedAfter == Known.NEVER ? 0 : 1;
            if (item.standing() == Standing.VIOLATING && item.viewsLower >= 0) {
                sum.viewed++;
                sum.views = Math.addExact(sum.views, item.viewsLower);
            }
            if (item.accountKey != null) {
                sum.addAccount(item.standing(), UnitHash.of(item.accountKey), mostAccounts);
            }
        }
    }

    void add(String[] strata, int scenario, ScenarioCounts counts) {
        for (String stratum : strata) {
            of(stratum).add(scenario, counts);
        }
    }

    void add(ScenarioSum sum) {
        of(sum.stratum).add(sum, mostAccounts);
    }

    Collection<ScenarioSum> all() {
        return sums.values();
    }

    private ScenarioSum of(String stratum) {
        return sums.computeIfAbsent(stratum, label -> ScenarioSum.of(label, scenarios));
    }
}
