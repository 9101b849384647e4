// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Rows in the order in which they join and leave the risk set when time runs backwards. */
final class RiskSets {

    final RegressionData data;
    final double[][] x;
    private final int[] byExit;
    private final int[] byEntry;

    RiskSets(RegressionData data, double[][] x) {
        this.data = data;
        this.x = x;
        this.byExit = descending(data::exit);
        this.byEntry = descending(data::entry);
    }

    private int[] descending(IntToDoubleFunction key) {
        return IntStream.range(0, data.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -key.applyAsDouble(i)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** What is known at one event time, latest first: rows at risk and rows that went, weighted by relative hazard. */
    interface Visitor {
        void at(double time, int[] went, double events, Moments atRisk, Moments going);
    }

    /** exp(x' beta) of each row. */
    double[] relativeHazards(double[] beta) {
        double[] hazards = new double[x.length];
        for (int i = 0; i < hazards.length; i++) {
            hazards[i] = Math.exp(product(x[i], beta));
        }
        return hazards;
    }

    static double product(double[] row, double[] beta) {
        double sum = 0;
        for (int j = 0; j < beta.length; j++) {
            sum += row[j] * beta[j];
        }
        return sum;
    }

    void visit(double[] beta, Visitor visitor) {
        double[] hazard = relativeHazards(beta);
        Moments atRisk = new Moments(beta.length);
        Moments going = new Moments(beta.length);
        int[] went = new int[data.size()];
        int joined = 0;
        int left = 0;
        while (joined < byExit.length) {
            double time = data.exit(byExit[joined]);
            for (; left < byEntry.length && data.entry(byEntry[left]) >= time; left++) {
                int row = byEntry[left];
                atRisk.add(-data.weight(row) * hazard[row], x[row]);
            }
            if (left == joined) {
                // Nobody is left: what remains of the sums is rounding.
                atRisk.clear();
            }
            going.clear();
            double events = 0;
            int count = 0;
            for (; joined < byExit.length && data.exit(byExit[joined]) == time; joined++) {
                int row = byExit[joined];
                atRisk.add(data.weight(row) * hazard[row], x[row]);
                if (data.isEvent(row)) {
                    going.add(data.weight(row) * hazard[row], x[row]);
                    events += data.weight(row);
                    went[count++] = row;
                }
            }
            if (count > 0) {
                visitor.at(time, Arrays.copyOf(went, count), events, atRisk, going);
            }
        }
    }
}
