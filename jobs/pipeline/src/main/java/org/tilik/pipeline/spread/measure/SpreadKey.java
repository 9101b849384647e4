// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.measure;

/**
 * What tells one measure of a stratum from another; null = does not apply.
 *
 * @param metric id in datasets/metrics.yaml
 * @param unit {@code h} or {@code 1}
 * @param deadline hours after the first item
 * @param quantile share, in (0, 1)
 * @param threshold number of items
 * @param tau width of a window, hours
 */
record SpreadKey(String metric, String unit, Double deadline, Double quantile, Long threshold, Double tau) {
    static final String ONE = "1";
    static final String HOURS = "h";

    /** A number of its own. */
    static SpreadKey of(String metric) {
        return new SpreadKey(metric, ONE, null, null, null, null);
    }

    /** A quantile. */
    static SpreadKey ofQuantile(String metric, String unit, double quantile) {
        return new SpreadKey(metric, unit, null, quantile, null, null);
    }

    /** A quantile of the hours until there are so many items. */
    static SpreadKey ofHoursTo(String metric, double quantile, long threshold) {
        return new SpreadKey(metric, HOURS, null, quantile, threshold, null);
    }

    /** A number of a window of so many hours that ends so many hours after the first item. */
    static SpreadKey ofWindow(String metric, double deadline, double tau) {
        return new SpreadKey(metric, ONE, deadline, null, null, tau);
    }

    /** A share with so many items within so many hours. */
    static SpreadKey ofShareWithin(String metric, double deadline, long threshold) {
        return new SpreadKey(metric, ONE, deadline, null, threshold, null);
    }
}
