// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Reads the components of row records, as fast as written code does.
 *
 * <p>A method handle in a field is called through several layers that are never compiled into one. Getters are classes
 * of their own, made once for each row class and freed with it.
 */
final class RowGetters {
    private static final ClassValue<List<UnaryOperator<Object>>> OF_CLASS = new ClassValue<>() {
        @Override
        protected List<UnaryOperator<Object>> computeValue(Class<?> rowClass) {
            List<UnaryOperator<Object>> getters = new ArrayList<>();
            for (RecordComponent component : rowClass.getRecordComponents()) {
                getters.add(getter(component));
            }
            return List.copyOf(getters);
        }
    };

    private RowGetters() {}

    /** One for each component, in order. */
    static List<UnaryOperator<Object>> of(Class<? extends Record> rowClass) {
        return OF_CLASS.get(rowClass);
    }

    @SuppressWarnings("unchecked")
    private static UnaryOperator<Object> getter(RecordComponent component) {
        MethodType objectToObject = MethodType.methodType(Object.class, Object.class);
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        try {
            MethodHandle accessor = lookup.unreflect(component.getAccessor());
            return (UnaryOperator<Object>) LambdaMetafactory.metafactory(
                            lookup,
                            "apply",
                            MethodType.methodType(UnaryOperator.class),
                            objectToObject,
                            accessor,
                            MethodType.methodType(Object.class, component.getDeclaringRecord()))
                    .getTarget()
                    .invoke();
        } catch (Throwable e) {
            throw new IllegalStateException(
                    "Component " + component + " cannot be read; row classes and their components must be public.", e);
        }
    }
}
