// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tilik.measure.policy.scenario.FamilyCopies;
import org.tilik.measure.policy.scenario.ScenarioReplay;
import org.tilik.measure.policy.scenario.Standing;
import org.tilik.measure.spread.cascade.NodeKeys;
import org.tilik.pipeline.removal.UnitHash;

/**
 * Gathers the items of one family and replays them under every scenario of a study.
 *
 * <p>Arrays of numbers: about 200 bytes of heap a copy while they grow, 240 in a replay. {@link #LIMIT} copies are the most
 * of one family; beyond it the job stops and says so.
 */
final class ScenarioReplayer {
    /** Most copies of one family, named ones included. */
    static final int LIMIT = 20_000_000;

    private static final int FIRST_COPIES = 4;

    private final List<Scenario> scenarios;
    private final FamilyCopies copies = new FamilyCopies(LIMIT);
    private final Map<String, Integer> platforms = new HashMap<>();
    private final NodeKeys variants = new NodeKeys();
    private final Map<List<String>, Integer> strataNumbers = new HashMap<>();
    private final List<String[]> strata = new ArrayList<>();
    private final StratumSums sums;
    /** The strata of each copy, by its number. */
    private int[] strataOf = new int[FIRST_COPIES];
    /** Whether anything was flagged, removed or barred; without it no rule does anything. */
    private boolean isTouched;

    ScenarioReplayer(int k, List<Scenario> scenarios) {
        this.scenarios = scenarios;
        this.sums = new StratumSums(scenarios.size(), k);
    }

    void add(ScenarioItem item) {
        int platform = platforms.computeIfAbsent(item.platform, name -> platforms.size());
        // A copy whose content nobody compared is a variant of its own.
        int variant = item.variantKey == null
                ? variants.add(item.keyHigh(), item.keyLow())
                : variants.add(UnitHash.of(item.variantKey), 0);
        if (item.sourceKey == null) {
            copies.add(item.keyHigh(), item.keyLow(), item.copy(platform, variant));
        } else {
            copies.add(
                    item.keyHigh(),
                    item.keyLow(),
                    ScenarioItem.high(item.sourceKey),
                    ScenarioItem.low(item.sourceKey),
                    item.copy(platform, variant));
        }
        if (strataOf.length < copies.nodes()) {
            strataOf = Arrays.copyOf(strataOf, copies.nodes() + (copies.nodes() >> 1));
        }
        strataOf[copies.find(item.keyHigh(), item.keyLow())] =
                strataNumbers.computeIfAbsent(List.of(item.strata), labels -> {
                    strata.add(item.strata);
                    return strata.size() - 1;
                });
        if (item.isCounted()) {
            sums.count(item);
        }
        isTouched |= item.isTouched();
    }

    /** The sums of all strata that count one of its items. */
    StratumSums replay() {
        ScenarioReplay replay = ScenarioReplay.of(copies, scenarios.get(0).rule());
        for (int scenario = 0; scenario < scenarios.size(); scenario++) {
            if (scenario > 0 && isTouched) {
                replay = ScenarioReplay.of(copies, scenarios.get(scenario).rule());
            }
            for (int copy = 0; copy < copies.nodes(); copy++) {
                if (copies.isAdded(copy) && copies.standing(copy) != Standing.OTHER) {
                    sums.add(strata.get(strataOf[copy]), scenario, replay.counts(copy));
                }
            }
        }
        return sums;
    }
}
