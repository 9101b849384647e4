// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.tilik.datasets.Schemas;

/**
 * A table's schema as read from {@code datasets/schemas}: its columns, which of them live in the path only, where the
 * table is published and which columns identify a row.
 */
public final class TableSchema {
    private static final Map<String, TableSchema> KNOWN = new ConcurrentHashMap<>();

    private final Schema full;
    private final Schema file;
    private final List<String> partitions;
    private final List<String> key;
    private final String area;

    private TableSchema(Schema full) {
        this.full = full;
        this.area = full.getObjectProp("area").toString();
        this.key = strings(full.getObjectProp("key"));
        this.partitions = full.getFields().stream()
                .filter(TableSchema::isPartition)
                .map(Schema.Field::name)
                .toList();
        this.file = withoutPartitions(full);
    }

    /** The schema of this table; an unknown name is an error of the program. */
    public static TableSchema load(String table) {
        return KNOWN.computeIfAbsent(table, name -> new TableSchema(new Schema.Parser().parse(Schemas.avro(name))));
    }

    private static boolean isPartition(Schema.Field field) {
        return Boolean.TRUE.equals(field.getObjectProp("partition"));
    }

    private static List<String> strings(Object property) {
        List<String> names = new ArrayList<>();
        for (Object name : (List<?>) property) {
            names.add(name.toString());
        }
        return List.copyOf(names);
    }

    private static Schema withoutPartitions(Schema full) {
        List<Schema.Field> fields = new ArrayList<>();
        for (Schema.Field field : full.getFields()) {
            if (!isPartition(field)) {
                Schema.Field kept = new Schema.Field(field.name(), field.schema(), field.doc(), field.defaultVal());
                kept.addProp("unit", field.getObjectProp("unit"));
                fields.add(kept);
            }
        }
        return Schema.createRecord(full.getName(), full.getDoc(), full.getNamespace(), false, fields);
    }

    /** Name of the table. */
    public String name() {
        return full.getName();
    }

    /** Folder in which the table is published: restricted, release or work. */
    public String area() {
        return area;
    }

    /** All columns, those in the path included. */
    public Schema full() {
        return full;
    }

    /** The columns stored in the files. */
    public Schema file() {
        return file;
    }

    /** The columns stored in the path, in order. */
    public List<String> partitions() {
        return partitions;
    }

    /** The columns by which rows are sorted and which together identify a row. */
    public List<String> key() {
        return key;
    }
}
