// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.incident;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/** How often a rule raises a false alarm in a world, and how often and how soon it finds what was planted there. */
final class Alarms {
    static final int DAYS = 100;
    private static final int HOURS_PER_DAY = 24;
    private static final String PLATFORM = "reddit";
    private static final PlatformStarts STARTS = new PlatformStarts(Map.of(PLATFORM, 0L));

    private final IncidentRule rule;
    private final NullWorld world;
    private final double perHour;

    Alarms(IncidentRule rule, NullWorld world, double perHour) {
        this.rule = rule;
        this.world = world;
        this.perHour = perHour;
    }

    /** Incidents among so many families that were followed for {@link #DAYS} days, in which nothing happened. */
    int falseOnes(int families, long seed) {
        UniformRandomProvider random = RandomSource.SPLIT_MIX_64.create(seed);
        int incidents = 0;
        for (int i = 0; i < families; i++) {
            incidents += incidents(world.copies(perHour, DAYS * HOURS_PER_DAY, random))
                    .size();
        }
        return incidents;
    }

    private List<Incident> incidents(int[] copies) {
        FamilyHistory history = new FamilyHistory();
        for (int hour = 0; hour < copies.length; hour++) {
            for (int i = 0; i < copies[hour]; i++) {
                history.add(hour, PLATFORM, CopyFate.UNKNOWN);
            }
        }
        return new IncidentFinder(rule, STARTS).incidents(history, copies.length - 1L);
    }

    /**
     * Hours from the beginning of a burst of twelve hours to the end of the hour of alarm, or empty where there was none
     * until the burst was over.
     *
     * @param times so many times the mean of the world are added in each hour of the burst
     */
    OptionalInt delay(double times, UniformRandomProvider random) {
        int days = rule.baselineDays() + 2;
        int begin = (days - 1) * HOURS_PER_DAY + random.nextInt(HOURS_PER_DAY);
        int end = begin + 12;
        int[] copies = world.copies(perHour, end, random);
        for (int hour = begin; hour < end; hour++) {
            copies[hour] += NullWorld.poisson(times * perHour, random);
        }
        return incidents(copies).stream()
                .mapToInt(incident ->
                        (int) incident.lastAlarmHour() < begin ? -1 : (int) Math.max(begin, incident.openedHour()))
                .filter(hour -> hour >= 0)
                .map(hour -> hour + 1 - begin)
                .findFirst();
    }
}
