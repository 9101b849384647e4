// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.audit;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What most coders of an item say it is.
 *
 * <p>The label that more coders gave than any other, be it fewer than half. Where two labels share the first place nobody
 * can say which holds: the item is left out of everything that depends on labels, and counted.
 *
 * @param outcome whether there is a label
 * @param label the label, null without one
 * @param coders number of coders
 */
public record MajorityLabel(Outcome outcome, CodedClass label, int coders) {

    /** Whether an item has a label. */
    public enum Outcome {
        /** All coders say the same. */
        UNANIMOUS,
        /** More coders say this than anything else. */
        MAJORITY,
        /** Two labels or more share the first place. */
        TIE,
        /** Nobody coded it. */
        NOT_CODED
    }

    /** The majority of these labels, one of each coder. */
    public static MajorityLabel of(Collection<CodedClass> labels) {
        if (labels.isEmpty()) {
            return new MajorityLabel(Outcome.NOT_CODED, null, 0);
        }
        Map<CodedClass, Integer> votes = new EnumMap<>(CodedClass.class);
        labels.forEach(label -> votes.merge(label, 1, Integer::sum));
        int most = votes.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
        List<CodedClass> first = votes.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .map(Map.Entry::getKey)
                .toList();
        if (first.size() > 1) {
            return new MajorityLabel(Outcome.TIE, null, labels.size());
        }
        return new MajorityLabel(
                most == labels.size() ? Outcome.UNANIMOUS : Outcome.MAJORITY, first.get(0), labels.size());
    }

    /** The label, if there is one. */
    public Optional<CodedClass> agreed() {
        return Optional.ofNullable(label);
    }
}
