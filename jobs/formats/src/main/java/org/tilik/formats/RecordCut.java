// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

/** How a stream of text falls into records. */
public enum RecordCut {
    /** One record a line; blank lines are none. */
    NDJSON,
    /** JSON objects that may go over several lines, each ending with its line. */
    JSON_OBJECTS,
    /** A header row, then one record a row; a line break inside quotes belongs to the row. */
    CSV,
    /** One JSON document, out of which the format takes the records ({@link DocumentUnfolder}). */
    DOCUMENT,
    /** One JSON value a line that may hold several records, which the format takes out of it likewise. */
    PAGES,
    /**
     * Another form than lines, or rows that say all only with those before them, of which the format makes records ({@link
     * StreamUnfolder}).
     */
    STREAM
}
