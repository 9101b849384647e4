// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tilik.measure.policy.scenario.Match;
import org.tilik.measure.policy.scenario.Participants;
import org.tilik.measure.policy.scenario.ScenarioRule;

class ScenarioReplayerTest {
    private static final List<Scenario> SCENARIOS = List.of(
            new Scenario("upload_block", null, null, Match.EXACT, new ScenarioRule.UploadBlock(Match.EXACT)),
            new Scenario(
                    "shared_hash_list",
                    null,
                    null,
                    Match.NEAR,
                    new ScenarioRule.SharedHashList(0, Match.NEAR, Participants.ALL)));

    private static ScenarioItem item(int number, String variant) {
        ScenarioItem item = new ScenarioItem();
        item.itemKey = String.format("%032x", number);
        item.accountKey = "account " + number;
        item.platform = "reddit";
        item.variantKey = variant;
        item.postedAt = number;
        item.flaggedAt = number + 1L;
        item.standing = "violating";
        item.strata = new String[] {"all", "platform=reddit"};
        return item;
    }

    @Test
    void copiesWhoseContentNobodyComparedMatchNoneExactly() {
        ScenarioReplayer replayer = new ScenarioReplayer(3, SCENARIOS);
        for (int i = 0; i < 5; i++) {
            replayer.add(item(10 * i, null));
        }
        ScenarioSum all = replayer.replay().all().iterator().next();

        assertThat(all.counts(0).avertedHigh()).isZero();
        assertThat(all.counts(1).avertedHigh()).isEqualTo(4);
        assertThat(all.copies()).isEqualTo(5);
        assertThat(all.accounts).hasSize(3);
        assertThat(all.isLargeEnough(3)).isTrue();
        assertThat(all.isLargeEnough(4)).isFalse();
    }

    @Test
    void fewProtectedItemsHoldTheRowBackAsFewCopiesDo() {
        ScenarioReplayer replayer = new ScenarioReplayer(3, SCENARIOS);
        for (int i = 0; i < 7; i++) {
            ScenarioItem item = item(10 * i, null);
            item.standing = i < 5 ? "violating" : "protected";
            replayer.add(item);
        }
        ScenarioSum all = replayer.replay().all().iterator().next();

        assertThat(all.copies()).isEqualTo(5);
        assertThat(all.counts(1).protectedObserved()).isEqualTo(2);
        assertThat(all.counts(1).protectedRemoved()).isEqualTo(2);
        assertThat(all.isLargeEnough(3)).isFalse();
        assertThat(all.isLargeEnough(2)).isTrue();
    }

    @Tag("slow")
    @Test
    void millionsOfItemsAloneAndInOneFamily() {
        StratumSums sums = new StratumSums(SCENARIOS.size(), 10);
        long begin = System.nanoTime();
        for (int i = 0; i < 1_000_000; i++) {
            ScenarioReplayer replayer = new ScenarioReplayer(10, SCENARIOS);
            replayer.add(item(i, "same"));
            replayer.replay().all().forEach(sums::add);
        }
        long alone = System.nanoTime();
        ScenarioReplayer family = new ScenarioReplayer(10, SCENARIOS);
        for (int i = 0; i < 1_000_000; i++) {
            family.add(item(i, "variant " + i % 1000));
        }
        family.replay();
        System.out.printf(
                Locale.ROOT,
                "a million alone %.1f s, in one family %.1f s%n",
                (alone - begin) / 1e9,
                (System.nanoTime() - alone) / 1e9);
    }
}
