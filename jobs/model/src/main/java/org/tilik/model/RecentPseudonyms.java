// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model;

/** Remembers some thousand pseudonyms; a newer one takes the place of an older one of the same hash. */
final class RecentPseudonyms {
    private static final int SLOTS = 1 << 13;

    private final Platform[] platforms = new Platform[SLOTS];
    private final String[] ids = new String[SLOTS];
    private final String[] pseudonyms = new String[SLOTS];

    /** The pseudonym of this id, or null where it is not remembered. */
    String get(Platform platform, String id) {
        int slot = slot(id);
        return id.equals(ids[slot]) && platform == platforms[slot] ? pseudonyms[slot] : null;
    }

    void put(Platform platform, String id, String pseudonym) {
        int slot = slot(id);
        platforms[slot] = platform;
        ids[slot] = id;
        pseudonyms[slot] = pseudonym;
    }

    private static int slot(String id) {
        int hash = id.hashCode();
        return (hash ^ (hash >>> 16)) & (SLOTS - 1);
    }
}
