// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.overremoval;

import java.util.Locale;
import org.tilik.measure.policy.audit.DesignShare;
import org.tilik.measure.removal.DeadlineShare;
import org.tilik.measure.removal.Share;
import org.tilik.measure.removal.ShareDifference;

/**
 * The numbers of a row, in shares; null where there is none.
 *
 * @param conditionalOnHours hours that the items had survived; null where the numbers are about all of them
 */
record OverRemovalFigures(
        Double estimate,
        Double ciLow,
        Double ciHigh,
        String ciMethod,
        Counts counts,
        Double effective,
        Double conditionalOnHours,
        String identifiability,
        Double boundLow,
        Double boundHigh) {
    /** Nothing can be said. */
    static final OverRemovalFigures NONE = new OverRemovalFigures(
            null, null, null, null, new Counts(null, null, null, null, null), null, null, "none", null, null);

    /** Coded items behind a number: all, removed, seen visible last, gone in a bracket, gone by one last absence. */
    record Counts(Long items, Long events, Long censored, Long intervals, Long unconfirmed) {
        Counts(long items, long events, long censored, long intervals, long unconfirmed) {
            this((Long) items, (Long) events, (Long) censored, (Long) intervals, (Long) unconfirmed);
        }
    }

    /** The share of all or, where too few were there from the start, of those that were captured. */
    static OverRemovalFigures of(DeadlineShare deadline, Counts counts, double effective, String ciMethod) {
        boolean isConditional = deadline.conditionalOnHours() > 0;
        Share share = isConditional ? deadline.givenCaptured() : deadline.share();
        return of(
                new double[] {share.estimate(), share.ciLow(), share.ciHigh(), share.boundLow(), share.boundHigh()},
                ciMethod,
                counts,
                effective,
                isConditional ? deadline.conditionalOnHours() : Double.NaN,
                share.identifiability().name());
    }

    static OverRemovalFigures of(ShareDifference share, Counts counts, String ciMethod) {
        return of(
                new double[] {share.estimate(), share.ciLow(), share.ciHigh(), share.boundLow(), share.boundHigh()},
                ciMethod,
                counts,
                Double.NaN,
                Double.NaN,
                share.identifiability().name());
    }

    static OverRemovalFigures of(DesignShare share, String ciMethod) {
        double estimate = share.share().estimate();
        return of(
                new double[] {estimate, share.share().ciLow(), share.share().ciHigh(), estimate, estimate},
                ciMethod,
                new Counts((Long) (long) share.coded(), (Long) (long) share.codedPart(), null, null, null),
                share.effective(),
                Double.NaN,
                share.coded() == 0 ? "none" : "point");
    }

    private static OverRemovalFigures of(
            double[] numbers, String ciMethod, Counts counts, double effective, double conditional, String verdict) {
        boolean hasInterval = Double.isFinite(numbers[1]) || Double.isFinite(numbers[2]);
        return new OverRemovalFigures(
                orNull(numbers[0]),
                orNull(numbers[1]),
                orNull(numbers[2]),
                hasInterval ? ciMethod : null,
                counts,
                orNull(effective),
                orNull(conditional),
                verdict.toLowerCase(Locale.ROOT),
                orNull(numbers[3]),
                orNull(numbers[4]));
    }

    private static Double orNull(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }
}
