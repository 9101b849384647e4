// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.release;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;

/** Makes of a row the one that stands for it where it is held back: which number there would be, without it. */
final class HeldBackRow {
    /** Components that say something of the data. */
    private static final Set<String> NUMBERS = Set.of(
            "estimate",
            "ciLow",
            "ciHigh",
            "ciMethod",
            "nItems",
            "nEvents",
            "nCensored",
            "nInterval",
            "nUnconfirmed",
            "nEffective",
            "nWeeksBefore",
            "nWeeksAfter",
            "nWeeksLeftOut",
            "lagWeeks",
            "pValue",
            "pAdjusted",
            "reason",
            "conditionalOnHours",
            "identifiability",
            "boundLow",
            "boundHigh",
            "copiesObserved",
            "copiesAvertedScenarioLow",
            "copiesAvertedScenarioHigh",
            "viewsObservedLower",
            "viewsAvertedScenarioLow",
            "viewsAvertedScenarioHigh",
            "protectedObserved",
            "protectedRemoved",
            "closedFormAvertedShare");

    private HeldBackRow() {}

    /** The row without its numbers. */
    static <R extends Record> R of(R row) {
        @SuppressWarnings("unchecked")
        Class<R> type = (Class<R>) row.getClass();
        RecordComponent[] components = type.getRecordComponents();
        try {
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                values[i] = value(row, components[i]);
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    type.getName() + " cannot be made without its numbers; is it a public record?", e);
        }
    }

    private static Object value(Record row, RecordComponent component)
            throws IllegalAccessException, InvocationTargetException {
        if (component.getName().equals("suppressed")) {
            return true;
        }
        boolean isNumber = NUMBERS.contains(component.getName());
        return isNumber ? null : component.getAccessor().invoke(row);
    }
}
