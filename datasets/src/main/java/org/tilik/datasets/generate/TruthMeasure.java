// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

/**
 * A number that is true of the simulated world, whatever was observed of it; columns are those of
 * {@code truth_measures.avsc}.
 *
 * @param metricId id of the metric whose true value it is
 * @param stratumBy all, platform, or platform,kind
 * @param stratum value of that
 * @param deadlineHours hours from posting
 * @param estimate share of the items, between 0 and 1
 * @param nItems number of items posted inside the window
 */
public record TruthMeasure(
        String metricId, String stratumBy, String stratum, double deadlineHours, double estimate, long nItems) {}
