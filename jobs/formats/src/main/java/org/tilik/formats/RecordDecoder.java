// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

/** Turns raw records of one format into events; total: every input gets an outcome and nothing is thrown for bad data. */
@FunctionalInterface
public interface RecordDecoder {
    /** The outcome for this record. */
    Decoded decode(RawRecord record);
}
