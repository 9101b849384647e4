// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** A row on its way to its file: to which bucket, how it sorts there, and its bytes. Flink needs it mutable. */
public final class StoredRow {
    static final TypeInformation<StoredRow> TYPE = Types.POJO(StoredRow.class);
    private static final int WIDTH = 100_000;

    /** Number of the bucket, from 0. */
    public int bucket;
    /** Text by which rows sort inside the bucket. */
    public String key;
    /** The row's bytes. */
    public byte[] body;

    /** For Flink. */
    public StoredRow() {}

    StoredRow(int bucket, String key, byte[] body) {
        this.bucket = bucket;
        this.key = key;
        this.body = body;
    }

    /** Sorts rows by bucket, then key. */
    String order() {
        return (WIDTH + bucket) + "\u0001" + key;
    }
}
