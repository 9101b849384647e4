// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.restoration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.measure.removal.TimeBracket;

class RestorationsTest {
    private static final Instant START = Instant.parse("2024-06-03T12:00:00Z");

    private final Restorations restorations = new Restorations();

    @Test
    void theTimeBetweenIsOneBracketMinusTheOther() {
        add(1, 4, 9, 20.0);
        add(7, 7, 9, 20.0);
        RemovalData data = restorations.data();

        assertThat(row(data, 0)).isEqualTo("3.0 (5.0, 19.0]");
        assertThat(row(data, 1)).isEqualTo("-Infinity (2.0, 13.0]");
        assertThat(data.causeNames()).containsExactly(Restorations.RESTORED);
    }

    @Test
    void whatIsNotSeenAgainIsCensoredWhenLastMissed() {
        add(7, 7, 9, null);
        add(1, 4, 4, null);
        add(1, 4, 6, null);
        RemovalData data = restorations.data();

        assertThat(row(data, 0)).isEqualTo("-Infinity (2.0, Infinity]");
        // Nobody looked again; and whoever looked 2 h after a removal that may be 5 h old knows of no hour at risk.
        assertThat(data.size()).isOne();
        assertThat(data.noFollowUp()).isEqualTo(2);
    }

    @Test
    void aReturnAtOnceIsAnEventAtZero() {
        add(7, 7, 7, 7.0);
        assertThat(row(restorations.data(), 0)).isEqualTo("-Infinity (0.0, 0.0]");
    }

    /** Half of what is removed comes back, with a hazard of 0.1 an hour; removals known to the second, hourly looks. */
    @Test
    void sharesAreBoundedByAWorldWithKnownHazards() {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(20190315);
        for (int i = 0; i < 2000; i++) {
            double removed = 10 * random.nextDouble();
            double returned = random.nextDouble() < 0.5 ? removed - Math.log(1 - random.nextDouble()) / 0.1 : 1e6;
            double end = removed + 60;
            if (returned > end) {
                add(removed, removed, end, null);
            } else {
                double missed = Math.max(removed, Math.floor(returned));
                add(removed, removed, missed, Math.floor(returned) + 1);
            }
        }
        var share = RemovalEstimator.standard()
                .withDeadlines(24)
                .estimate(restorations.data())
                .deadlines()
                .get(0)
                .share();

        double truth = 0.5 * (1 - Math.exp(-2.4));
        // Three standard errors of a share of 2000 beside the bounds.
        assertThat(share.boundLow()).isLessThan(truth + 0.034);
        assertThat(share.boundHigh()).isGreaterThan(truth - 0.034);
        assertThat(share.boundHigh() - share.boundLow()).isBetween(0.0, 0.02);
        assertThat((share.boundHigh() + share.boundLow()) / 2).isCloseTo(truth, within(0.04));
    }

    private void add(double from, double to, double missed, Double again) {
        restorations.add(new TimeBracket(at(from), at(to)), at(missed), again == null ? null : at(again), -1);
    }

    private static String row(RemovalData data, int i) {
        return data.entry(i) + " (" + data.lower(i) + ", " + data.upper(i) + "]";
    }

    private static Instant at(double hours) {
        return START.plusMillis(Math.round(hours * 3.6e6));
    }
}
