// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;

/** Parquet wants something to hand values to, though they are taken from the column readers. */
final class Unconverted extends GroupConverter {
    private static final PrimitiveConverter LEAF = new PrimitiveConverter() {};

    private final GroupType type;

    Unconverted(GroupType type) {
        this.type = type;
    }

    @Override
    public Converter getConverter(int field) {
        Type child = type.getType(field);
        return child.isPrimitive() ? LEAF : new Unconverted(child.asGroupType());
    }

    @Override
    public void start() {
        throw new IllegalStateException("Values are taken from the column readers.");
    }

    @Override
    public void end() {
        throw new IllegalStateException("Values are taken from the column readers.");
    }
}
