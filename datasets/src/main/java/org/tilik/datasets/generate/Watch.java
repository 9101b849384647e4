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

    /** The captures of a Reddit item in the dump, in order of time: one, or two where the dump holds it twice. */
    List<Capture> captures(Item item, Fate fate, boolean onlyOne, Draws draws) {
        CapturePlan plan = settings.capture();
        long posted = item.postedSecond();
        if (plan.style(item.form()) == ArchiveStyle.ARCTIC_SHIFT) {
            long at = posted + 10 + draws.below(10);
            boolean secondLook = !draws.happens(plan.noSecondLook());
            return List.of(secondLook ? Capture.twice(at, at + SECOND_LOOK_SECONDS, fate) : Capture.once(at, fate));
        }
        double most = plan.lateLeastHours() + 4 * plan.lateMeanHours();
        double spread = plan.lateMeanHours() - plan.lateLeastHours();
        double delay = Math.min(most, plan.lateLeastHours() + draws.exponential(Math.max(0, spread)));
        long at = posted + 1 + (long) (delay * 3600);
        boolean twice = draws.happens(plan.secondCaptures());
        long again = at + 3600 + (long) draws.exponential(plan.lateMeanHours() * 3600);
        return twice && !onlyOne
                ? List.of(Capture.once(at, fate), Capture.once(again, fate))
                : List.of(Capture.once(at, fate));
    }

    /** All looks of archive and checker at a Reddit item in order of time. */
    List<Look> looks(Item item, Fate fate, List<Capture> captures, Draws draws) {
        List<Look> looks = new ArrayList<>();
        for (Capture capture : captures) {
            looks.add(byArchive(capture.at() * 1000, fate));
            if (capture.secondLook()) {
                looks.add(byArchive(capture.secondAt() * 1000, fate));
            }
        }
        if (draws.happens(settings.rechecks().coverage())) {
            looks.addAll(rechecks(item, fate, Long.MIN_VALUE, Fate.NEVER, true, draws));
        }
        looks.sort(Comparator.comparingLong(Look::at));
        return disproved(looks, fate);
    }

    /**
     * The re-checks of an item first seen in the stream, in order of time; none while the stream was down, since the
     * checker was on the same line, and none after the recording ended.
     *
     * @param seenAt millisecond at which the stream first showed it
     * @param isNotified whether the stream would have sent word; then no check is mistaken, because what a mere absence
     *     means beside a stream that stays silent is left open
     */
    List<Look> rechecks(Item item, Fate fate, long seenAt, boolean isNotified, Draws draws) {
        StreamPlan stream = settings.stream();
        if (!draws.happens(stream.rechecked())) {
            return List.of();
        }
        long end = stream.covered().until().toEpochMilli();
        List<Look> looks = rechecks(item, fate, seenAt, end, !isNotified, draws);
        looks.removeIf(look -> stream.isGap(look.at()));
        return disproved(looks, fate);
    }

    private List<Look> rechecks(Item item, Fate fate, long after, long before, boolean fallible, Draws draws) {
        RecheckPlan plan = settings.rechecks();
        List<Look> looks = new ArrayList<>();
        boolean blind = draws.happens(plan.absenceOnly());
        for (double hours : plan.hours()) {
            double off = 1 + plan.jitter() * (2 * draws.uniform() - 1);
            long at = (item.postedSecond() + (long) (hours * off * 3600)) * 1000;
            Look look = recheck(at, fate, blind, draws.uniform());
            boolean mistaken = draws.happens(plan.falseAbsence()) && look.outcome() == Look.Outcome.ALIVE;
            if (at > after && at < before) {
                looks.add(mistaken && fallible ? absence(at) : look);
            }
        }
        return looks;
    }

    private static Look byArchive(long at, Fate fate) {
        if (fate.visibleAt(at)) {
            return Look.alive(at, Look.Source.ARCHIVE);
        }
        String reason = fate.cause() == Cause.COPYRIGHT ? "copyright" : null;
        return new Look(at, Look.Outcome.GONE, fate.cause().actor(), reason, Look.Source.ARCHIVE);
    }

    private Look recheck(long at, Fate fate, boolean blind, double luck) {
        RecheckPlan plan = settings.rechecks();
        if (luck < plan.blocked()) {
            return new Look(at, Look.Outcome.BLOCKED, null, null, Look.Source.RECHECK);
        }
        if (luck < plan.blocked() + plan.errors()) {
            return new Look(at, Look.Outcome.FAILED, null, null, Look.Source.RECHECK);
        }
        if (fate.visibleAt(at)) {
            return Look.alive(at, Look.Source.RECHECK);
        }
        return blind
                ? absence(at)
                : new Look(at, Look.Outcome.GONE, fate.cause().actor(), null, Look.Source.RECHECK);
    }

    private static Look absence(long at) {
        return new Look(at, Look.Outcome.ABSENT, null, null, Look.Source.RECHECK);
    }

    /** Turns mistaken absences back into sightings, except between two sightings, which show that they are mistaken. */
    private static List<Look> disproved(List<Look> looks, Fate fate) {
        Look next = null;
        for (int i = looks.size() - 1; i >= 0; i--) {
            Look look = looks.get(i);
            if (!look.outcome().tells()) {
                continue;
            }
            boolean seenLater = next != null && next.outcome() == Look.Outcome.ALIVE && next.at() > look.at();
            boolean mistaken = look.outcome() == Look.Outcome.ABSENT && fate.visibleAt(look.at());
            if (mistaken && !(seenLater && wasSeenBefore(looks, i))) {
                look = Look.alive(look.at(), Look.Source.RECHECK);
                looks.set(i, look);
            }
            next = look;
        }
        return looks;
    }

    private static boolean wasSeenBefore(List<Look> looks, int before) {
        for (int i = before - 1; i >= 0; i--) {
            if (looks.get(i).outcome().tells()) {
                return looks.get(i).outcome() == Look.Outcome.ALIVE;
            }
        }
        return true;
    }
}
