// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The two forms of the rule say the same, in whatever order copies come. */
class IncidentPropertiesTest {
    /** One seed, so that a build does not depend on luck. */
    private static final String SEED = "20190315";

    private static final int HOURS = 400;
    private static final List<String> PLATFORMS = List.of("reddit", "telegram", "twitter", "gab");
    private static final PlatformStarts STARTS =
            new PlatformStarts(Map.of("reddit", 0L, "telegram", -50L, "twitter", -10L, "gab", 120L));
    /** Shorter than usual, so that whole baselines lie within the hours of a test. */
    private static final IncidentRule RULE = new IncidentRule(5, 4, 3, 1e-4, 3, 24, 12);

    /** Copies of a quiet rate with up to three bursts, in order. */
    private static List<Told.Copy> copies(Random random) {
        Told copies = new Told();
        double rate = random.nextInt(3) * 0.2;
        for (int hour = 0; hour < HOURS; hour++) {
            if (random.nextDouble() < rate) {
                copies.copies(hour, hour + 1L, 1 + random.nextInt(2), platform(random));
            }
        }
        for (int burst = random.nextInt(4); burst > 0; burst--) {
            long begin = random.nextInt(HOURS - 20);
            copies.copies(begin, begin + 1 + random.nextInt(10), 1 + random.nextInt(6), platform(random));
        }
        return copies.list();
    }

    private static String platform(Random random) {
        return PLATFORMS.get(random.nextInt(PLATFORMS.size()));
    }

    private static List<Told.Copy> shuffled(List<Told.Copy> copies, Random random) {
        List<Told.Copy> shuffled = new ArrayList<>(copies);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /** Else the other properties would say nothing. */
    @Test
    void mostOfTheseHistoriesHoldIncidents() {
        IncidentFinder finder = new IncidentFinder(RULE, STARTS);
        int withBursts = 0;
        int withSeveral = 0;
        for (int seed = 0; seed < 100; seed++) {
            int incidents = finder.incidents(Told.history(copies(new Random(seed))), HOURS)
                    .size();
            withBursts += incidents > 0 ? 1 : 0;
            withSeveral += incidents > 1 ? 1 : 0;
        }
        assertThat(withBursts).isGreaterThan(50);
        assertThat(withSeveral).isGreaterThan(10);
    }

    @Property(tries = 200, seed = SEED)
    void theOrderOfCopiesDoesNotMatter(@ForAll int seed) {
        Random random = new Random(seed);
        List<Told.Copy> copies = copies(random);
        IncidentFinder finder = new IncidentFinder(RULE, STARTS);

        assertThat(finder.incidents(Told.history(shuffled(copies, random)), HOURS))
                .isEqualTo(finder.incidents(Told.history(copies), HOURS));
    }

    @Property(tries = 100, seed = SEED)
    void copyByCopyInAnyOrderTheHoursOfAlarmAreThoseOfTheWholeHistory(@ForAll int seed) {
        Random random = new Random(seed);
        List<Told.Copy> copies = copies(random);
        IncidentWatch watch = new IncidentWatch(RULE, STARTS, WatchState.EMPTY);
        for (Told.Copy copy : shuffled(copies, random)) {
            watch.add(copy.hour(), copy.platform());
        }

        assertThat(watch.burstHours())
                .containsExactlyElementsOf(new IncidentFinder(RULE, STARTS).burstHours(Told.history(copies), HOURS));
    }

    /** Late by up to ten hours, hours of no use forgotten, and the state put away after each copy. */
    @Property(tries = 50, seed = SEED)
    void withBoundedStateAsWell(@ForAll int seed) {
        Random random = new Random(seed);
        List<Told.Copy> copies = new ArrayList<>(copies(random));
        copies.sort((one, other) -> Long.compare(one.hour(), other.hour()));
        List<Told.Copy> late = new ArrayList<>();
        List<Told.Copy> arriving = new ArrayList<>();
        for (Told.Copy copy : copies) {
            late.removeIf(one -> one.hour() < copy.hour() - 9 && arriving.add(one));
            (random.nextInt(4) == 0 ? late : arriving).add(copy);
        }
        arriving.addAll(late);
        WatchState state = WatchState.EMPTY;
        List<Long> expected = new IncidentFinder(RULE, STARTS).burstHours(Told.history(copies), HOURS);
        long latest = 0;
        for (Told.Copy copy : arriving) {
            IncidentWatch watch = new IncidentWatch(RULE, STARTS, state);
            watch.add(copy.hour(), copy.platform());
            latest = Math.max(latest, copy.hour());
            watch.expireBefore(latest - RULE.horizonHours() - 10);
            state = watch.state();
            assertThat(state.copies().keySet())
                    .allMatch(hour -> hour >= watch.state().forgottenBefore());
        }

        assertThat(state.tooLate()).isZero();
        long kept = state.forgottenBefore();
        assertThat(new IncidentWatch(RULE, STARTS, state).burstHours())
                .containsExactlyElementsOf(
                        expected.stream().filter(hour -> hour >= kept).toList());
        assertThat(state.copies().size()).isLessThanOrEqualTo(RULE.horizonHours() + 11);
    }

    @Property(tries = 200, seed = SEED)
    void everyIncidentHoldsItsAlarmsAndNoCopyIsInTwo(@ForAll int seed) {
        Random random = new Random(seed);
        List<Told.Copy> copies = copies(random);
        List<Incident> incidents = new IncidentFinder(RULE, STARTS).incidents(Told.history(copies), HOURS);
        for (Incident incident : incidents) {
            assertThat(incident.begunHour()).isLessThanOrEqualTo(incident.openedHour());
            assertThat(incident.openedHour()).isLessThanOrEqualTo(incident.lastAlarmHour());
            assertThat(incident.triggers()).isNotEmpty();
            assertThat(incident.counts().copies())
                    .isEqualTo(copies.stream()
                            .filter(copy -> incident.holds(copy.hour()))
                            .count());
        }
        for (Told.Copy copy : copies) {
            assertThat(incidents.stream()
                            .filter(incident -> incident.holds(copy.hour()))
                            .count())
                    .isLessThan(2);
        }
    }
}
