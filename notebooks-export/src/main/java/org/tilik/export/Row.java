// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * One row of a query. Values of nullable columns are null where they are unknown or do not apply; a column that the
 * query does not have is an error, unless {@link #has} was asked.
 */
public final class Row {
    private final Map<String, Object> values;

    Row(Map<String, Object> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /** Whether the query has such a column. */
    public boolean has(String column) {
        return values.containsKey(column);
    }

    /** Text, or null. */
    public String text(String column) {
        Object value = value(column);
        return value == null ? null : value.toString();
    }

    /** A number, or null. */
    public Double number(String column) {
        Object value = value(column);
        return value == null ? null : (Double) ((Number) value).doubleValue();
    }

    /** A whole number, or null. */
    public Long count(String column) {
        Object value = value(column);
        return value == null ? null : (Long) ((Number) value).longValue();
    }

    /** True or false; absent counts as false. */
    public boolean flag(String column) {
        return Boolean.TRUE.equals(value(column));
    }

    /** A time, or null. */
    public Instant time(String column) {
        return (Instant) value(column);
    }

    /** Texts of a list; empty where absent. */
    public List<String> texts(String column) {
        Object value = value(column);
        return value == null
                ? List.of()
                : Arrays.stream((Object[]) value).map(String::valueOf).toList();
    }

    private Object value(String column) {
        if (!has(column)) {
            throw new IllegalArgumentException("The query has no column " + column + ", only " + values.keySet());
        }
        return values.get(column);
    }
}
