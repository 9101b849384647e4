// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tilik.measure.removal.ledger.DelayHistogram;
import org.tilik.measure.removal.ledger.DelayHistogram.Bounds;
import org.tilik.measure.removal.ledger.LedgerShare;
import org.tilik.model.Automation;
import org.tilik.model.Ledger;
import org.tilik.model.LedgerSource;
import org.tilik.model.table.LedgerCountRow;
import org.tilik.model.table.LedgerMeasureRow;
import org.tilik.pipeline.strata.Stratum;
import org.tilik.pipeline.strata.Suppression;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.table.MetricVersions;
import org.tilik.pipeline.table.RowId;

/**
 * Turns the counts of a run's ledgers into rows of what platforms state of their own actions: how many, by whom, and how long
 * they took. All of it is about what was acted on.
 */
public final class LedgerMeasures {
    private static final double HALF = 0.5;
    private static final List<Double> QUANTILES = List.of(0.25, 0.75, 0.9);
    private static final double MINUTES_AN_HOUR = 60;
    private static final double MINUTES_A_DAY = 24 * MINUTES_AN_HOUR;
    private static final String ONE = "1";
    private static final String DAYS = "d";
    private static final String NONE = "none";

    private final String studyId;
    private final String runId;
    private final List<Double> deadlines;
    private final double level;
    private final int k;

    /** Measures for these deadlines in hours; strata of fewer than k entries are held back. */
    LedgerMeasures(String studyId, String runId, List<Double> deadlines, double level, int k) {
        this.studyId = studyId;
        this.runId = runId;
        this.deadlines = List.copyOf(deadlines);
        this.level = level;
        this.k = k;
    }

    /** Measures of this run. */
    public static LedgerMeasures of(Run run) {
        return new LedgerMeasures(
                run.study().id(),
                run.runId(),
                run.study().deadlinesHours(),
                run.study().confLevel(),
                run.study().privacy().k());
    }

    /** The rows for these counts, of all ledgers. */
    public List<LedgerMeasureRow> rows(Collection<LedgerCountRow> counts) {
        Map<LedgerStratum, StratumCounts> strata = new HashMap<>();
        for (LedgerCountRow row : counts) {
            for (LedgerStratum stratum : LedgerStratum.of(row)) {
                strata.computeIfAbsent(stratum, none -> new StratumCounts()).add(row);
            }
        }
        Set<LedgerStratum> suppressed = suppressed(strata);
        List<LedgerMeasureRow> rows = new ArrayList<>();
        strata.forEach((stratum, sum) -> addRows(stratum, sum, suppressed.contains(stratum), rows));
        return rows;
    }

    /** Each ledger by itself, since there is no number over all of them from which a small one could be told. */
    private Set<LedgerStratum> suppressed(Map<LedgerStratum, StratumCounts> strata) {
        Map<String, List<Suppression.Size>> sizes = new HashMap<>();
        strata.forEach((stratum, sum) -> sizes.computeIfAbsent(stratum.ledger(), none -> new ArrayList<>())
                .add(new Suppression.Size(stratum.stratum(), sum.entries(), true)));
        Set<LedgerStratum> suppressed = new HashSet<>();
        sizes.forEach((ledger, ofLedger) -> {
            for (Stratum stratum : Suppression.of(ofLedger, k)) {
                suppressed.add(new LedgerStratum(ledger, stratum));
            }
        });
        return suppressed;
    }

    /** What tells one number of a stratum from another. */
    private record Key(String metric, String cause, Double deadline, Double quantile, String unit, boolean isDelay) {
        static Key of(String metric, String cause) {
            return new Key(metric, cause, null, null, ONE, false);
        }
    }

    /** The numbers of a row; NaN where there is none. */
    private record Figures(double estimate, Bounds interval, Bounds bounds, long events) {
        static final Bounds NO_BOUNDS = new Bounds(Double.NaN, Double.NaN);

        static Figures of(LedgerShare share) {
            return new Figures(share.estimate(), new Bounds(share.ciLow(), share.ciHigh()), NO_BOUNDS, share.counted());
        }

        String verdict() {
            return !Double.isNaN(estimate) ? "point" : bounds.isKnown() ? "bounds" : NONE;
        }
    }

    private void addRows(LedgerStratum stratum, StratumCounts sum, boolean hold, List<LedgerMeasureRow> rows) {
        Maker maker = new Maker(stratum, sum, hold, rows);
        maker.add(
                Key.of("ledger.entries", null),
                new Figures(sum.entries(), Figures.NO_BOUNDS, Figures.NO_BOUNDS, sum.entries()));
        sum.actions()
                .forEach((action, n) -> maker.share(Key.of("ledger.action_share", action.id()), n, sum.entries() - n));
        if (stratum.value(LedgerStratum.Column.SOURCE_TYPE) == null) {
            sum.sources()
                    .forEach((source, n) ->
                            maker.share(Key.of("ledger.source_share", source.id()), n, sum.entries() - n));
            long unprompted = sum.sources().getOrDefault(LedgerSource.VOLUNTARY, 0L);
            long unknown = sum.sources().getOrDefault(LedgerSource.UNKNOWN, 0L);
            maker.share(Key.of("ledger.proactive_share", null), unprompted, sum.entries() - unknown - unprompted);
        }
        if (stratum.value(LedgerStratum.Column.AUTOMATED) == null) {
            long others = sum.automated(Automation.PARTIALLY) + sum.automated(Automation.NOT);
            maker.share(Key.of("ledger.automated_share", null), sum.automated(Automation.FULLY), others);
        }
        maker.share(Key.of("ledger.automated_detection_share", null), sum.detected("yes"), sum.detected("no"));
        maker.delays();
    }

    /** Makes the rows of one stratum. */
    private final class Maker {
        private final LedgerStratum stratum;
        private final StratumCounts sum;
        private final boolean hold;
        private final List<LedgerMeasureRow> rows;

        Maker(LedgerStratum stratum, StratumCounts sum, boolean hold, List<LedgerMeasureRow> rows) {
            this.stratum = stratum;
            this.sum = sum;
            this.hold = hold;
            this.rows = rows;
        }

        void share(Key key, long counted, long others) {
            add(key, Figures.of(LedgerShare.of(counted, others, level)));
        }

        void delays() {
            DelayHistogram delays = sum.delays();
            add(new Key("ledger.delay_median_days", null, null, null, DAYS, true), days(delays.quantile(HALF)));
            for (double p : QUANTILES) {
                add(new Key("ledger.delay_quantile_days", null, null, p, DAYS, true), days(delays.quantile(p)));
            }
            for (double hours : deadlines) {
                double minutes = hours * MINUTES_AN_HOUR;
                Bounds bounds = delays.shareWithin(minutes);
                add(
                        new Key("ledger.delay_share_within", null, hours, null, ONE, true),
                        new Figures(point(bounds), delays.shareInterval(minutes, level), bounds, delays.all()));
            }
        }

        private Figures days(Bounds minutes) {
            Bounds days = new Bounds(minutes.low() / MINUTES_A_DAY, minutes.high() / MINUTES_A_DAY);
            return new Figures(
                    point(days), Figures.NO_BOUNDS, days, sum.delays().all());
        }

        private double point(Bounds bounds) {
            return bounds.isPoint() ? bounds.low() : Double.NaN;
        }

        void add(Key key, Figures figures) {
            String cause = key.cause();
            rows.add(new LedgerMeasureRow(
                    RowId.of(
                            studyId,
                            key.metric(),
                            MetricVersions.of(key.metric()),
                            stratum.ledger(),
                            stratum.stratum().by(),
                            stratum.stratum().value(),
                            cause,
                            key.deadline(),
                            key.quantile()),
                    key.metric(),
                    MetricVersions.of(key.metric()),
                    stratum.ledger(),
                    stratum.stratum().by(),
                    stratum.stratum().value(),
                    stratum.value(LedgerStratum.Column.PLATFORM),
                    stratum.value(LedgerStratum.Column.CATEGORY),
                    stratum.value(LedgerStratum.Column.SUBJECT),
                    stratum.value(LedgerStratum.Column.SOURCE_TYPE),
                    stratum.value(LedgerStratum.Column.AUTOMATED),
                    cause,
                    key.deadline(),
                    key.quantile(),
                    null,
                    key.isDelay() ? clock() : null,
                    shown(figures.estimate()),
                    shown(figures.interval().low()),
                    shown(figures.interval().high()),
                    level,
                    shown(figures.interval().low()) == null ? null : "wilson",
                    key.unit(),
                    shown(sum.entries()),
                    shown(figures.events()),
                    null,
                    key.isDelay() ? shown(sum.bracketed()) : null,
                    key.isDelay() ? shown(sum.undated()) : null,
                    null,
                    null,
                    key.isDelay() ? "conditional_on_action" : "stated",
                    hold ? null : figures.verdict(),
                    shown(figures.bounds().low()),
                    shown(figures.bounds().high()),
                    NONE,
                    null,
                    hold,
                    runId));
        }

        private String clock() {
            return Ledger.of(stratum.ledger()).clock();
        }

        private Double shown(double number) {
            return hold || Double.isNaN(number) ? null : (Double) number;
        }

        private Long shown(long number) {
            return hold ? null : (Long) number;
        }
    }
}
