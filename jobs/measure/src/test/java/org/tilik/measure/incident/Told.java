// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.incident;

import java.util.ArrayList;
import java.util.List;

/** Copies written down one by one. */
final class Told {
    record Copy(long hour, String platform, CopyFate fate) {}

    static final CopyFate THERE = new CopyFate(false, false, true, true);
    static final CopyFate REMOVED = new CopyFate(true, true, false, false);
    static final CopyFate DELETED = new CopyFate(false, true, false, false);

    private final List<Copy> copies = new ArrayList<>();

    /** So many copies in each hour from one to another, this one not counted. */
    Told copies(long from, long until, int each, String platform, CopyFate fate) {
        for (long hour = from; hour < until; hour++) {
            for (int i = 0; i < each; i++) {
                copies.add(new Copy(hour, platform, fate));
            }
        }
        return this;
    }

    Told copies(long from, long until, int each, String platform) {
        return copies(from, until, each, platform, THERE);
    }

    List<Copy> list() {
        return copies;
    }

    FamilyHistory history() {
        return history(copies);
    }

    static FamilyHistory history(List<Copy> copies) {
        FamilyHistory history = new FamilyHistory();
        copies.forEach(copy -> history.add(copy.hour(), copy.platform(), copy.fate()));
        return history;
    }
}
