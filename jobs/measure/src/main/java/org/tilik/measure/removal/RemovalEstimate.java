// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything one set of items says about how fast they went; times in hours, shares in [0, 1], NaN = not defined.
 *
 * @param method the estimator used, never AUTO
 * @param n items with follow-up
 * @param events items that went
 * @param censored items still visible when last seen
 * @param intervals items that went in a bracket
 * @param noFollowUp items without follow-up, in none of the other numbers
 * @param nEffective number of equally large independent families worth as much (n when there are no families)
 * @param conditionalOnHours curve, causes, quantiles and mean hold for items still visible then; 0 = for all
 * @param curve share still visible
 * @param causes share gone by cause, one curve for each named cause
 * @param quantiles times by which shares had gone
 * @param deadlines share gone within each deadline
 * @param causeGroups by name of the group: share gone by its causes within each deadline
 * @param restrictedMean mean hours visible, NaN when not asked for
 */
public record RemovalEstimate(
        Method method,
        double n,
        double events,
        double censored,
        double intervals,
        double noFollowUp,
        double nEffective,
        double conditionalOnHours,
        SurvivalCurve curve,
        List<CauseCurve> causes,
        List<Quantile> quantiles,
        List<DeadlineShare> deadlines,
        Map<String, List<DeadlineShare>> causeGroups,
        RestrictedMean restrictedMean,
        IntervalMethod intervalMethod,
        Set<Caveat> caveats) {}
