// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tilik.measure.removal.RemovalData;

/** Families over several groups, as the units that are independent of each other. */
final class FamilyUnits {

    /** Fewer independent families than this carry no error that holds. */
    static final double FEWEST = 20;

    private final Map<Integer, Integer> unit = new HashMap<>();
    private final double effectiveNumber;
    private final boolean anyShared;
    private final boolean spanGroups;

    private FamilyUnits(List<RemovalData> groups) {
        for (RemovalData data : groups) {
            for (int i = 0; i < data.size(); i++) {
                if (data.family(i) >= 0) {
                    unit.putIfAbsent(data.family(i), unit.size());
                }
            }
        }
        double[] size = new double[unit.size()];
        int[] group = new int[unit.size()];
        boolean span = false;
        double total = 0;
        double squares = 0;
        for (int g = 0; g < groups.size(); g++) {
            RemovalData data = groups.get(g);
            for (int i = 0; i < data.size(); i++) {
                total += data.weight(i);
                int f = of(data, i);
                if (f < 0) {
                    squares += data.weight(i);
                } else {
                    span |= size[f] > 0 && group[f] != g;
                    size[f] += data.weight(i);
                    group[f] = g;
                }
            }
        }
        boolean shared = false;
        for (double s : size) {
            squares += s * s;
            shared |= s > 1;
        }
        this.anyShared = shared;
        this.spanGroups = span;
        this.effectiveNumber = total > 0 ? total * total / squares : 0;
    }

    static FamilyUnits of(List<Group> groups) {
        return new FamilyUnits(groups.stream().map(Group::data).toList());
    }

    /** Number of families. */
    int count() {
        return unit.size();
    }

    /** The number of a row's family, from 0; −1 = none. */
    int of(RemovalData data, int row) {
        return data.family(row) < 0 ? -1 : unit.get(data.family(row));
    }

    /** Whether some family has more than one item. */
    boolean anyShared() {
        return anyShared;
    }

    /** Whether some family has items in more than one group. */
    boolean spanGroups() {
        return spanGroups;
    }

    /** Whether there are families, yet too few for an error that holds. */
    boolean tooFew() {
        return anyShared && effectiveNumber < FEWEST;
    }
}
