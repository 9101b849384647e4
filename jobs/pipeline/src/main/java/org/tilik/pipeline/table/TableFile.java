// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** One finished file of a table as the manifest lists it. Flink needs it mutable. */
public final class TableFile {
    static final TypeInformation<TableFile> TYPE = Types.POJO(TableFile.class);

    /** Path relative to the table's manifest, with forward slashes. */
    public String path;
    /** Number of rows in it. */
    public long rows;
    /** SHA-256 of its bytes in hex. */
    public String sha256;

    /** For Flink and Jackson. */
    public TableFile() {}

    /** A file of this many rows. */
    public TableFile(String path, long rows, String sha256) {
        this.path = path;
        this.rows = rows;
        this.sha256 = sha256;
    }
}
