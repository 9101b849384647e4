// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.strata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tilik.pipeline.strata.Suppression.Size;

class SuppressionTest {
    private static final int K = 10;

    @Test
    void aStratumNeedsKItemsAndKAccounts() {
        assertThat(suppressed("all 10")).isEmpty();
        assertThat(suppressed("all 9")).containsExactly("all");
        assertThat(suppressed("all 900 few-accounts")).containsExactly("all");
    }

    @Test
    void oneSmallStratumTakesTheNextSmallestWithIt() {
        assertThat(suppressed("all 105", "platform=a 5", "platform=b 60", "platform=c 40"))
                .containsExactly("platform=a", "platform=c");
    }

    @Test
    void twoSmallStrataAreEnoughWhenTogetherTheyAreNotSmall() {
        assertThat(suppressed("all 111", "platform=a 5", "platform=b 6", "platform=c 100"))
                .containsExactly("platform=a", "platform=b");
        assertThat(suppressed("all 106", "platform=a 3", "platform=b 3", "platform=c 100"))
                .containsExactly("platform=a", "platform=b", "platform=c");
    }

    @Test
    void theOnlyOtherStratumIsHeldBackToo() {
        assertThat(suppressed("all 105", "platform=a 5", "platform=b 100")).containsExactly("platform=a", "platform=b");
    }

    @Test
    void eachPartitionIsProtectedByItself() {
        assertThat(suppressed(
                        "all 200",
                        "platform=a 100",
                        "platform=b 100",
                        "platform,language=a|x 95",
                        "platform,language=a|y 5",
                        "platform,language=b|x 50",
                        "platform,language=b|y 50"))
                .containsExactly("platform,language=a|x", "platform,language=a|y");
    }

    @Test
    void thePartsOfAHeldBackStratumDoNotAddUpToIt() {
        assertThat(suppressed(
                        "all 145",
                        "platform=a 5",
                        "platform=b 40",
                        "platform=c 100",
                        "platform,language=b|x 15",
                        "platform,language=b|y 25",
                        "platform,language=c|x 100"))
                .containsExactly("platform,language=b|x", "platform=a", "platform=b");
    }

    @Test
    void sharesAreInNoPartition() {
        assertThat(suppressed("all 100", "kind=post 60", "kind=reply 40", "kind=share 5"))
                .containsExactly("kind=share");
    }

    @Test
    void twoWaysOfDividingTheSameItemsAreProtectedEachByItself() {
        assertThat(suppressed(
                        "all 200",
                        "platform=a 100",
                        "platform=b 100",
                        "language=x 150",
                        "language=y 45",
                        "language=z 5"))
                .containsExactly("language=y", "language=z");
    }

    @Test
    void aStratumByTwoColumnsIsProtectedAgainstTheStrataByEitherOfThem() {
        // b|x is small; with channel=x and a|x published it would be their difference.
        assertThat(suppressed(
                        "all 205",
                        "platform=a 120",
                        "platform=b 85",
                        "channel=x 65",
                        "channel=y 70",
                        "channel=z 70",
                        "platform,channel=a|x 60",
                        "platform,channel=a|y 30",
                        "platform,channel=a|z 30",
                        "platform,channel=b|x 5",
                        "platform,channel=b|y 40",
                        "platform,channel=b|z 40"))
                .contains("platform,channel=b|x", "platform,channel=a|x")
                .hasSize(4)
                .allMatch(label -> label.startsWith("platform,channel="));
    }

    private static Set<String> suppressed(String... strata) {
        List<Size> sizes = new ArrayList<>();
        for (String stratum : strata) {
            String[] words = stratum.split(" ", -1);
            sizes.add(new Size(Stratum.ofLabel(words[0]), Long.parseLong(words[1]), words.length == 2));
        }
        Set<String> labels = new TreeSet<>();
        Suppression.of(sizes, K).forEach(held -> labels.add(held.label()));
        return labels;
    }
}
