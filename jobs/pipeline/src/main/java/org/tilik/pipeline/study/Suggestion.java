// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** What somebody who mistyped a name probably meant: the known name with the smallest edit distance, if it is small. */
final class Suggestion {
    private static final int LETTERS_PER_SLIP = 3;

    private Suggestion() {}

    /** {@code " Did you mean \"known\"?"}, or nothing when no name is close. */
    static String text(String given, Collection<String> known) {
        return nearest(given, known)
                .map(name -> " Did you mean \"" + name + "\"?")
                .orElse("");
    }

    static Optional<String> nearest(String given, Collection<String> known) {
        String plain = plain(given);
        String best = null;
        int least = Math.max(1, plain.length() / LETTERS_PER_SLIP) + 1;
        for (String name : known) {
            int distance = distance(plain, plain(name));
            if (distance < least) {
                least = distance;
                best = name;
            }
        }
        return Optional.ofNullable(best);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }

    /** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours count one each. */
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int differs = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(cost[i - 1][j - 1] + differs, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
