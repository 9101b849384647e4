// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.util.List;
import java.util.Map;

/**
 * A stream of pseudo-random draws that is the same on every JVM and in every future version.
 *
 * <p>SplitMix64 (Steele, Lea, Flood 2014, "Fast splittable pseudorandom number generators",
 * doi:10.1145/2714064.2660195). It is written out here, and not taken from {@code java.util}, because the JDK fixes its
 * generators' raw bits but not how doubles and bounded integers are made of them, and committed samples must come out
 * with the same bytes for years. {@link StrictMath} is used for the same reason.
 */
final class Draws {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    Draws(long seed) {
        this.state = seed;
    }

    /** Draws for item number {@code stream}: what one item draws never shifts what another draws. */
    static Draws of(long seed, long stream) {
        return new Draws(mix(mix(seed + GOLDEN_GAMMA) ^ mix(stream)));
    }

    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    long bits() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** Uniform on [0, 1). */
    double uniform() {
        return (bits() >>> 11) * 0x1.0p-53;
    }

    /** Uniform on 0 … bound − 1; the bias of 2^-53 is of no concern here. */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    boolean happens(double probability) {
        return uniform() < probability;
    }

    /** Exponential with this mean, in the unit of the mean. */
    double exponential(double mean) {
        return -mean * StrictMath.log1p(-uniform());
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** One of the keys with probability proportional to its weight; the map's order must be fixed. */
    <T> T weighted(Map<T, Double> weights) {
        double total = 0;
        for (double weight : weights.values()) {
            total += weight;
        }
        double left = uniform() * total;
        T last = null;
        for (Map.Entry<T, Double> entry : weights.entrySet()) {
            if (entry.getValue() > 0) {
                last = entry.getKey();
                left -= entry.getValue();
                if (left < 0) {
                    return last;
                }
            }
        }
        if (last == null) {
            throw new IllegalArgumentException("No choice has a weight above 0: " + weights);
        }
        return last;
    }
}
