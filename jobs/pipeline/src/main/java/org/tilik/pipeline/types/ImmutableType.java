// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.types;

import org.apache.flink.api.common.typeinfo.TypeInformation;

/** A type that Flink moves as a whole, by one serialiser, and whose values are never changed. */
public abstract class ImmutableType<T> extends TypeInformation<T> {
    private static final long serialVersionUID = 1L;

    private final Class<T> typeClass;

    /** The type of values of this class. */
    protected ImmutableType(Class<T> typeClass) {
        this.typeClass = typeClass;
    }

    @Override
    public final Class<T> getTypeClass() {
        return typeClass;
    }

    @Override
    public final boolean isBasicType() {
        return false;
    }

    @Override
    public final boolean isTupleType() {
        return false;
    }

    @Override
    public final boolean isKeyType() {
        return false;
    }

    @Override
    public final int getArity() {
        return 1;
    }

    @Override
    public final int getTotalFields() {
        return 1;
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + "(" + typeClass.getSimpleName() + ")";
    }

    @Override
    public final boolean canEqual(Object other) {
        return other instanceof ImmutableType;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof ImmutableType<?> type && type.getClass() == getClass() && type.typeClass == typeClass;
    }

    @Override
    public final int hashCode() {
        return typeClass.hashCode();
    }
}
