// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.tilik.measure.removal.CauseCurve;
import org.tilik.measure.removal.DeadlineShare;
import org.tilik.measure.removal.Identifiability;
import org.tilik.measure.removal.Method;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalEstimate;
import org.tilik.measure.removal.Share;
import org.tilik.measure.removal.SurvivalCurve;
import org.tilik.model.table.RemovalCurveRow;
import org.tilik.pipeline.strata.Stratum;

/**
 * The curves of one stratum as rows: exact, at every time at which they change, and on the grid of times that may be
 * published, as far as k items are at risk.
 *
 * <p>Between two sightings nobody knows when an item went. On the grid a Turnbull curve therefore holds, at each time,
 * the most that can still have been visible (one minus the lower bound of the share gone), without curves by cause:
 * the measures give those as bounds.
 */
final class CurveRows {
    private final MeasurePlan plan;
    private final Stratum stratum;
    private final int replicates;

    CurveRows(MeasurePlan plan, Stratum stratum, int replicates) {
        this.plan = plan;
        this.stratum = stratum;
        this.replicates = replicates;
    }

    /** Hands on every point of the survival curve and of the curve of each cause that some item went by. */
    void exact(RemovalEstimate estimate, Consumer<RemovalCurveRow> out) {
        SurvivalCurve curve = estimate.curve();
        String interval = IntervalNames.of(estimate.intervalMethod(), "greenwood_log_log", replicates);
        for (int i = 0; i < curve.size(); i++) {
            Point point = new Point(curve.time(i), curve.timeHigh(i), estimate.conditionalOnHours());
            Counts counts = new Counts(curve.atRisk(i), curve.events(i), curve.censored(i));
            out.accept(survival(estimate.method(), point, counts, Value.of(curve, i, interval)));
        }
        Method method = causeMethod(estimate);
        for (CauseCurve cause : present(estimate)) {
            for (int i = 0; i < cause.size(); i++) {
                Point point = new Point(cause.time(i), cause.timeHigh(i), estimate.conditionalOnHours());
                out.accept(incidence(
                        method,
                        cause.cause(),
                        point,
                        Counts.NONE,
                        cause.cumulativeIncidence(i),
                        cause.standardError(i)));
            }
        }
    }

    /** The curves of exact times on the grid. */
    List<RemovalCurveRow> onGrid(RemovalData data, RemovalEstimate estimate) {
        List<RemovalCurveRow> rows = new ArrayList<>();
        SurvivalCurve curve = estimate.curve();
        String interval = IntervalNames.of(estimate.intervalMethod(), "greenwood_log_log", replicates);
        double[] grid = plan.grid();
        for (int g = 0; g < grid.length; g++) {
            double from = g == 0 ? 0 : grid[g - 1];
            Counts counts = Counts.of(data, from, grid[g], 0);
            if (counts.atRisk() < plan.k() || grid[g] <= estimate.conditionalOnHours()) {
                continue;
            }
            Point point = new Point(grid[g], grid[g], estimate.conditionalOnHours());
            int i = lastUpTo(curve, grid[g]);
            Value value = i < 0 ? Value.of(1) : Value.of(curve, i, interval);
            rows.add(survival(estimate.method(), point, counts, value));
            for (CauseCurve cause : present(estimate)) {
                int j = lastUpTo(cause, grid[g]);
                rows.add(incidence(
                        causeMethod(estimate),
                        cause.cause(),
                        point,
                        Counts.of(data, from, grid[g], Causes.number(cause.cause())),
                        j < 0 ? 0 : cause.cumulativeIncidence(j),
                        j < 0 ? Double.NaN : cause.standardError(j)));
            }
        }
        return rows;
    }

    /** The upper bound of the share still visible, from shares gone within each time of the grid. */
    List<RemovalCurveRow> boundsOnGrid(RemovalData data, RemovalEstimate estimate) {
        List<RemovalCurveRow> rows = new ArrayList<>();
        double from = 0;
        for (DeadlineShare share : estimate.deadlines()) {
            double at = share.deadlineHours();
            Share gone = share.givenCaptured();
            Counts counts = Counts.of(data, from, at, 0).withoutEvents();
            if (counts.atRisk() >= plan.k() && gone.identifiability() != Identifiability.NONE) {
                Point point = new Point(at, at, share.conditionalOnHours());
                rows.add(survival(estimate.method(), point, counts, Value.of(1 - gone.boundLow())));
            }
            from = at;
        }
        return rows;
    }

    private static List<CauseCurve> present(RemovalEstimate estimate) {
        return estimate.causes().stream()
                .filter(curve -> curve.at(Double.MAX_VALUE) > 0)
                .toList();
    }

    private static Method causeMethod(RemovalEstimate estimate) {
        return estimate.method() == Method.TURNBULL ? Method.TURNBULL : Method.AALEN_JOHANSEN;
    }

    private static int lastUpTo(SurvivalCurve curve, double hours) {
        int i = curve.size() - 1;
        while (i >= 0 && curve.timeHigh(i) > hours) {
            i--;
        }
        return i;
    }

    private static int lastUpTo(CauseCurve curve, double hours) {
        int i = curve.size() - 1;
        while (i >= 0 && curve.timeHigh(i) > hours) {
            i--;
        }
        return i;
    }

    private record Point(double time, double timeHigh, double conditionalOn) {}

    private record Value(double share, double standardError, double ciLow, double ciHigh, String ciMethod) {
        static Value of(double share) {
            return new Value(share, Double.NaN, Double.NaN, Double.NaN, null);
        }

        static Value of(SurvivalCurve curve, int i, String interval) {
            boolean has = !Double.isNaN(curve.ciLow(i)) || !Double.isNaN(curve.ciHigh(i));
            return new Value(
                    curve.survival(i), curve.standardError(i), curve.ciLow(i), curve.ciHigh(i), has ? interval : null);
        }
    }

    /** Items at risk just before a time, and what became of items since the time before; NaN = not known. */
    private record Counts(double atRisk, double events, double censored) {
        static final Counts NONE = new Counts(Double.NaN, Double.NaN, Double.NaN);

        /** Over (from, to]; events by this cause only, unless it is 0. */
        static Counts of(RemovalData data, double from, double to, int cause) {
            double atRisk = 0;
            double events = 0;
            double censored = 0;
            for (int i = 0; i < data.size(); i++) {
                double exit = data.exit(i);
                atRisk += data.entry(i) < to && to <= exit ? data.weight(i) : 0;
                if (from < exit && exit <= to) {
                    censored += data.isCensored(i) ? data.weight(i) : 0;
                    boolean counts = !data.isCensored(i) && (cause == 0 || data.cause(i) == cause);
                    events += counts ? data.weight(i) : 0;
                }
            }
            return new Counts(atRisk, events, censored);
        }

        Counts withoutEvents() {
            return new Counts(atRisk, Double.NaN, censored);
        }
    }

    private RemovalCurveRow survival(Method method, Point point, Counts counts, Value value) {
        return row(method, null, point, counts, MeasureRow.orNull(value.share()), null, value.standardError(), value);
    }

    private RemovalCurveRow incidence(
            Method method, String cause, Point point, Counts counts, double share, double standardError) {
        return row(method, cause, point, counts, null, MeasureRow.orNull(share), standardError, Value.of(share));
    }

    private RemovalCurveRow row(
            Method method,
            String cause,
            Point point,
            Counts counts,
            Double survival,
            Double incidence,
            double standardError,
            Value value) {
        return new RemovalCurveRow(
                stratum.by(),
                stratum.value(),
                plan.clock().id(),
                method.name().toLowerCase(Locale.ROOT),
                cause,
                point.time(),
                MeasureRow.orNull(point.timeHigh()),
                MeasureRow.orNull(counts.atRisk()),
                MeasureRow.orNull(counts.events()),
                MeasureRow.orNull(counts.censored()),
                survival,
                incidence,
                MeasureRow.orNull(standardError),
                MeasureRow.orNull(value.ciLow()),
                MeasureRow.orNull(value.ciHigh()),
                plan.confLevel(),
                value.ciMethod(),
                point.conditionalOn() > 0 ? (Double) point.conditionalOn() : null,
                false,
                plan.runId());
    }
}
