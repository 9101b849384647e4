// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.lang.invoke.CallSite;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.avro.Schema;

/**
 * The components of a row class as the columns of its table's schema: how to take them out of a row and make a row of
 * them.
 *
 * <p>The record's components must be the columns, in order, in camel case; this is checked here, so that class and schema
 * cannot drift apart. Made once for each class, since each accessor is a small class of its own; immutable.
 */
final class RowColumns {
    private static final Map<Class<?>, RowColumns> KNOWN = new ConcurrentHashMap<>();
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private final Column[] columns;
    private final MethodHandle constructor;

    /** One column; {@code absent} is what a row holds where a projection leaves the column out. */
    record Column(String name, ColumnKind kind, Function<Object, Object> accessor, Object absent) {
        Object get(Object row) {
            return accessor.apply(row);
        }
    }

    /** The columns of this table. */
    static RowColumns of(TableSchema schema, Class<? extends Record> rowClass) {
        return KNOWN.computeIfAbsent(rowClass, type -> new RowColumns(schema, rowClass));
    }

    private RowColumns(TableSchema schema, Class<? extends Record> rowClass) {
        RecordComponent[] components = rowClass.getRecordComponents();
        List<Schema.Field> fields = schema.full().getFields();
        if (components.length != fields.size()) {
            throw mismatch(rowClass, components.length + " components for " + fields.size() + " columns");
        }
        columns = new Column[components.length];
        Class<?>[] types = new Class<?>[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                columns[i] = column(rowClass, components[i], fields.get(i));
                types[i] = components[i].getType();
            }
            constructor = LOOKUP.findConstructor(rowClass, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, components.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Row class " + rowClass.getName() + " must be public.", e);
        }
    }

    private static Column column(Class<? extends Record> rowClass, RecordComponent component, Schema.Field field)
            throws ReflectiveOperationException {
        ColumnKind kind = ColumnKind.of(component);
        if (!component.getName().equals(camelCase(field.name()))) {
            throw mismatch(
                    rowClass, "component " + component.getName() + " stands where column " + field.name() + " is");
        }
        Schema type = field.schema();
        boolean nullable = type.getType() == Schema.Type.UNION;
        Schema value = nullable ? type.getTypes().get(1) : type;
        if (value.getType() != kind.avro() || (nullable && component.getType().isPrimitive())) {
            throw mismatch(rowClass, "component " + component + " cannot hold column type " + type);
        }
        return new Column(field.name(), kind, accessor(component), kind.absent(component.getType(), nullable));
    }

    /** The component's accessor as a class that the compiler can inline, which a method handle in an array is not. */
    @SuppressWarnings("unchecked")
    private static Function<Object, Object> accessor(RecordComponent component) throws ReflectiveOperationException {
        MethodHandle getter = LOOKUP.unreflect(component.getAccessor());
        try {
            CallSite site = LambdaMetafactory.metafactory(
                    LOOKUP,
                    "apply",
                    MethodType.methodType(Function.class),
                    MethodType.methodType(Object.class, Object.class),
                    getter,
                    getter.type().wrap());
            return (Function<Object, Object>) site.getTarget().invoke();
        } catch (RuntimeException | Error | ReflectiveOperationException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("Accessor of " + component + " cannot be linked.", e);
        }
    }

    private static IllegalStateException mismatch(Class<?> rowClass, String what) {
        return new IllegalStateException("Row class " + rowClass.getSimpleName() + " and its schema differ: " + what
                + ". Make the record's components equal to the columns in datasets/schemas.");
    }

    private static String camelCase(String column) {
        StringBuilder name = new StringBuilder();
        for (String part : column.split("_", -1)) {
            name.append(name.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return name.toString();
    }

    /** How many columns there are. */
    int size() {
        return columns.length;
    }

    Column get(int i) {
        return columns[i];
    }

    /** The row of these values, one for each column. */
    Object row(Object[] values) {
        try {
            return (Object) constructor.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("A row could not be built of " + columns.length + " values.", e);
        }
    }
}
