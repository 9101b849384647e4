// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model;

/** Remembers some thousand pseudonyms; a newer one takes the place of an older one of the same slot. */
final class RecentPseudonyms {
    private static final int SLOTS = 1 << 12;

    /** Looked at first: most ids are new, and following a reference into cold memory costs as much as hashing. */
    private final int[] hashes = new int[SLOTS];

    private final Entry[] entries = new Entry[SLOTS];

    private record Entry(Platform platform, String id, String pseudonym) {}

    /** The pseudonym of this id, or null where it is not remembered. */
    String get(Platform platform, String id) {
        int hash = id.hashCode();
        int slot = slot(hash);
        Entry entry = hashes[slot] == hash ? entries[slot] : null;
        return entry != null && entry.platform == platform && entry.id.equals(id) ? entry.pseudonym : null;
    }

    void put(Platform platform, String id, String pseudonym) {
        int hash = id.hashCode();
        hashes[slot(hash)] = hash;
        entries[slot(hash)] = new Entry(platform, id, pseudonym);
    }

    private static int slot(int hash) {
        return (hash ^ (hash >>> 16)) & (SLOTS - 1);
    }
}
