// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.tilik.measure.removal.CauseGroup;
import org.tilik.model.Actor;

/** The causes for which items disappear: the actors in lower case, and copyright apart from other legal orders. */
final class Causes {
    static final String COPYRIGHT = "copyright";
    static final String UNKNOWN = Actor.UNKNOWN.name().toLowerCase(Locale.ROOT);
    /** Name of the group of all causes that are removal. */
    static final String ALL_REMOVAL = "all";

    /** Causes that count as removal. */
    static final List<String> REMOVING;

    /** Every cause; a cause's number in estimates is its place here, from 1. */
    static final List<String> NAMES;

    static {
        List<String> removing = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Actor actor : Actor.values()) {
            names.add(actor.name().toLowerCase(Locale.ROOT));
            if (actor.removes()) {
                removing.add(actor.name().toLowerCase(Locale.ROOT));
            }
        }
        removing.add(COPYRIGHT);
        names.add(COPYRIGHT);
        REMOVING = List.copyOf(removing);
        NAMES = List.copyOf(names);
    }

    private Causes() {}

    static String of(Actor actor, boolean copyright) {
        return copyright && actor == Actor.LEGAL_ORDER
                ? COPYRIGHT
                : actor.name().toLowerCase(Locale.ROOT);
    }

    /** The number of a cause from 1; 0 for null (not gone). */
    static int number(String cause) {
        return cause == null ? 0 : NAMES.indexOf(cause) + 1;
    }

    /** All removal together, then each of these causes that is removal; unknown causes may hide any of them. */
    static List<CauseGroup> groups(Set<String> present) {
        Set<String> unknown = Set.of(UNKNOWN);
        List<CauseGroup> groups = REMOVING.stream()
                .filter(present::contains)
                .map(cause -> new CauseGroup(cause, Set.of(cause), unknown))
                .collect(Collectors.toCollection(ArrayList::new));
        groups.add(0, new CauseGroup(ALL_REMOVAL, Set.copyOf(REMOVING), unknown));
        return groups;
    }
}
