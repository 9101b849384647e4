// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

/** How a stream of text falls into records. */
public enum RecordCut {
    /** One record a line; blank lines are none. */
    NDJSON,
    /** A header row, then one record a row; a line break inside quotes belongs to the row. */
    CSV
}
