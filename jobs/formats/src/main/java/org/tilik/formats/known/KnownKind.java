// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.known;

/** What a known-item list names an item by. */
public enum KnownKind {
    /** {@code platform:id}. */
    ITEM,
    /** A web address, compared in its canonical form. */
    URL,
    /** Words, compared in their normalised form. */
    TEXT,
    /** MD5 of a media file, 32 hex digits. */
    MD5,
    /** SHA-256 of a media file, 64 hex digits. */
    SHA256,
    /** PDQ perceptual hash of an image, 64 hex digits. */
    PDQ
}
