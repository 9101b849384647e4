// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachTest {
    private static final long NONE = Reach.NOT_STATED;

    @Test
    void anAccountCountsOnceWithTheMostThatIsStatedOfIt() {
        Reach reach = Reach.ofItems(new int[] {0, 1, 0, 2, 1}, new long[] {10, NONE, 12, 5, 7}, true);

        assertThat(reach.accounts()).isEqualTo(3).isEqualTo(reach.accountsWithFollowers());
        assertThat(reach.upper()).isEqualTo(OptionalLong.of(12 + 7 + 5));
    }

    @Test
    void whereOneAccountIsNotStatedOrNotKnownThereIsNoBoundAndNeverZero() {
        Reach unstated = Reach.ofItems(new int[] {0, 1}, new long[] {10, NONE}, true);
        Reach unknown = Reach.ofItems(new int[] {0, -1}, new long[] {10, 20}, true);
        Reach missing = Reach.ofItems(new int[] {0, 1}, new long[] {10, 20}, false);

        assertThat(unstated.accounts()).isEqualTo(2);
        assertThat(unstated.accountsWithFollowers()).isEqualTo(1);
        for (Reach reach : Arrays.asList(unstated, unknown, missing, Reach.of(new long[0], true))) {
            assertThat(reach.upper()).isEmpty();
            assertThat(reach.published()).isEmpty();
            assertThat(reach.topShare(1)).isNaN();
        }
    }

    @Test
    void accountsThatNobodyFollowsReachNobody() {
        Reach reach = Reach.of(new long[] {0, 0, 0}, true);
        assertThat(reach.upper()).isEqualTo(OptionalLong.of(0));
        assertThat(reach.published()).contains(new Reach.Limits(0, 0));
        assertThat(reach.topShare(1)).isNaN();
    }

    @Test
    void thePublishedLimitsAreRoundedOutward() {
        assertThat(Reach.of(new long[] {123, 456, 400}, true).published()).contains(new Reach.Limits(320, 980));
        assertThat(Reach.of(new long[] {50, 50}, true).published()).contains(new Reach.Limits(50, 100));
    }

    @Test
    void whatWouldTellTheFollowersOfOneAccountIsNotPublished() {
        assertThat(Reach.of(new long[] {1, 2, 4}, true).published()).isEqualTo(Optional.empty());
        assertThat(Reach.of(new long[] {7}, true).published()).isEmpty();
        assertThat(Reach.of(new long[] {1, 3, 4}, true).published()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "7, 7", "99, 99", "100, 100", "101, 110", "999, 1000", "12345, 13000", "13000, 13000"})
    void upwardsMeansToTwoDigits(long number, long rounded) {
        assertThat(Reach.roundedUp(number)).isEqualTo(rounded);
    }

    @Test
    void theTopHundredthCountsAccountsWithoutFollowersToo() {
        long[] followers = new long[200];
        followers[7] = 60;
        followers[8] = 30;
        followers[9] = 10;
        assertThat(Reach.of(followers, true).topShare(0.01)).isEqualTo(0.9);
    }

    /** Worlds of followers that are known one by one. */
    @Test
    void thoseWhoFollowAtLeastOneAreWithinTheLimits() {
        SplittableRandom random = new SplittableRandom(20190315);
        for (int world = 0; world < 200; world++) {
            int accounts = 2 + random.nextInt(30);
            Set<Integer> followers = new HashSet<>();
            long[] stated = new long[accounts];
            for (int a = 0; a < accounts; a++) {
                Set<Integer> own = new HashSet<>();
                int most = 1 + random.nextInt(300);
                for (int i = 0; i < most; i++) {
                    own.add(random.nextInt(1000));
                }
                stated[a] = own.size();
                followers.addAll(own);
            }
            Reach reach = Reach.of(stated, true);
            long union = followers.size();
            assertThat(union).isLessThanOrEqualTo(reach.upper().orElseThrow());
            reach.published().ifPresent(limits -> assertThat(union).isBetween(limits.low(), limits.high()));
        }
    }
}
