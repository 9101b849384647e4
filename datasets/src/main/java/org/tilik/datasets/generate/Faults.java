// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Planted defects of the dumps.
 *
 * @param bad bad records per item, by reject reason
 * @param duplicates share of records that stand in their file twice, byte for byte
 */
public record Faults(Map<PlantedFault, Double> bad, double duplicates) {
    /** No defects. */
    public static final Faults NONE = new Faults(Map.of(), 0);

    /** Copies the map. */
    public Faults {
        Map<PlantedFault, Double> copy = new EnumMap<>(PlantedFault.class);
        copy.putAll(bad);
        bad = Collections.unmodifiableMap(copy);
    }

    /** The same rate for every reason. */
    public static Faults each(double rate, double duplicates) {
        Map<PlantedFault, Double> bad = new EnumMap<>(PlantedFault.class);
        for (PlantedFault fault : PlantedFault.values()) {
            bad.put(fault, rate);
        }
        return new Faults(bad, duplicates);
    }
}
