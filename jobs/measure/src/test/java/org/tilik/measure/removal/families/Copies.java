// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.families;

import java.util.List;

/** Copies in few words. */
final class Copies {

    private Copies() {}

    /** Still visible when last seen. */
    static Copy alive(String platform, double posted, double lastSeen) {
        return Copy.of(platform, false, posted, posted, HourBracket.notUntil(lastSeen), Departure.NOT_SEEN);
    }

    /** Removed exactly then. */
    static Copy removed(String platform, double posted, double at) {
        return removed(platform, posted, at, at);
    }

    /** Removed in a bracket. */
    static Copy removed(String platform, double posted, double after, double by) {
        return Copy.of(platform, false, posted, posted, new HourBracket(after, by), Departure.REMOVED);
    }

    /** Deleted by its author. */
    static Copy deleted(String platform, double posted, double at) {
        return Copy.of(platform, false, posted, posted, HourBracket.at(at), Departure.BY_AUTHOR);
    }

    /** A share, still visible when last seen. */
    static Copy share(String platform, double posted, double lastSeen) {
        return Copy.of(platform, true, posted, posted, HourBracket.notUntil(lastSeen), Departure.NOT_SEEN);
    }

    /** A family whose new copies were sighted for 100 hours after zero. */
    static Family family(Copy... copies) {
        return Family.of(List.of(copies), 100).orElseThrow();
    }
}
