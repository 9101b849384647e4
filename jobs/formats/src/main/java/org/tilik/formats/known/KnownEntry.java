// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.known;

import java.time.Instant;
import org.tilik.model.Platform;

/**
 * One row of a known-item list.
 *
 * @param kind what it names an item by
 * @param value the platform's own id, the canonical URL, the normalised text, or the hash in lower case
 * @param platform platform whose id the value is, else null
 * @param label what the list says it is, or null
 * @param addedAt when it came onto the list, or null when unknown
 * @param source who says so, or null
 * @param row number of the row in the file, from 1 without the header
 */
public record KnownEntry(
        KnownKind kind, String value, Platform platform, String label, Instant addedAt, String source, long row) {
    /** The same row, which gives the address of a post, by the post's own id. */
    KnownEntry ofPost(Platform ofPost, String itemId) {
        return new KnownEntry(kind, itemId, ofPost, label, addedAt, source, row);
    }
}
