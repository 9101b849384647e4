// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.coverage;

import java.util.List;
import java.util.SplittableRandom;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalDataBuilder;
import org.tilik.measure.removal.coverage.Lifetimes.Life;

/** Ways in which archives come to know of lifetimes. */
enum World {
    /** Notices give exact times; follow-up ends at some time. */
    EXACT(0, false, Capture.FROM_START, Looks.NOTICES),
    /** The same, half of the items captured late. */
    EXACT_LATE(0, false, Capture.HALF_LATE, Looks.NOTICES),
    /** Exact times, copies of one content going together. */
    EXACT_FAMILIES(1, true, Capture.FROM_START, Looks.NOTICES),
    /** Exact times, copies, and late captures. */
    EXACT_LATE_FAMILIES(1, true, Capture.HALF_LATE, Looks.NOTICES),
    /** Exact times of items that a label selected: whoever was gone before capture has no text and so no label. */
    LABELLED(0, false, Capture.SURVIVORS, Looks.NOTICES),
    /** Looks every few hours give brackets. */
    BRACKETS(0, false, Capture.FROM_START, Looks.RECHECKS),
    /** Brackets and copies. */
    BRACKETS_FAMILIES(1, true, Capture.FROM_START, Looks.RECHECKS),
    /**
     * Some removals are announced to the second, others only missed at a look; one look in fifty at a visible item misses
     * it, and where that was the last look nobody knows.
     */
    MIXED(0, false, Capture.FROM_START, Looks.NOTICES_AND_ABSENCES);

    private static final List<String> CAUSES = List.of("platform", "author");
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final double MISSED = 0.02;
    private static final double ANNOUNCED = 0.4;

    /** When items come under observation. */
    enum Capture {
        FROM_START,
        HALF_LATE,
        SURVIVORS;

        double entry(SplittableRandom random) {
            return switch (this) {
                case FROM_START -> 0;
                case HALF_LATE -> random.nextBoolean() ? 0 : 12 * random.nextDouble();
                case SURVIVORS -> 0.2 + 3 * Lifetimes.exponential(random);
            };
        }
    }

    /** How it is learnt that they went. */
    enum Looks {
        NOTICES,
        RECHECKS,
        NOTICES_AND_ABSENCES
    }

    private final double theta;
    private final boolean families;
    private final Capture capture;
    private final Looks looks;

    World(double theta, boolean families, Capture capture, Looks looks) {
        this.theta = theta;
        this.families = families;
        this.capture = capture;
        this.looks = looks;
    }

    Lifetimes lifetimes() {
        return new Lifetimes(theta);
    }

    boolean hasBrackets() {
        return looks != Looks.NOTICES;
    }

    boolean isConditional() {
        return capture == Capture.SURVIVORS;
    }

    boolean hasUnconfirmed() {
        return looks == Looks.NOTICES_AND_ABSENCES;
    }

    /**
     * About so many items.
     *
     * @param unconfirmedGone whether one last absence counts as gone
     */
    RemovalData rows(int items, boolean unconfirmedGone, SplittableRandom random) {
        Lifetimes lifetimes = lifetimes();
        RemovalDataBuilder rows = RemovalData.builder(CAUSES);
        int drawn = 0;
        for (int family = 0; drawn < items; family++) {
            int copies = families ? 1 + (int) (2 * Lifetimes.exponential(random)) : 1;
            double frailty = lifetimes.frailty(random);
            for (int copy = 0; copy < copies; copy++) {
                add(rows, lifetimes.draw(frailty, random), families ? family : -1, unconfirmedGone, random);
            }
            drawn += copies;
        }
        return rows.build();
    }

    private void add(RemovalDataBuilder rows, Life life, int family, boolean unconfirmedGone, SplittableRandom random) {
        double entry = capture.entry(random);
        double end = 6 + 234 * random.nextDouble();
        if (life.hours() <= entry || end <= entry) {
            return;
        }
        boolean announced =
                looks == Looks.NOTICES || (looks == Looks.NOTICES_AND_ABSENCES && random.nextDouble() < ANNOUNCED);
        int cause = life.removed() ? 1 : 2;
        if (announced) {
            boolean gone = life.hours() <= end;
            double time = Math.min(life.hours(), end);
            rows.add(entry, time, gone ? time : NEVER, gone ? cause : 0, 1, family);
        } else {
            recheck(rows, life, cause, family, unconfirmedGone, random);
        }
    }

    /** Looks every 6 to 30 hours, for a week; times in half hours, as archives have few different ones. */
    private void recheck(
            RemovalDataBuilder rows,
            Life life,
            int cause,
            int family,
            boolean unconfirmedGone,
            SplittableRandom random) {
        double seen = 0;
        while (true) {
            double look = seen + 6 + random.nextInt(49) / 2.0;
            boolean last = look >= 168;
            if (life.hours() <= look) {
                rows.add(0, seen, look, cause, 1, family);
                return;
            }
            boolean missed = hasUnconfirmed() && last && random.nextDouble() < MISSED;
            if (missed) {
                rows.add(0, seen, unconfirmedGone ? look : NEVER, unconfirmedGone ? 2 : 0, 1, family);
                return;
            }
            seen = look;
            if (last) {
                rows.add(0, seen, NEVER, 0, 1, family);
                return;
            }
        }
    }
}
