// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Draws when archive and checker look at an item and what they see. */
final class Watch {
    /** 36 h after the first look less six seconds, as in the real dumps of February 2024. */
    private static final long SECOND_LOOK_SECONDS = 129_594;

    private final WorldSettings settings;

    Watch(WorldSettings settings) {
        this.settings = settings;
    }

    /** The captures of an item in the dump, in order of time: one, or two where the dump holds it twice. */
    List<Capture> captures(Item item, Fate fate, boolean onlyOne, Draws draws) {
        CapturePlan plan = settings.capture();
        if (plan.style(item.form()) == ArchiveStyle.ARCTIC_SHIFT) {
            long at = item.postedAt() + 10 + draws.below(10);
            boolean secondLook = !draws.happens(plan.noSecondLook());
            return List.of(secondLook ? Capture.twice(at, at + SECOND_LOOK_SECONDS, fate) : Capture.once(at, fate));
        }
        double most = plan.lateLeastHours() + 4 * plan.lateMeanHours();
        double spread = plan.lateMeanHours() - plan.lateLeastHours();
        double delay = Math.min(most, plan.lateLeastHours() + draws.exponential(Math.max(0, spread)));
        long at = item.postedAt() + 1 + (long) (delay * 3600);
        boolean twice = draws.happens(plan.secondCaptures());
        long again = at + 3600 + (long) draws.exponential(plan.lateMeanHours() * 3600);
        return twice && !onlyOne
                ? List.of(Capture.once(at, fate), Capture.once(again, fate))
                : List.of(Capture.once(at, fate));
    }

    /** All looks of archive and checker in order of time. */
    List<Look> looks(Item item, Fate fate, List<Capture> captures, Draws draws) {
        List<Look> looks = new ArrayList<>();
        for (Capture capture : captures) {
            looks.add(byArchive(capture.at(), fate));
            if (capture.secondLook()) {
                looks.add(byArchive(capture.secondAt(), fate));
            }
        }
        RecheckPlan plan = settings.rechecks();
        List<Look> doubtful = new ArrayList<>();
        if (draws.happens(plan.coverage())) {
            boolean blind = draws.happens(plan.absenceOnly());
            for (double hours : plan.hours()) {
                double off = 1 + plan.jitter() * (2 * draws.uniform() - 1);
                long at = item.postedAt() + (long) (hours * off * 3600);
                Look look = recheck(at, fate, blind, draws.uniform());
                boolean mistaken = draws.happens(plan.falseAbsence()) && look.outcome() == Look.Outcome.ALIVE;
                looks.add(look);
                if (mistaken) {
                    doubtful.add(look);
                }
            }
        }
        looks.sort(Comparator.comparingLong(Look::at));
        mistake(looks, doubtful);
        return looks;
    }

    private static Look byArchive(long at, Fate fate) {
        if (fate.visibleAt(at)) {
            return Look.alive(at, true);
        }
        String reason = fate.cause() == Cause.COPYRIGHT ? "copyright" : null;
        return new Look(at, Look.Outcome.GONE, fate.cause().actor(), reason, true);
    }

    private Look recheck(long at, Fate fate, boolean blind, double luck) {
        RecheckPlan plan = settings.rechecks();
        if (luck < plan.blocked()) {
            return new Look(at, Look.Outcome.BLOCKED, null, null, false);
        }
        if (luck < plan.blocked() + plan.errors()) {
            return new Look(at, Look.Outcome.FAILED, null, null, false);
        }
        if (fate.visibleAt(at)) {
            return Look.alive(at, false);
        }
        return blind
                ? new Look(at, Look.Outcome.ABSENT, null, null, false)
                : new Look(at, Look.Outcome.GONE, fate.cause().actor(), null, false);
    }

    /** Turns doubtful sightings into false absences, but only where the very next telling look disproves them. */
    private static void mistake(List<Look> looks, List<Look> doubtful) {
        Look next = null;
        for (int i = looks.size() - 1; i >= 0; i--) {
            Look look = looks.get(i);
            if (!look.outcome().tells()) {
                continue;
            }
            boolean disproved = next != null && next.outcome() == Look.Outcome.ALIVE && next.at() > look.at();
            if (disproved && doubtful.contains(look)) {
                look = new Look(look.at(), Look.Outcome.ABSENT, null, null, false);
                looks.set(i, look);
            }
            next = look;
        }
    }
}
