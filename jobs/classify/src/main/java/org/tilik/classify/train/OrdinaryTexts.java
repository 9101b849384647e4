// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.train;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.tilik.classify.Head;
import org.tilik.classify.LabelledText;
import org.tilik.classify.Targets;

/**
 * Takes texts of which nothing is said about support for violent organisations as not supporting, where they are labelled
 * not hateful: among ordinary posts hardly any is, and a head that has seen only templates takes news of an attack for
 * support.
 */
final class OrdinaryTexts {
    /** Sources written by members of an extremist community, of whose texts this cannot be said. */
    private static final Set<String> EXTREMIST_COMMUNITIES = Set.of("en_stormfront2018");

    private OrdinaryTexts() {}

    static LabelledText asNotSupporting(LabelledText text) {
        Targets targets = text.targets();
        boolean ordinary = targets.of(Head.HATEFUL).equals(OptionalInt.of(0))
                && targets.of(Head.EXTREMIST_SUPPORT).isEmpty()
                && !EXTREMIST_COMMUNITIES.contains(text.source());
        if (!ordinary) {
            return text;
        }
        Map<Head, Integer> stated = new EnumMap<>(Head.class);
        stated.putAll(targets.stated());
        stated.put(Head.EXTREMIST_SUPPORT, 0);
        return new LabelledText(text.source(), text.language(), text.text(), new Targets(stated));
    }
}
