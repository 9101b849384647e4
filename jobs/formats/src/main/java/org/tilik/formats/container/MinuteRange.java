// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import java.util.Comparator;

/**
 * Minutes of a push stream that were captured, one after the other.
 *
 * @param first first minute, counted from 1970-01-01T00:00 UTC
 * @param last last minute
 */
public record MinuteRange(long first, long last) {
    static final Comparator<MinuteRange> ORDER = Comparator.comparingLong(MinuteRange::first);
}
