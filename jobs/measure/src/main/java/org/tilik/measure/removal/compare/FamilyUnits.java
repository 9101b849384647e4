// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tilik.measure.removal.RemovalData;

/** Families over several groups, as the units that are independent of each other; family −1 is no family. */
final class FamilyUnits {

    /** Fewer independent families than this carry no error that holds. */
    private static final double FEWEST = 20;

    private final Map<Integer, Integer> index = new HashMap<>();
    private final List<Family> families = new ArrayList<>();
    private double items;
    private double single;
    private boolean spanGroups;

    private FamilyUnits() {}

    static FamilyUnits of(List<Group> groups) {
        FamilyUnits units = new FamilyUnits();
        for (int g = 0; g < groups.size(); g++) {
            RemovalData data = groups.get(g).data();
            for (int i = 0; i < data.size(); i++) {
                units.add(g, data.family(i), data.weight(i));
            }
        }
        return units;
    }

    static FamilyUnits of(RegressionData data) {
        FamilyUnits units = new FamilyUnits();
        for (int i = 0; i < data.size(); i++) {
            units.add(0, data.family(i), data.weight(i));
        }
        return units;
    }

    private void add(int group, int family, double weight) {
        items += weight;
        if (family < 0) {
            single += weight;
            return;
        }
        int known = index.computeIfAbsent(family, f -> {
            families.add(new Family(group));
            return families.size() - 1;
        });
        spanGroups |= families.get(known).group != group;
        families.get(known).size += weight;
    }

    /** Number of families. */
    int count() {
        return families.size();
    }

    /** Number of items without a family. */
    double single() {
        return single;
    }

    /** The place of a family among all, from 0; −1 for none. */
    int index(int family) {
        return family < 0 ? -1 : index.get(family);
    }

    /** Whether some family has more than one item. */
    boolean anyShared() {
        return families.stream().anyMatch(family -> family.size > 1);
    }

    /** Whether some family has items in more than one group. */
    boolean spanGroups() {
        return spanGroups;
    }

    /** Whether there are families, yet too few for an error that holds: 1 / Σ (family share)² below 20. */
    boolean tooFew() {
        double squares = single;
        for (Family family : families) {
            squares += family.size * family.size;
        }
        return anyShared() && items * items / squares < FEWEST;
    }

    /** Items of one family. */
    private static final class Family {

        /** Where it was first met. */
        private final int group;

        private double size;

        Family(int group) {
            this.group = group;
        }
    }
}
