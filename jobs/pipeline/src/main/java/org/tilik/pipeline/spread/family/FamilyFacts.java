// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.family;

import java.util.Optional;
import java.util.OptionalLong;
import org.tilik.measure.spread.timing.DoublingTime;
import org.tilik.pipeline.removal.SightingEnds;
import org.tilik.pipeline.removal.UnitHash;
import org.tilik.pipeline.spread.SpreadPlan;
import org.tilik.pipeline.strata.Stratum;

/** What families say in the measures. */
final class FamilyFacts {
    private static final double MICROS_PER_HOUR = 3.6e9;

    private final SpreadPlan plan;

    FamilyFacts(SpreadPlan plan) {
        this.plan = plan;
    }

    /** What a content says in the strata of its first copy; empty where headline measures count no copy of known time. */
    Optional<FamilyFact> of(FamilyStory story, SightingEnds ends) {
        if (story.traits() == null) {
            return Optional.empty();
        }
        FamilyFact fact = fact(story);
        fact.strata = plan.strata().ofCopy(story.traits()).stream()
                .map(Stratum::label)
                .toArray(String[]::new);
        fact.copies = story.counted();
        fact.accounts = story.someCountedAccounts();
        fact.speedUnknown = story.isCountedSpeedUnknown();
        FamilySpeed speed = story.countedSpeed();
        fact.hoursTo = new double[FamilyFact.SIZES.size()];
        for (int i = 0; i < fact.hoursTo.length; i++) {
            fact.hoursTo[i] = speed.hoursTo(FamilyFact.SIZES.get(i)).orElse(Double.NaN);
        }
        OptionalLong all = ends.onAll();
        fact.followedHours = all.isEmpty() ? -1 : (all.getAsLong() - speed.posted()[0]) / MICROS_PER_HOUR;
        fact.doublingHours = fact.speedUnknown ? Double.NaN : doubling(speed);
        OptionalLong end = FamilyRows.end(story, ends);
        boolean fitted = !fact.speedUnknown
                && end.isPresent()
                && end.getAsLong() >= speed.posted()[0]
                && story.counted() <= FamilySpeed.MOST_FITTED;
        fact.hours = fitted ? speed.hours() : new double[0];
        fact.processHours = fitted ? (end.getAsLong() - speed.posted()[0]) / MICROS_PER_HOUR : 0;
        fact.precisionHours = FamilySpeed.precisionHours(speed.posted());
        return Optional.of(fact);
    }

    private double doubling(FamilySpeed speed) {
        return speed.doubling(plan.measures().confLevel())
                .map(DoublingTime::hours)
                .orElse(Double.NaN);
    }

    /** What a family that went from one platform to another says of that pair. */
    FamilyFact of(FamilyStory story, JumpRows.Jump jump) {
        FamilyFact fact = fact(story);
        fact.strata = new String[] {jump.stratum()};
        fact.copies = jump.first().copies() + jump.second().copies();
        fact.accounts = story.someAccounts();
        fact.ofPair = true;
        fact.jumpHours = jump.hours().orElse(Double.NaN);
        return fact;
    }

    private static FamilyFact fact(FamilyStory story) {
        FamilyFact fact = new FamilyFact();
        fact.unit = UnitHash.of(story.familyId());
        return fact;
    }
}
