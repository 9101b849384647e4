// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A small family, told copy by copy; times in hours, names in letters. */
final class Toy {
    static final long HOUR = 3_600_000_000L;
    static final long NEVER = Known.NEVER;

    private final FamilyCopies copies = new FamilyCopies(1000);
    private final Map<String, Copy> named = new LinkedHashMap<>();

    /** One copy, with everything that is seldom told at its default. */
    static final class Copy {
        private final String name;
        private final String parent;
        private final double hour;
        private int platform;
        private int variant;
        private boolean isShare;
        private Known known = Known.NOTHING;
        private long goneBy = Known.NEVER;
        private long viewsLower = 10;
        private long viewsUpper = 100;
        private Standing standing = Standing.VIOLATING;
        private Bar bar = Bar.NOT;

        Copy(String name, String parent, double hour) {
            this.name = name;
            this.parent = parent;
            this.hour = hour;
        }

        Copy on(int where) {
            platform = where;
            return this;
        }

        Copy variant(int which) {
            variant = which;
            return this;
        }

        Copy share() {
            isShare = true;
            return this;
        }

        Copy flagged(double at) {
            known = new Known(hours(at), known.removedAfter(), known.removedBy());
            return this;
        }

        Copy removed(double after, double by) {
            known = new Known(known.flaggedAt(), hours(after), hours(by));
            return gone(by);
        }

        Copy gone(double by) {
            goneBy = hours(by);
            return this;
        }

        Copy views(long lower, long upper) {
            viewsLower = lower;
            viewsUpper = upper;
            return this;
        }

        Copy is(Standing what) {
            standing = what;
            return this;
        }

        Copy barred(Bar how) {
            bar = how;
            return this;
        }
    }

    static long hours(double hours) {
        return Math.round(hours * HOUR);
    }

    static Copy upload(String name, double hour) {
        return new Copy(name, "", hour);
    }

    static Copy repeat(String parent, String name, double hour) {
        return new Copy(name, parent, hour);
    }

    static Toy of(Copy... told) {
        Toy toy = new Toy();
        for (Copy copy : told) {
            toy.add(copy);
        }
        return toy;
    }

    private void add(Copy copy) {
        named.put(copy.name, copy);
        PostedCopy posted = new PostedCopy(
                copy.platform,
                copy.variant,
                copy.isShare,
                hours(copy.hour),
                copy.known,
                copy.goneBy,
                copy.viewsLower,
                copy.viewsUpper,
                copy.standing,
                copy.bar);
        if (copy.parent.isEmpty()) {
            copies.add(0, key(copy.name), posted);
        } else {
            copies.add(0, key(copy.name), 0, key(copy.parent), posted);
        }
    }

    private static long key(String name) {
        return name.hashCode();
    }

    /** What a rule makes of it. */
    Result under(ScenarioRule rule) {
        return new Result(this, ScenarioReplay.of(copies, rule));
    }

    /** A replay, by name. */
    record Result(Toy toy, ScenarioReplay replay) {
        Set<String> low() {
            return names(name -> replay.isAvertedLow(toy.copies.find(0, key(name))));
        }

        Set<String> high() {
            return names(name -> replay.isAvertedHigh(toy.copies.find(0, key(name))));
        }

        Set<String> protectedRemoved() {
            return names(name -> replay.isProtectedRemoved(toy.copies.find(0, key(name))));
        }

        private Set<String> names(Predicate<String> which) {
            return toy.named.keySet().stream().filter(which).collect(Collectors.toSet());
        }
    }
}
