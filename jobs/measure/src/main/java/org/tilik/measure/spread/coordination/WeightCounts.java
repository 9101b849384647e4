// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.coordination;

import java.util.Map;
import java.util.TreeMap;

/** How many links have which weight. */
public final class WeightCounts {

    private final TreeMap<Long, Long> counts = new TreeMap<>();
    private long links;

    /** So many more links of a weight. */
    public void add(long weight, long more) {
        counts.merge(weight, more, Long::sum);
        links += more;
    }

    /** How many links there are. */
    public long links() {
        return links;
    }

    /** The weight of all links together. */
    public long total() {
        return counts.entrySet().stream()
                .mapToLong(entry -> entry.getKey() * entry.getValue())
                .sum();
    }

    /**
     * The quantile of the weights, interpolated as R's default: type 7 of Hyndman and Fan, Sample quantiles in
     * statistical packages, 1996, doi:10.1080/00031305.1996.10473566. NaN without links.
     */
    public double quantile(double share) {
        if (links == 0) {
            return Double.NaN;
        }
        double position = (links - 1) * share;
        long below = (long) Math.floor(position);
        double part = position - below;
        double low = at(below);
        return part == 0 ? low : low + part * (at(below + 1) - low);
    }

    /** The weight at a place, from 0, in ascending order. */
    private long at(long place) {
        long passed = 0;
        for (Map.Entry<Long, Long> entry : counts.entrySet()) {
            passed += entry.getValue();
            if (place < passed) {
                return entry.getKey();
            }
        }
        return counts.lastKey();
    }
}
