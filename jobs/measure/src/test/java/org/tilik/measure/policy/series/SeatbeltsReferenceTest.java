// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tilik.measure.removal.Closeness.assertClose;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tilik.measure.removal.ReferenceTable;

/**
 * Drivers killed or injured in Great Britain before and after belts became law (Harvey and Durbin 1986), a month taken for a
 * week: against lm, sandwich::NeweyWest and glm of R, as SOURCE.txt beside the numbers says.
 */
class SeatbeltsReferenceTest {

    private static final double PRECISION = 1e-9;
    private static final List<String> TERMS = List.of("(Intercept)", "t", "post", "tpost");

    private final ReferenceTable input = table("input");
    private final int n = input.size();
    private final long[] times = new long[n];
    private final double[] drivers = new double[n];
    private final double[] logDrivers = new double[n];
    private final double[] ones = new double[n];
    private long law;

    SeatbeltsReferenceTest() {
        for (int i = 0; i < n; i++) {
            times[i] = (long) input.number(i, "t");
            drivers[i] = input.number(i, "drivers");
            logDrivers[i] = Math.log(drivers[i]);
            ones[i] = 1;
            law = law == 0 && input.number(i, "post") > 0 ? times[i] : law;
        }
    }

    private static ReferenceTable table(String name) {
        return ReferenceTable.read("/org/tilik/measure/policy/series/its_seatbelts/" + name + ".csv");
    }

    private double[][] rows(boolean months) {
        double[][] rows = new double[n][months ? 15 : 4];
        for (int i = 0; i < n; i++) {
            rows[i][0] = 1;
            rows[i][1] = input.number(i, "t");
            rows[i][2] = input.number(i, "post");
            rows[i][3] = input.number(i, "tpost");
            int month = (int) input.number(i, "month");
            if (months && month > 1) {
                rows[i][2 + month] = 1;
            }
        }
        return rows;
    }

    @Test
    void coefficientsAndErrorsAtEveryLag() {
        ReferenceTable expected = table("expected_ols_log_drivers");
        assertThat(expected.size()).isEqualTo(24);
        for (int row = 0; row < expected.size(); row++) {
            LeastSquares fit = LeastSquares.of(
                            rows(expected.text(row, "model").equals("plus_month_dummies")), logDrivers, ones)
                    .orElseThrow();
            int term = TERMS.indexOf(expected.text(row, "term"));
            int lag = (int) expected.number(row, "nw_lag");
            String what = expected.text(row, "model") + " " + TERMS.get(term) + " lag " + lag;
            assertClose(what, fit.coefficient(term), expected.number(row, "coef"), PRECISION);
            double variance = fit.weightedSquares() / fit.degreesOfFreedom() * fit.inverse()[term][term];
            assertClose(what, Math.sqrt(variance), expected.number(row, "ols_se"), PRECISION);
            assertClose(what, error(fit, lag, term, false), expected.number(row, "nw_se"), PRECISION);
            assertClose(what, error(fit, lag, term, true), expected.number(row, "nw_se_dfadj"), PRECISION);
        }
    }

    private double error(LeastSquares fit, int lag, int term, boolean adjust) {
        return Math.sqrt(NeweyWest.covariance(fit, times, lag, adjust)[term][term]);
    }

    @Test
    void countsWithDispersionAndWhatIsLeftOfNeighbours() {
        ReferenceTable expected = table("expected_quasipoisson");
        QuasiPoisson model = QuasiPoisson.of(rows(true), drivers).orElseThrow();
        assertClose("post", model.fit().coefficient(2), expected.value("qp_post")[0], PRECISION);
        assertClose("tpost", model.fit().coefficient(3), expected.value("qp_tpost")[0], PRECISION);
        assertClose("post se", model.standardError(2), expected.value("qp_post_se")[0], PRECISION);
        assertClose("dispersion", model.dispersion(), expected.value("dispersion")[0], PRECISION);
        SegmentedLine line = SegmentedLine.of(
                LeastSquares.of(rows(true), logDrivers, ones).orElseThrow(), times, SeriesErrors.NEWEY_WEST);
        assertClose("dw", line.durbinWatson(), expected.value("dw")[0], PRECISION);
        assertClose("acf1", line.firstAutocorrelation(), expected.value("acf1")[0], PRECISION);
    }

    @Test
    void theSameChangesWithTimeCountedFromTheIntervention() {
        List<WeekValue> weeks = new ArrayList<>();
        List<WeekValue> counts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            weeks.add(WeekValue.exact(times[i], logDrivers[i], 1000));
            counts.add(WeekValue.exact(times[i], drivers[i], (long) drivers[i]));
        }
        InterruptedSeries model = InterruptedSeries.of(SeriesPlan.standard());
        SeriesFit fit = model.fit(new WeeklySeries(weeks), Interruption.at(law)).orElseThrow();
        ReferenceTable expected = table("expected_ols_log_drivers").where("model", "trend_level_slope");
        assertClose(
                "level", fit.level().estimate(), expected.where("term", "post").number(0, "coef"), PRECISION);
        assertClose(
                "slope", fit.slope().estimate(), expected.where("term", "tpost").number(0, "coef"), PRECISION);
        assertClose("trend", fit.trend().estimate(), expected.where("term", "t").number(0, "coef"), PRECISION);
        assertThat(fit.lag()).isEqualTo(4);
        assertThat(fit.degreesOfFreedom()).isEqualTo(188);
        assertThat(fit.caveats()).containsExactly(SeriesCaveat.AUTOCORRELATED);
        SeriesFit ratio =
                model.fitCounts(new WeeklySeries(counts), Interruption.at(law)).orElseThrow();
        assertThat(ratio.level().ratio().estimate()).isBetween(0.7, 0.75);
        assertThat(ratio.dispersion()).isGreaterThan(13);
    }
}
