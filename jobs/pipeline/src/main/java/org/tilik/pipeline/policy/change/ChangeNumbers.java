// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.change;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tilik.measure.policy.series.Change;
import org.tilik.measure.policy.series.MemberComparison;
import org.tilik.measure.policy.series.NoSeries;
import org.tilik.measure.policy.series.PlaceboDates;
import org.tilik.measure.policy.series.SeriesErrors;
import org.tilik.measure.policy.series.SeriesFit;
import org.tilik.measure.removal.Identifiability;

/**
 * The numbers of one row; NaN = not defined.
 *
 * @param figures estimate, bounds, interval and p
 * @param fit the series that the row is about; null for none
 * @param compared dates or platforms; null for neither
 * @param method how the interval was made; null without one
 * @param reason why there is no estimate; null where there is one
 * @param caveats what to know
 */
record ChangeNumbers(Figures figures, SeriesFit fit, Long compared, String method, String reason, Set<String> caveats) {
    private static final String AUTOREGRESSION = "ar1_averaged_t";
    private static final String NEWEY_WEST = "newey_west_t";
    private static final String COUNTS = "quasi_poisson_";
    private static final String DESCRIBED_ONLY = "described_only";

    /** What can be said; NaN = not defined. */
    record Figures(
            Identifiability kind, double estimate, double low, double high, double ciLow, double ciHigh, double p) {
        static Figures none() {
            double nan = Double.NaN;
            return new Figures(Identifiability.NONE, nan, nan, nan, nan, nan, nan);
        }
    }

    static ChangeNumbers none(NoSeries reason) {
        return none(reason.reason());
    }

    static ChangeNumbers none(String reason) {
        return new ChangeNumbers(Figures.none(), null, null, null, reason, Set.of());
    }

    boolean isNone() {
        return figures.kind() == Identifiability.NONE;
    }

    /** A term of a fit; of counts, as a ratio. */
    static ChangeNumbers of(SeriesFit fit, Change term, boolean counted, SeriesErrors errors) {
        Change change = counted ? term.ratio() : term;
        boolean isPoint = fit.identifiability() == Identifiability.POINT;
        return new ChangeNumbers(
                new Figures(
                        fit.identifiability(),
                        change.estimate(),
                        change.low(),
                        change.high(),
                        change.ciLow(),
                        change.ciHigh(),
                        change.p()),
                fit,
                null,
                (counted ? COUNTS : "") + (errors == SeriesErrors.NEWEY_WEST ? NEWEY_WEST : AUTOREGRESSION),
                isPoint ? null : NoSeries.BOUNDS_ONLY.reason(),
                names(fit));
    }

    private static Set<String> names(SeriesFit fit) {
        return fit.caveats().stream()
                .map(caveat -> caveat.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The rank of a level change among those at earlier dates. */
    static ChangeNumbers of(SeriesFit fit, PlaceboDates dates) {
        double share = dates.levelShare();
        return new ChangeNumbers(
                new Figures(Identifiability.POINT, share, share, share, Double.NaN, Double.NaN, Double.NaN),
                fit,
                (long) dates.dates(),
                null,
                null,
                names(fit));
    }

    /** The difference between platforms; of counts, as a ratio. */
    static ChangeNumbers of(MemberComparison comparison, boolean counted) {
        double low = counted ? Math.exp(comparison.low()) : comparison.low();
        double high = counted ? Math.exp(comparison.high()) : comparison.high();
        boolean isPoint = comparison.low() == comparison.high();
        Figures figures = new Figures(
                isPoint ? Identifiability.POINT : Identifiability.BOUNDS,
                isPoint ? low : Double.NaN,
                low,
                high,
                Double.NaN,
                Double.NaN,
                comparison.p());
        return new ChangeNumbers(
                figures,
                null,
                (long) comparison.members() + comparison.others(),
                null,
                isPoint ? null : NoSeries.BOUNDS_ONLY.reason(),
                Double.isNaN(comparison.p()) ? Set.of(DESCRIBED_ONLY) : Set.of());
    }

    ChangeNumbers with(String caveat) {
        Set<String> more = new TreeSet<>(caveats);
        more.add(caveat);
        return new ChangeNumbers(figures, fit, compared, method, reason, more);
    }

    boolean hasInterval() {
        return Double.isFinite(figures.ciLow()) || Double.isFinite(figures.ciHigh());
    }
}
