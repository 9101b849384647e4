// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.language;

import java.util.Set;

/** How often a language is met in training beside others: what is read often in dumps is presumed more often. */
final class TrainingShares {
    private static final Set<String> MOST = Set.of("id", "ms", "ru");
    private static final Set<String> MAIN =
            Set.of("en", "fr", "ar", "de", "es", "it", "pt", "nl", "pl", "tr", "hi", "zh", "tl", "ur", "fa");
    private static final Set<String> FEW =
            Set.of("bjn", "nij", "bbc", "bug", "mad", "ace", "ban", "gl", "af", "mt", "eo", "ht");

    private TrainingShares() {}

    static double of(String language) {
        if (MOST.contains(language)) {
            return 1;
        }
        return MAIN.contains(language) ? 0.6 : FEW.contains(language) ? 0.25 : 0.35;
    }
}
