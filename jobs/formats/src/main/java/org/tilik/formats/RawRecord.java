// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

import org.tilik.model.SourcePosition;

/**
 * One undecoded record: a slice of a block's bytes and where it stands.
 *
 * @param bytes array that holds the record
 * @param start its first byte
 * @param end the byte after its last
 * @param source where it stands
 */
public record RawRecord(byte[] bytes, int start, int end, SourcePosition source) {
    /** Length in bytes. */
    public int length() {
        return end - start;
    }
}
