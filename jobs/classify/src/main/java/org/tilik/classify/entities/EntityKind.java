// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.entities;

import java.util.Optional;

/** What a name is of. There is no kind for persons: nobody is identified here, so their names leave no trace. */
public enum EntityKind {
    /** A body of people: a party, company, movement. */
    ORGANIZATION,
    /** A place. */
    LOCATION,
    /** A name of something else: an event, a work, a nationality. */
    MISC;

    /** The kind that a model's label means; none for persons, for no name, and for labels not known. */
    static Optional<EntityKind> ofLabel(String label) {
        String bare = label.startsWith("B-") || label.startsWith("I-") ? label.substring(2) : label;
        return switch (bare) {
            case "ORG", "ORGANIZATION" -> Optional.of(ORGANIZATION);
            case "LOC", "LUG", "LOCATION", "GPE", "FACILITY" -> Optional.of(LOCATION);
            case "MISC", "OTROS" -> Optional.of(MISC);
            default -> Optional.empty();
        };
    }
}
