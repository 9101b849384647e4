// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an entry of the policy timeline is. */
public enum EventType {
    /** An attack or another thing that happened in the world; it opens an incident, and changes no rule. */
    EVENT(false),
    /** Governments and companies met and asked for something. */
    MEETING(true),
    /** A platform changed its own rules. */
    RULE(true),
    /** A law was announced, and is not in force. */
    PLAN(true),
    /** A law applies. */
    LAW(true),
    /** A law, or a part of it, was struck down before it applied. */
    STRUCK_DOWN(false),
    /** Signatories promised something. */
    COMMITMENT(true),
    /** Others joined a commitment. */
    MEMBERSHIP(true),
    /** Somebody took a position. */
    STATEMENT(false),
    /** The source of the data changed: series before and after are not comparable. */
    COLLECTION_BREAK(false);

    private final boolean intervention;

    EventType(boolean intervention) {
        this.intervention = intervention;
    }

    /** Whether a series may be looked at for a change about its date. */
    public boolean isIntervention() {
        return intervention;
    }

    /** The name in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<EventType> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(EventType::id).collect(Collectors.joining(", "));
    }
}
