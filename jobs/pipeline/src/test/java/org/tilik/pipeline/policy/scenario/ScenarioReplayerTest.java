// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tilik.formats.known.PdqHash;
import org.tilik.measure.policy.scenario.Known;
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

    /** Families of images hold what is at most 31 bits from another; the list was there before the copies. */
    @Test
    void aNearListFindsImagesWithinTheDistanceAndMissesThoseBeyond() {
        List<Scenario> lists = Arrays.stream(Match.values())
                .map(match -> new Scenario(
                        "shared_hash_list",
                        null,
                        null,
                        match,
                        new ScenarioRule.SharedHashList(0, match, Participants.ALL)))
                .toList();
        PdqHash listed = new PdqHash(0, 0, 0, 0);
        PdqHash within = new PdqHash((1L << PdqHash.SAME_IMAGE_BITS) - 1, 0, 0, 0);
        PdqHash beyond = new PdqHash((1L << (PdqHash.SAME_IMAGE_BITS + 1)) - 1, 0, 0, 0);
        ScenarioReplayer family = new ScenarioReplayer(3, lists);
        ScenarioReplayer others = new ScenarioReplayer(3, lists);
        List<PdqHash> posted = List.of(listed, listed, within, beyond);
        for (int i = 0; i < posted.size(); i++) {
            ScenarioItem item = item(10 * i, posted.get(i).toString());
            item.flaggedAt = i == 0 ? 1 : Known.NEVER;
            boolean isSame = posted.get(i).distance(listed) <= PdqHash.SAME_IMAGE_BITS;
            (isSame ? family : others).add(item);
        }

        ScenarioSum found = family.replay().all().iterator().next();
        assertThat(lists).extracting(Scenario::match).containsExactly(Match.EXACT, Match.NEAR);
        assertThat(found.copies()).isEqualTo(3);
        assertThat(found.counts(0).avertedHigh()).isEqualTo(1);
        assertThat(found.counts(1).avertedHigh()).isEqualTo(2);
        ScenarioSum missed = others.replay().all().iterator().next();
        assertThat(missed.copies()).isEqualTo(1);
        assertThat(missed.counts(0).avertedHigh()).isZero();
        assertThat(missed.counts(1).avertedHigh()).isZero();
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
