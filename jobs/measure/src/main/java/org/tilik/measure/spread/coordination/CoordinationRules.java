// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.coordination;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * When two shares of one content count as a pair.
 *
 * @param windowsMicros most microseconds between them, ascending; each is a search of its own
 * @param minParticipation shares that an account must have
 * @param loops whether two shares of one account are a pair
 * @param mostPairs most pairs of one content with gaps that one window holds and the next narrower one does not; beyond,
 *     the content is crowded
 */
public record CoordinationRules(List<Long> windowsMicros, int minParticipation, boolean loops, long mostPairs)
        implements Serializable {

    /** Most pairs of one content and window where nothing else is said. */
    public static final long MOST_PAIRS = 1_000_000;

    /** Refuses windows that do not ascend. */
    public CoordinationRules {
        windowsMicros = List.copyOf(windowsMicros);
        List<Long> windows = windowsMicros;
        boolean ascending = IntStream.range(1, windows.size()).allMatch(w -> windows.get(w - 1) < windows.get(w));
        if (windows.isEmpty() || windows.get(0) < 0 || !ascending || minParticipation < 1 || mostPairs < 1) {
            throw new IllegalArgumentException("Windows " + windows + ", participation " + minParticipation
                    + ", most pairs " + mostPairs + ": expected ascending windows and numbers of at least 1.");
        }
    }

    /** From windows in seconds, in any order. */
    public static CoordinationRules of(List<Double> windowsSeconds, int minParticipation, boolean loops) {
        return new CoordinationRules(
                windowsSeconds.stream()
                        .map(seconds -> Math.round(seconds * 1e6))
                        .sorted()
                        .distinct()
                        .toList(),
                minParticipation,
                loops,
                MOST_PAIRS);
    }

    /** How many windows there are. */
    public int windows() {
        return windowsMicros.size();
    }

    /** The widest window. */
    long widest() {
        return windowsMicros.get(windows() - 1);
    }

    /** The number of the narrowest window that holds a gap; {@link #windows} if none does. */
    int narrowest(long gapMicros) {
        int w = 0;
        while (w < windows() && windowsMicros.get(w) < gapMicros) {
            w++;
        }
        return w;
    }

    /** Whether a share can be in any pair. */
    boolean admits(Share share) {
        return loops || !share.object().equals(share.item());
    }

    /** Whether two admitted shares of one content can be a pair. */
    boolean admits(Share one, Share other) {
        return loops || (!one.account().equals(other.account()) && !one.item().equals(other.item()));
    }
}
