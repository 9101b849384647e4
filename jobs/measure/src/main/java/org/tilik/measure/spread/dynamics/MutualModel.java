// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Several self-exciting processes that also excite each other, with one exponential kernel.
 *
 * <pre>
 * λ_i(t) = μ_i + Σ_j α_ij Σ_{t_k &lt; t, kind j} β e^{−β(t − t_k)}
 * </pre>
 *
 * <p>α<sub>ij</sub> is the expected number of events of kind i that directly follow one of kind j: an association in
 * time. Kinds that both follow something outside, such as news, look associated too. Hawkes 1971,
 * doi:10.1093/biomet/58.1.83; between platforms: Zannettou et al., The Web Centipede, 2017,
 * doi:10.1145/3131365.3131390, there in discrete time with a free kernel.
 *
 * @param rates μ by kind, per hour
 * @param offspring α by kind that follows (row) and kind that is followed (column)
 * @param beta β per hour
 */
public record MutualModel(List<Double> rates, List<List<Double>> offspring, double beta) {

    /** Copies the lists; refuses rows of other lengths and numbers below 0. */
    public MutualModel {
        rates = List.copyOf(rates);
        offspring = offspring.stream().map(List::copyOf).toList();
        int kinds = rates.size();
        boolean square = offspring.size() == kinds && offspring.stream().allMatch(row -> row.size() == kinds);
        boolean negative = rates.stream().anyMatch(rate -> !(rate >= 0))
                || offspring.stream().flatMap(List::stream).anyMatch(number -> !(number >= 0));
        if (!square || negative || !(beta > 0)) {
            throw new IllegalArgumentException(
                    "Rates " + rates + ", offspring " + offspring + ", beta " + beta + " are no model.");
        }
    }

    /** From arrays. */
    static MutualModel of(double[][] rows, double beta) {
        List<Double> rates = DoubleStream.of(column(rows, 0)).boxed().toList();
        List<List<Double>> offspring = Arrays.stream(rows)
                .map(row -> DoubleStream.of(row).skip(1).boxed().toList())
                .toList();
        return new MutualModel(rates, offspring, beta);
    }

    private static double[] column(double[][] rows, int c) {
        return Arrays.stream(rows).mapToDouble(row -> row[c]).toArray();
    }

    /** How many kinds there are. */
    public int kinds() {
        return rates.size();
    }

    /** The log-likelihood of sequences watched independently. */
    public double logLikelihood(List<MarkedEvents> sequences, Immigration immigration) {
        MutualSums sums = new MutualSums(sequences, kinds(), immigration, beta);
        double value = 0;
        for (int i = 0; i < kinds(); i++) {
            value += sums.value(i, row(i));
        }
        return value;
    }

    /** μ, then α, of one kind. */
    double[] row(int i) {
        return DoubleStream.concat(
                        DoubleStream.of(rates.get(i)), offspring.get(i).stream().mapToDouble(Double::doubleValue))
                .toArray();
    }

    /**
     * The largest absolute eigenvalue of α: below 1 the process dies out by itself, from 1 on it explodes.
     *
     * <p>By squaring: ‖A<sup>N</sup>‖<sup>1/N</sup> for N = 2<sup>60</sup>, which also holds for matrices that cannot be
     * diagonalised (Gelfand 1941).
     */
    public double spectralRadius() {
        int n = kinds();
        double[][] power = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                power[i][j] = offspring.get(i).get(j);
            }
        }
        double log = 0;
        double exponent = 1;
        for (int k = 0; k < 60; k++) {
            double norm = largest(power);
            if (norm == 0) {
                return 0;
            }
            log += Math.log(norm) / exponent;
            power = squared(power, norm);
            exponent *= 2;
        }
        return Math.exp(log);
    }

    private static double largest(double[][] matrix) {
        double largest = 0;
        for (double[] row : matrix) {
            largest = Math.max(largest, DoubleStream.of(row).sum());
        }
        return largest;
    }

    private static double[][] squared(double[][] matrix, double scale) {
        int n = matrix.length;
        double[][] square = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    square[i][j] += matrix[i][k] / scale * (matrix[k][j] / scale);
                }
            }
        }
        return square;
    }
}
