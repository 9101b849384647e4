// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.change;

import org.tilik.measure.policy.series.Outcome;
import org.tilik.measure.policy.series.SeriesFit;
import org.tilik.measure.policy.series.SeriesPlan;
import org.tilik.measure.policy.series.WeeklySeries;

/**
 * How one stratum changed in one outcome about one date.
 *
 * @param source the stratum's cohorts
 * @param series of the outcome
 * @param rule under which assumption
 * @param plan which of its weeks may be used
 * @param fit the change, or why there is none
 */
record StratumChange(
        StratumSeries source, WeeklySeries series, ChangeRule rule, SeriesPlan plan, Outcome<SeriesFit> fit) {
    /** Items that its rows rest on. */
    long items() {
        return fit.value().map(SeriesFit::items).orElseGet(source::items);
    }
}
