// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tilik.model.table.ComplianceRow;
import org.tilik.model.table.CounterSpeechRow;
import org.tilik.model.table.CounterfactualRow;
import org.tilik.model.table.OverRemovalRow;
import org.tilik.model.table.PolicyChangeRow;

class HeldBackRowTest {
    /** What says which number there would be; everything else would tell of the data. */
    private static final Set<String> NAMING = Set.of(
            "rowId",
            "metricId",
            "metricVersion",
            "stratumBy",
            "stratum",
            "commitment",
            "jurisdiction",
            "platform",
            "period",
            "isSignatory",
            "legalBasis",
            "evidenceLevel",
            "intervention",
            "interventionOn",
            "outcomeMetricId",
            "comparison",
            "itemClass",
            "unitKind",
            "unitId",
            "scenario",
            "parameterHours",
            "fromUtc",
            "match",
            "assumptions",
            "cause",
            "deadlineHours",
            "quantile",
            "tauHours",
            "clock",
            "confLevel",
            "unit",
            "correctionMethod",
            "modelId",
            "runId");

    @ParameterizedTest
    @ValueSource(
            classes = {
                ComplianceRow.class,
                PolicyChangeRow.class,
                OverRemovalRow.class,
                CounterSpeechRow.class,
                CounterfactualRow.class
            })
    void aHeldBackRowSaysWhichNumberThereWouldBeAndNothingElse(Class<? extends Record> type) throws Exception {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components).map(HeldBackRowTest::value).toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Record row = type.getDeclaredConstructor(types).newInstance(values);

        Record held = HeldBackRow.of(row);

        List<String> kept = Arrays.stream(components)
                .filter(component -> !component.getName().equals("suppressed"))
                .filter(component -> get(component, held) != null)
                .map(RecordComponent::getName)
                .toList();
        assertThat(NAMING).containsAll(kept);
        assertThat(Arrays.stream(components)
                        .filter(component -> NAMING.contains(component.getName()))
                        .allMatch(component -> get(component, held).equals(get(component, row))))
                .isTrue();
        assertThat(Arrays.stream(components)
                        .filter(component -> component.getName().equals("suppressed"))
                        .map(component -> get(component, held)))
                .containsExactly(true);
    }

    private static Object value(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == String.class) {
            return component.getName();
        }
        if (type == boolean.class || type == Boolean.class) {
            return false;
        }
        if (type == Instant.class) {
            return Instant.EPOCH;
        }
        if (type == int.class) {
            return 1;
        }
        return type == Long.class ? (Object) 2L : (Object) 3.0;
    }

    private static Object get(RecordComponent component, Record row) {
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("A component of a public record cannot be read.", e);
        }
    }
}
