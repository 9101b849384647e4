// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What a labelled text is said to be: for each head 1, 0, or nothing; a head that is not stated teaches nothing.
 *
 * @param stated labels of the heads that are stated
 */
public record Targets(Map<Head, Integer> stated) {
    /** Labels of these heads, each 0 or 1. */
    public Targets {
        EnumMap<Head, Integer> copy = new EnumMap<>(Head.class);
        copy.putAll(stated);
        stated = Map.copyOf(copy);
    }

    /** 1 or 0, or empty where nothing is stated. */
    public OptionalInt of(Head head) {
        Integer label = stated.get(head);
        return label == null ? OptionalInt.empty() : OptionalInt.of(label);
    }
}
