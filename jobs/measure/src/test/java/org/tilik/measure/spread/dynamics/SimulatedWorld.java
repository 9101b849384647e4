// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Exact branching simulations of known truth, written apart from the estimators: each event has a Poisson number of
 * children at lags drawn from the kernel, generation by generation.
 */
final class SimulatedWorld {

    private SimulatedWorld() {}

    /** Events of several kinds, and the share of each kind's events that each other kind was the parent of. */
    record Marked(MarkedEvents events, double[][] shares) {
        double share(int i, int j) {
            return shares[i][j];
        }
    }

    /** Poisson by counting arrivals. */
    static int poisson(double mean, SplittableRandom random) {
        int count = -1;
        double left = mean;
        while (left >= 0) {
            left += Math.log1p(-random.nextDouble());
            count++;
        }
        return count;
    }

    /** A cascade from a root at 0 up to an end, of lags that {@code kernel} gives as quantiles. */
    static double[] cascade(double n, Kernel kernel, double end, SplittableRandom random) {
        List<Double> times = new ArrayList<>(List.of(0.0));
        grow(times, n, kernel, end, random);
        return times.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Immigrants at a constant rate and all that follows from them. */
    static double[] stream(double mu, double n, Kernel kernel, double end, SplittableRandom random) {
        List<Double> times = new ArrayList<>();
        int immigrants = poisson(mu * end, random);
        for (int i = 0; i < immigrants; i++) {
            times.add(end * random.nextDouble());
        }
        grow(times, n, kernel, end, random);
        return times.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void grow(List<Double> times, double n, Kernel kernel, double end, SplittableRandom random) {
        for (int parent = 0; parent < times.size(); parent++) {
            int children = poisson(n, random);
            for (int c = 0; c < children; c++) {
                double t = times.get(parent) + lag(kernel, random.nextDouble());
                if (t <= end) {
                    times.add(t);
                }
            }
        }
    }

    private static double lag(Kernel kernel, double u) {
        return kernel instanceof Kernel.PowerLaw p
                ? p.c() * (Math.pow(1 - u, -1 / p.theta()) - 1)
                : -Math.log(1 - u) / ((Kernel.Exponential) kernel).beta();
    }

    static Marked marked(MutualModel model, double end, SplittableRandom random) {
        int kinds = model.kinds();
        List<Double> times = new ArrayList<>();
        List<Integer> marks = new ArrayList<>();
        double[][] children = new double[kinds][kinds];
        double[] counts = new double[kinds];
        for (int i = 0; i < kinds; i++) {
            int immigrants = poisson(model.rates().get(i) * end, random);
            for (int k = 0; k < immigrants; k++) {
                times.add(end * random.nextDouble());
                marks.add(i);
            }
        }
        for (int parent = 0; parent < times.size(); parent++) {
            int j = marks.get(parent);
            for (int i = 0; i < kinds; i++) {
                int many = poisson(model.offspring().get(i).get(j), random);
                for (int c = 0; c < many; c++) {
                    double t = times.get(parent) - Math.log(1 - random.nextDouble()) / model.beta();
                    if (t <= end) {
                        times.add(t);
                        marks.add(i);
                        children[i][j]++;
                    }
                }
            }
        }
        marks.forEach(i -> counts[i]++);
        for (int i = 0; i < kinds; i++) {
            for (int j = 0; j < kinds; j++) {
                children[i][j] /= counts[i];
            }
        }
        return new Marked(
                MarkedEvents.of(
                        times.stream().mapToDouble(Double::doubleValue).toArray(),
                        marks.stream().mapToInt(Integer::intValue).toArray(),
                        end),
                children);
    }
}
