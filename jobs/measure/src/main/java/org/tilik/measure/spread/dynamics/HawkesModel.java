// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

import java.util.List;

/**
 * A self-exciting process: events per hour at time t, given those before.
 *
 * <pre>
 * λ(t) = μ + n* Σ_{t_j &lt; t} g(t − t_j)
 * log L = Σ log λ(t_i) − ∫ λ        summed over independent sequences; a first event that is given has no factor
 * </pre>
 *
 * <p>Hawkes, Spectra of some self-exciting and mutually exciting point processes, 1971, doi:10.1093/biomet/58.1.83;
 * likelihood and recursion: Ozaki, Maximum likelihood estimation of Hawkes' self-exciting point processes, 1979,
 * doi:10.1007/BF02480272; cascades without immigration: Rizoiu et al., A tutorial on Hawkes processes for events in
 * social media, 2017, arXiv:1708.06401.
 *
 * @param branchingRatio n*, expected direct offspring of one event
 * @param rate μ, events per hour that follow from no earlier one; 0 without immigration
 */
public record HawkesModel(double branchingRatio, double rate, Kernel kernel, Immigration immigration) {

    /** Refuses negative rates, and a rate without immigration. */
    public HawkesModel {
        boolean refused = !(branchingRatio >= 0) || !(rate >= 0) || (rate > 0 && !immigration.isPresent());
        if (refused || Double.isInfinite(branchingRatio) || Double.isInfinite(rate)) {
            throw new IllegalArgumentException("The branching ratio is " + branchingRatio + ", the rate " + rate
                    + " per hour with immigration " + immigration + ".");
        }
    }

    /** The log-likelihood of sequences watched independently. */
    public double logLikelihood(List<EventSequence> sequences) {
        boolean exponential = kernel instanceof Kernel.Exponential;
        HawkesLikelihood likelihood = new HawkesLikelihood(
                sequences, exponential ? KernelShape.EXPONENTIAL : KernelShape.POWER_LAW, immigration);
        double[] logs = logs();
        return likelihood.at(logs, new double[logs.length]);
    }

    /** The expected number of events that follow, directly or not, from one: n* / (1 − n*), infinite from n* = 1 on. */
    public double totalOffspring() {
        return branchingRatio < 1 ? branchingRatio / (1 - branchingRatio) : Double.POSITIVE_INFINITY;
    }

    private double[] logs() {
        double[] shape = kernel instanceof Kernel.PowerLaw p
                ? new double[] {p.theta(), p.c()}
                : new double[] {((Kernel.Exponential) kernel).beta()};
        int rates = HawkesLikelihood.rates(immigration);
        double[] logs = new double[rates + shape.length];
        logs[0] = Math.log(branchingRatio);
        if (rates == 2) {
            logs[1] = Math.log(rate);
        }
        for (int k = 0; k < shape.length; k++) {
            logs[rates + k] = Math.log(shape[k]);
        }
        return logs;
    }

    /** The model whose logarithms these are. */
    static HawkesModel of(double[] logs, KernelShape shape, Immigration immigration) {
        int rates = HawkesLikelihood.rates(immigration);
        double[] kernel = new double[shape.parameters()];
        for (int k = 0; k < kernel.length; k++) {
            kernel[k] = Math.exp(logs[rates + k]);
        }
        return new HawkesModel(
                Math.exp(logs[0]), rates == 2 ? Math.exp(logs[1]) : 0, shape.kernel(kernel), immigration);
    }
}
