// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.series;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Mean change of platforms that had joined an instrument less that of others, by exchanging platforms.
 *
 * <p>Platforms are the units: copies of one platform say nothing of how platforms differ. p is the share of assignments of
 * platforms to the two arms, of the arms' sizes, whose difference is as far from 0 as the observed one: all of them up to
 * 100,000, else 9,999 drawn ones and the observed (Phipson and Smyth, Stat. Appl. Genet. Mol. Biol. 2010,
 * doi:10.2202/1544-6115.1585). Below six platforms an arm, or where a platform has only bounds, the difference is described
 * and not tested. Joining was a choice: a difference between arms is an association.
 *
 * @param low the lowest difference of means that the data allow
 * @param high the highest; equal where every change is known
 * @param members platforms that had joined
 * @param others platforms that had not
 * @param p two-sided; NaN where the difference is described only
 * @param inference what p rests on
 * @param assignments how many were counted, the observed one included; 0 where none were
 */
public record MemberComparison(
        double low, double high, int members, int others, double p, Inference inference, long assignments) {

    /** Platforms of each arm without which nothing is tested. */
    public static final int LEAST_PLATFORMS = 6;

    private static final double MOST_ASSIGNMENTS = 100_000;
    private static final int DRAWS = 9_999;
    /** Differences that are equal but for rounding are equal. */
    private static final double ROUNDING = 1e-12;

    /** What the share of extreme assignments rests on. */
    public enum Inference {
        /** Every assignment. */
        ALL_PERMUTATIONS,
        /** Seeded random assignments; the observed one counts as one of them. */
        RANDOM_PERMUTATIONS,
        /** Nothing: fewer than six platforms in an arm. */
        DESCRIPTIVE_FEW_PLATFORMS,
        /** Nothing: some platform has only bounds. */
        DESCRIPTIVE_BOUNDS
    }

    /** The comparison; platforms in any order, which changes nothing. NaN where an arm is empty. */
    public static MemberComparison of(List<PlatformChange> platforms, long seed) {
        List<PlatformChange> sorted = platforms.stream()
                .sorted((a, b) -> a.platform().compareTo(b.platform()))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).platform().equals(sorted.get(i - 1).platform())) {
                throw new IllegalArgumentException("The platform "
                        + sorted.get(i).platform() + " is there twice; expected one change of each platform.");
            }
        }
        List<PlatformChange> joined =
                sorted.stream().filter(PlatformChange::member).toList();
        List<PlatformChange> others =
                sorted.stream().filter(platform -> !platform.member()).toList();
        double low = mean(joined.stream().map(PlatformChange::low))
                - mean(others.stream().map(PlatformChange::high));
        double high = mean(joined.stream().map(PlatformChange::high))
                - mean(others.stream().map(PlatformChange::low));
        int m = joined.size();
        int n = others.size();
        if (Math.min(m, n) < LEAST_PLATFORMS) {
            return new MemberComparison(low, high, m, n, Double.NaN, Inference.DESCRIPTIVE_FEW_PLATFORMS, 0);
        }
        if (sorted.stream().anyMatch(platform -> platform.low() < platform.high())) {
            return new MemberComparison(low, high, m, n, Double.NaN, Inference.DESCRIPTIVE_BOUNDS, 0);
        }
        Exchange exchange =
                new Exchange(sorted.stream().mapToDouble(PlatformChange::low).toArray(), m, low);
        boolean countable = exchange.assignments() <= MOST_ASSIGNMENTS;
        if (countable) {
            exchange.all();
        } else {
            exchange.random(RandomSource.XO_RO_SHI_RO_128_PP.create(seed));
        }
        return new MemberComparison(
                low,
                high,
                m,
                n,
                exchange.extreme / (double) exchange.counted,
                countable ? Inference.ALL_PERMUTATIONS : Inference.RANDOM_PERMUTATIONS,
                exchange.counted);
    }

    private static double mean(Stream<Double> values) {
        return values.mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    /** Counts assignments of changes to a first arm of a given size. */
    private static final class Exchange {
        private final double[] changes;
        private final int size;
        private final double total;
        private final double least;
        private long counted;
        private long extreme;

        Exchange(double[] changes, int size, double observed) {
            this.changes = changes.clone();
            this.size = size;
            double sum = 0;
            double largest = 0;
            for (double change : changes) {
                sum += change;
                largest = Math.max(largest, Math.abs(change));
            }
            this.total = sum;
            this.least = Math.abs(observed) - ROUNDING * largest;
        }

        double assignments() {
            double number = 1;
            for (int i = 1; i <= size; i++) {
                number *= (changes.length - size + i) / (double) i;
            }
            return Math.rint(number);
        }

        void all() {
            place(0, size, 0);
        }

        private void place(int from, int left, double sum) {
            if (left == 0) {
                count(sum);
                return;
            }
            for (int i = from; i <= changes.length - left; i++) {
                place(i + 1, left - 1, sum + changes[i]);
            }
        }

        void random(UniformRandomProvider random) {
            counted = 1;
            extreme = 1;
            for (int draw = 0; draw < DRAWS; draw++) {
                double sum = 0;
                for (int k = 0; k < size; k++) {
                    int other = k + random.nextInt(changes.length - k);
                    double swap = changes[other];
                    changes[other] = changes[k];
                    changes[k] = swap;
                    sum += swap;
                }
                count(sum);
            }
        }

        private void count(double sum) {
            double difference = sum / size - (total - sum) / (changes.length - size);
            counted++;
            extreme += Math.abs(difference) >= least ? 1 : 0;
        }
    }
}
