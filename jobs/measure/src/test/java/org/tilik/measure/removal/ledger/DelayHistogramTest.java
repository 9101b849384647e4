// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tilik.measure.removal.ledger.DelayHistogram.Bounds;

class DelayHistogramTest {
    private static final long DAY = 24;

    /** Four actions on the day of their content, three a day later, two after three days, one after ten: hours. */
    private static DelayHistogram tenByHand() {
        DelayHistogram delays = new DelayHistogram();
        delays.add(0, 48, 4);
        delays.add(0, 48, 3);
        delays.add(2 * DAY, 4 * DAY, 2);
        delays.add(9 * DAY, 11 * DAY, 1);
        return delays;
    }

    @Test
    void sharesWithinADeadlineAreBoundedByWhatSurelyAndWhatPossiblyWasInTime() {
        DelayHistogram delays = tenByHand();

        assertThat(delays.all()).isEqualTo(10);
        assertThat(delays.shareWithin(1)).isEqualTo(new Bounds(0, 0.7));
        assertThat(delays.shareWithin(47)).isEqualTo(new Bounds(0, 0.7));
        // At 48 h no bracket straddles the deadline: nothing that took longer than 48 h is within 48 h.
        assertThat(delays.shareWithin(48)).isEqualTo(new Bounds(0.7, 0.7));
        assertThat(delays.shareWithin(48).isPoint()).isTrue();
        assertThat(delays.shareWithin(72)).isEqualTo(new Bounds(0.7, 0.9));
        assertThat(delays.shareWithin(1000)).isEqualTo(new Bounds(1, 1));
    }

    @Test
    void quantilesAreBoundedByTheRankedEnds() {
        DelayHistogram delays = tenByHand();

        assertThat(delays.quantile(0.5)).isEqualTo(new Bounds(0, 48));
        assertThat(delays.quantile(0.7)).isEqualTo(new Bounds(0, 48));
        assertThat(delays.quantile(0.75)).isEqualTo(new Bounds(48, 96));
        assertThat(delays.quantile(0.95)).isEqualTo(new Bounds(216, 264));
    }

    /** Wilson's formula for 7 and for 9 of 10, computed apart. */
    @Test
    void theIntervalReachesFromTheLowEndOfTheLowerToTheHighEndOfTheUpperBound() {
        Bounds interval = tenByHand().shareInterval(72, 0.95);

        assertThat(interval.low()).isCloseTo(0.396778147461, within(1e-9));
        assertThat(interval.high()).isCloseTo(0.982123786905, within(1e-9));
    }

    @Test
    void noTimeAtAllIsWithinEveryDeadline() {
        DelayHistogram delays = new DelayHistogram();
        delays.add(0, 0, 1);
        delays.add(0, 1, 1);

        assertThat(delays.shareWithin(0)).isEqualTo(new Bounds(0.5, 0.5));
        assertThat(delays.shareWithin(1)).isEqualTo(new Bounds(1, 1));
    }

    @Test
    void withoutActionsNothingIsSaid() {
        DelayHistogram none = new DelayHistogram();

        assertThat(none.shareWithin(1).isKnown()).isFalse();
        assertThat(none.shareInterval(1, 0.95).isKnown()).isFalse();
        assertThat(none.quantile(0.5).isKnown()).isFalse();
        assertThatThrownBy(() -> none.add(3, 2, 1)).hasMessageContaining("(3, 2]");
    }

    /** Contents and actions at known hours, of which a ledger keeps the dates only: the bounds always hold the truth. */
    @Test
    void boundsFromDatesHoldTheTruthInEveryWorld() {
        Random random = new Random(20190315);
        for (int world = 0; world < 1000; world++) {
            double mean = 2 + 300 * random.nextDouble();
            double[] truth = new double[1 + random.nextInt(400)];
            DelayHistogram delays = new DelayHistogram();
            for (int i = 0; i < truth.length; i++) {
                double content = 2400 * random.nextDouble();
                truth[i] = -mean * Math.log(1 - random.nextDouble());
                long days = (long) Math.floor((content + truth[i]) / DAY) - (long) Math.floor(content / DAY);
                delays.add(Math.max(0, days - 1) * DAY, Math.max(2, days + 1) * DAY, 1);
            }
            Arrays.sort(truth);
            for (double deadline : new double[] {1, 24, 48, 100, 168, 720}) {
                double share = Arrays.stream(truth).filter(t -> t <= deadline).count() / (double) truth.length;
                Bounds bounds = delays.shareWithin(deadline);
                assertThat(share).isBetween(bounds.low(), bounds.high());
            }
            for (double p : new double[] {0.1, 0.25, 0.5, 0.75, 0.9}) {
                Bounds bounds = delays.quantile(p);
                double quantile = truth[Math.max(1, (int) Math.ceil(p * truth.length)) - 1];
                assertThat(quantile).isBetween(bounds.low(), bounds.high());
            }
        }
    }
}
