// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.counter;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tilik.formats.policy.EventType;
import org.tilik.formats.policy.PolicyEvent;
import org.tilik.pipeline.policy.PolicyPlan;
import org.tilik.pipeline.strata.Stratum;

/**
 * What rows of counter-speech are about.
 *
 * @param kind all, family, or incident
 * @param id family or event; empty for all
 * @param part all of it, or the part of one platform
 */
record CounterCell(String kind, String id, Stratum part) {
    static final String ALL = "all";
    static final String FAMILY = "family";
    static final String INCIDENT = "incident";

    private static final String PLATFORM = "platform";
    private static final String SEPARATOR = "\t";
    /** An incident is looked at from its first day on for so many days, unless it lasted longer. */
    private static final int DAYS = 7;

    /** All posts, and those of the platform. */
    static List<CounterCell> whole(String platform) {
        return parts(ALL, "", platform);
    }

    /** The incidents of the timeline in whose days this time falls, and their parts of the platform. */
    static List<CounterCell> incidents(PolicyPlan plan, long micros, String platform) {
        List<CounterCell> cells = new ArrayList<>();
        for (PolicyEvent event : plan.policy().timeline().events()) {
            long day = Math.floorDiv(micros, TimeUnit.DAYS.toMicros(1));
            long first = event.on().toEpochDay();
            long last = event.until() == null
                    ? first + DAYS - 1
                    : Math.max(first + DAYS - 1, event.until().toEpochDay());
            if (event.type() == EventType.EVENT && !event.isMonth() && day >= first && day <= last) {
                cells.addAll(parts(INCIDENT, event.id(), platform));
            }
        }
        return cells;
    }

    static CounterCell family(String familyId) {
        return new CounterCell(FAMILY, familyId, Stratum.ALL);
    }

    private static List<CounterCell> parts(String kind, String id, String platform) {
        return List.of(
                new CounterCell(kind, id, Stratum.ALL), new CounterCell(kind, id, new Stratum(PLATFORM, platform)));
    }

    String population() {
        return kind + SEPARATOR + id;
    }

    String key() {
        return population() + SEPARATOR + part.label();
    }

    static CounterCell ofKey(String key) {
        String[] parts = key.split(SEPARATOR, -1);
        return new CounterCell(parts[0], parts[1], Stratum.ofLabel(parts[2]));
    }
}
