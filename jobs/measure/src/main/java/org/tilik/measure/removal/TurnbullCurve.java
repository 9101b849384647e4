// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Curves from masses on innermost intervals; intervals without mass are not listed. */
final class TurnbullCurve {

    /** Mass below this is the algorithm's, not the data's. */
    private static final double NOTHING = 1e-10;

    private TurnbullCurve() {}

    /** The share still visible, given visible at {@code start}; standard errors are left undefined. */
    static SurvivalCurve of(IntervalFit fit, RemovalData data, double start) {
        int first = fit.firstAfter(start);
        int[] listed = listed(fit, first, 0);
        double[][] columns = new double[6][listed.length];
        double gone = 0;
        for (int i = 0; i < listed.length; i++) {
            int cell = listed[i];
            gone += fit.massGiven(first, cell);
            columns[0][i] = fit.lower(cell);
            columns[1][i] = fit.upper(cell);
            columns[2][i] = fit.atRisk(cell);
            columns[3][i] = fit.upper(cell) < Double.POSITIVE_INFINITY ? fit.events(cell) : 0;
            columns[5][i] = i == listed.length - 1 ? 0 : Math.max(0, 1 - gone);
        }
        for (int row = 0; row < data.size(); row++) {
            if (data.isCensored(row) && data.lower(row) > start && listed.length > 0) {
                int i = SortedTimes.countBefore(columns[1], data.lower(row));
                columns[4][Math.min(i, listed.length - 1)] += data.weight(row);
            }
        }
        double[] none = undefined(listed.length);
        return new SurvivalCurve(
                columns[0], columns[1], columns[2], columns[3], columns[4], columns[5], none, none, none);
    }

    /** The share gone by each cause. */
    static List<CauseCurve> causes(IntervalFit fit, List<String> names, double start) {
        int first = fit.firstAfter(start);
        List<CauseCurve> curves = new ArrayList<>();
        for (int k = 1; k <= names.size(); k++) {
            int[] listed = listed(fit, first, k);
            double[] low = new double[listed.length];
            double[] high = new double[listed.length];
            double[] incidence = new double[listed.length];
            double gone = 0;
            for (int i = 0; i < listed.length; i++) {
                gone += fit.massGiven(first, listed[i]);
                low[i] = fit.lower(listed[i]);
                high[i] = fit.upper(listed[i]);
                incidence[i] = Math.min(1, gone);
            }
            curves.add(new CauseCurve(names.get(k - 1), low, high, incidence, undefined(listed.length)));
        }
        return List.copyOf(curves);
    }

    private static int[] listed(IntervalFit fit, int first, int cause) {
        int[] cells = new int[fit.size()];
        int count = 0;
        for (int i = first; i < fit.size() && i <= fit.partEnd(first); i++) {
            if (fit.massGiven(first, i) > NOTHING && (cause == 0 || fit.cause(i) == cause)) {
                cells[count++] = i;
            }
        }
        return Arrays.copyOf(cells, count);
    }

    static double[] undefined(int size) {
        double[] values = new double[size];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
