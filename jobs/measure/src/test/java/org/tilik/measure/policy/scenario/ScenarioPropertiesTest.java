// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ScenarioPropertiesTest {
    /** One seed, so that a build does not depend on luck. */
    private static final String SEED = "20190315";

    private static final int TIMES = 20;

    /** A copy of number {@code id}; its parent is an earlier number, or none where that is negative. */
    record Told(int id, int parent, PostedCopy copy) {}

    @Provide
    Arbitrary<List<Told>> families() {
        Arbitrary<Known> known = Combinators.combine(
                        Arbitraries.integers().between(-4, 2 * TIMES),
                        Arbitraries.integers().between(0, 2 * TIMES),
                        Arbitraries.integers().between(0, 6))
                .as((flag, removed, width) -> new Known(
                        flag > TIMES ? Known.NEVER : flag,
                        removed > TIMES ? Known.NEVER : removed,
                        removed > TIMES || width > 4 ? Known.NEVER : removed + width));
        return Combinators.combine(
                        Arbitraries.integers().between(0, TIMES),
                        Arbitraries.integers().between(-20, 20),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 2),
                        known,
                        Arbitraries.integers().between(0, 2 * TIMES),
                        Arbitraries.of(Standing.VIOLATING, Standing.VIOLATING, Standing.PROTECTED, Standing.OTHER),
                        Arbitraries.of(Bar.values()))
                .as((posted, parent, platform, variant, told, gone, standing, bar) -> new Told(
                        0,
                        parent,
                        new PostedCopy(
                                platform,
                                variant,
                                parent % 2 == 0,
                                posted,
                                told,
                                gone > TIMES ? Known.NEVER : gone,
                                1,
                                2,
                                standing,
                                bar)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(ScenarioPropertiesTest::numbered);
    }

    private static List<Told> numbered(List<Told> drawn) {
        List<Told> told = new ArrayList<>();
        for (Told copy : drawn) {
            told.add(new Told(told.size(), copy.parent() < told.size() ? copy.parent() : -1, copy.copy()));
        }
        return told;
    }

    @Provide
    Arbitrary<ScenarioRule> rules() {
        return Arbitraries.of(
                new ScenarioRule.OneStrike(Duration.ofNanos(10_000)),
                new ScenarioRule.RemovalWithin(Duration.ofNanos(1_000)),
                new ScenarioRule.RemovalWithin(Duration.ofNanos(4_000)),
                new ScenarioRule.SharedHashList(0, Match.NEAR, Participants.ALL),
                new ScenarioRule.SharedHashList(7, Match.EXACT, Participants.ALL),
                new ScenarioRule.SharedHashList(7, Match.EXACT, platform -> platform > 0),
                new ScenarioRule.UploadBlock(Match.EXACT),
                new ScenarioRule.UploadBlock(Match.NEAR));
    }

    private static FamilyCopies copies(List<Told> told) {
        FamilyCopies copies = new FamilyCopies(1000);
        for (Told copy : told) {
            if (copy.parent() < 0) {
                copies.add(7, copy.id(), copy.copy());
            } else {
                copies.add(7, copy.id(), 7, copy.parent(), copy.copy());
            }
        }
        return copies;
    }

    /** By number: averted in the low and in the high scenario, and protected but hit. */
    private static List<String> decisions(List<Told> told, ScenarioRule rule) {
        FamilyCopies copies = copies(told);
        ScenarioReplay replay = ScenarioReplay.of(copies, rule);
        List<String> decisions = new ArrayList<>(Collections.nCopies(told.size(), ""));
        for (Told copy : told) {
            int at = copies.find(7, copy.id());
            decisions.set(
                    copy.id(),
                    replay.isAvertedLow(at) + " " + replay.isAvertedHigh(at) + " " + replay.isProtectedRemoved(at));
        }
        return decisions;
    }

    @Property(tries = 2000, seed = SEED)
    void whatIsAvertedInTheLowScenarioIsAvertedInTheHighOne(
            @ForAll("families") List<Told> told, @ForAll("rules") ScenarioRule rule) {
        FamilyCopies copies = copies(told);
        ScenarioReplay replay = ScenarioReplay.of(copies, rule);
        for (int copy = 0; copy < copies.nodes(); copy++) {
            assertThat(replay.isAvertedHigh(copy) || !replay.isAvertedLow(copy)).isTrue();
        }
        ScenarioCounts counts = replay.counts();
        assertThat(counts.avertedLow()).isBetween(0L, counts.avertedHigh());
        assertThat(counts.avertedHigh()).isLessThanOrEqualTo(counts.copiesObserved());
        assertThat(counts.viewsAvertedLow()).isLessThanOrEqualTo(counts.viewsAvertedHigh());
        assertThat(counts.protectedRemoved()).isBetween(0L, counts.protectedObserved());
    }

    @Property(tries = 500, seed = SEED)
    void theOrderOfCopiesNeverMatters(
            @ForAll("families") List<Told> told, @ForAll("rules") ScenarioRule rule, @ForAll Random random) {
        List<Told> shuffled = new ArrayList<>(told);
        Collections.shuffle(shuffled, random);

        assertThat(decisions(shuffled, rule)).isEqualTo(decisions(told, rule));
    }

    /** Decisions about copies posted by a time stay, whatever is told of later: copies, flags, removals. */
    @Property(tries = 2000, seed = SEED)
    void nothingThatHappensLaterChangesADecision(
            @ForAll("families") List<Told> told,
            @ForAll("rules") ScenarioRule rule,
            @ForAll @IntRange(min = 0, max = TIMES) int now,
            @ForAll Random random) {
        List<Told> altered = new ArrayList<>();
        List<Integer> by = new ArrayList<>();
        for (Told copy : told) {
            if (copy.copy().postedAt() <= now) {
                by.add(copy.id());
                altered.add(new Told(copy.id(), copy.parent(), withOtherFuture(copy.copy(), now, random)));
            } else if (copy.copy().known().flaggedAt() <= now) {
                // What a list knew by now is no news, wherever it is read from.
                altered.add(copy);
            } else if (random.nextBoolean()) {
                altered.add(new Told(copy.id(), copy.parent(), laterAndOther(copy.copy(), now, random)));
            } else {
                altered.add(new Told(copy.id(), -1, copy.copy()));
            }
        }
        List<String> before = decisions(told, rule);
        List<String> after = decisions(altered, rule);
        for (int id : by) {
            // Whether a rule takes down what is up is decided at its deadline, not at posting.
            assertThat(averted(after.get(id))).isEqualTo(averted(before.get(id)));
        }
    }

    private static String averted(String decision) {
        return decision.substring(0, decision.lastIndexOf(' '));
    }

    private static PostedCopy withOtherFuture(PostedCopy copy, int now, Random random) {
        Known known = copy.known();
        long flag = known.flaggedAt() > now ? later(now, random) : known.flaggedAt();
        long after = known.removedAfter() > now ? later(now, random) : known.removedAfter();
        long by = known.removedBy() > now ? Math.max(after, later(now, random)) : known.removedBy();
        long gone = copy.goneBy() > now ? later(now, random) : copy.goneBy();
        return new PostedCopy(
                copy.platform(),
                copy.variant(),
                copy.isShare(),
                copy.postedAt(),
                new Known(flag, after, by),
                gone,
                copy.viewsLower(),
                copy.viewsUpper(),
                copy.standing(),
                copy.bar());
    }

    private static PostedCopy laterAndOther(PostedCopy copy, int now, Random random) {
        PostedCopy other = withOtherFuture(copy, now, random);
        return new PostedCopy(
                random.nextInt(3),
                random.nextInt(3),
                random.nextBoolean(),
                now + 1 + random.nextInt(9),
                other.known(),
                other.goneBy(),
                1,
                2,
                random.nextBoolean() ? Standing.VIOLATING : Standing.PROTECTED,
                Bar.NOT);
    }

    private static long later(int now, Random random) {
        return random.nextInt(3) == 0 ? Known.NEVER : now + 1L + random.nextInt(20);
    }
}
