// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bounds of a replay hold what the same world gives when it runs again under the rule; a thousand worlds of each kind
 * stand in the README, run by hand.
 */
class ScenarioWorldsTest {
    private static final CascadeWorld.Setting KEPT = new CascadeWorld.Setting("kept, all links known", 0, 0);
    private static final CascadeWorld.Setting HIDDEN = new CascadeWorld.Setting("kept, 30 % of links unknown", 0.3, 0);
    private static final List<CascadeWorld.Setting> EVADED = List.of(
            new CascadeWorld.Setting("10 % evade", 0, 0.1),
            new CascadeWorld.Setting("30 % evade", 0, 0.3),
            new CascadeWorld.Setting("60 % evade", 0, 0.6));

    static List<ScenarioRule> rules() {
        return CascadeWorld.rules();
    }

    /** In how many worlds the bounds held, and what came of all of them together. */
    private record Held(int worlds, int held, int above, int below, double truth, double low, double high) {}

    private static Held over(int worlds, ScenarioRule rule, CascadeWorld.Setting setting) {
        int held = 0;
        int above = 0;
        int below = 0;
        double copies = 0;
        double truth = 0;
        double low = 0;
        double high = 0;
        for (int world = 0; world < worlds; world++) {
            CascadeWorld drawn = new CascadeWorld(20190315L + world, setting);
            ScenarioCounts counts = drawn.replayed(rule);
            long averted = drawn.averted(rule);
            assertThat(counts.avertedLow()).isLessThanOrEqualTo(counts.avertedHigh());
            held += averted >= counts.avertedLow() && averted <= counts.avertedHigh() ? 1 : 0;
            above += averted > counts.avertedHigh() ? 1 : 0;
            below += averted < counts.avertedLow() ? 1 : 0;
            copies += counts.copiesObserved();
            truth += averted;
            low += counts.avertedLow();
            high += counts.avertedHigh();
        }
        return new Held(worlds, held, above, below, truth / copies, low / copies, high / copies);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void whereNobodyEvadesTheBoundsHoldTheTruthInEveryWorld(ScenarioRule rule) {
        Held held = over(40, rule, KEPT);

        assertThat(held.held()).as(held.toString()).isEqualTo(held.worlds());
        assertThat(held.high()).as("something is averted").isPositive();
    }

    /** What only protected items show to be listed, a replay does not hold against others; here 2 of 1,000 worlds. */
    @Test
    void aNearListIsMissedOnlyWhereTheListedVariantIsOfNoItemThatBreaksRules() {
        ScenarioRule near = new ScenarioRule.SharedHashList(0, Match.NEAR, Participants.ALL);
        int missed = 0;
        for (int world = 0; world < 1000; world++) {
            CascadeWorld drawn = new CascadeWorld(20190315L + world, KEPT);
            ScenarioCounts counts = drawn.replayed(near);
            long averted = drawn.averted(near);
            assertThat(averted).isGreaterThanOrEqualTo(counts.avertedLow());
            if (averted > counts.avertedHigh()) {
                missed++;
                assertThat(drawn.hasEntryOfNoViolation()).as("world " + world).isTrue();
            }
        }
        assertThat(missed).isEqualTo(2);
    }

    @Test
    void whereManyEvadeTheTruthFallsBelowTheLowerBound() {
        Held held = over(40, new ScenarioRule.UploadBlock(Match.EXACT), EVADED.get(2));

        assertThat(held.below()).as(held.toString()).isGreaterThan(held.worlds() / 2);
        assertThat(held.truth()).isLessThan(held.low());
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("rules")
    void aThousandWorlds(ScenarioRule rule) {
        Held kept = over(1000, rule, KEPT);
        print(rule, KEPT, kept);
        print(rule, HIDDEN, over(1000, rule, HIDDEN));
        for (CascadeWorld.Setting setting : EVADED) {
            print(rule, setting, over(1000, rule, setting));
        }

        assertThat(kept.held()).isGreaterThanOrEqualTo(950);
    }

    private static void print(ScenarioRule rule, CascadeWorld.Setting setting, Held held) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |%n",
                rule,
                setting.name(),
                100.0 * held.held() / held.worlds(),
                100.0 * held.below() / held.worlds(),
                100.0 * held.above() / held.worlds(),
                100 * held.low(),
                100 * held.truth(),
                100 * held.high());
    }
}
