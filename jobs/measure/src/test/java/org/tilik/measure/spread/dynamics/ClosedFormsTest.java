// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tilik.measure.spread.dynamics.References.assertClose;

import org.junit.jupiter.api.Test;

/** Expected numbers of a cascade; reference: counterfactual_hawkes, derived and computed independently. */
class ClosedFormsTest {

    private static final double EXACT = 1e-9;

    @Test
    void totalsHalfLivesAndSharesAreThoseOfTheReference() {
        References expected = References.read("counterfactual_hawkes/expected.csv");
        assertThat(expected.size()).isEqualTo(40);
        for (int i = 0; i < expected.size(); i++) {
            ExponentialCascade cascade =
                    new ExponentialCascade(expected.number(i, "n_star"), expected.number(i, "beta_per_h"));
            double delay = expected.number(i, "removal_delay_h");
            assertClose("total", cascade.totalOffspring(), expected.number(i, "total_offspring"), EXACT);
            assertClose("half-life", cascade.halfLifeHours(), expected.number(i, "cascade_half_life_h"), EXACT);
            assertClose(
                    "all stop",
                    cascade.avertedShareIfAllStop(delay),
                    expected.number(i, "averted_share_if_whole_cascade_stopped"),
                    EXACT);
            assertClose(
                    "root goes",
                    cascade.avertedShareIfRootGoes(delay),
                    expected.number(i, "averted_share_if_only_root_removed"),
                    EXACT);
        }
    }

    @Test
    void theRateAddsUpToTheTotal() {
        ExponentialCascade cascade = new ExponentialCascade(0.7, 1.3);
        double sum = 0;
        double step = 1e-3;
        for (double t = step / 2; t < 100; t += step) {
            sum += cascade.ratePerHour(t) * step;
        }
        assertThat(sum).isCloseTo(cascade.totalOffspring(), within(1e-6));
    }

    @Test
    void aCascadeThatExplodesHasNoHalfLifeAndNothingToAvertAShareOf() {
        ExponentialCascade cascade = new ExponentialCascade(1, 1);
        assertThat(cascade.totalOffspring()).isInfinite();
        assertThat(cascade.halfLifeHours()).isNaN();
        assertThat(cascade.avertedShareIfAllStop(1)).isNaN();
        assertThat(cascade.avertedShareIfRootGoes(1)).isNaN();
    }
}
