// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.features;

import org.tilik.classify.normalise.NormalText;
import org.tilik.classify.normalise.TokenKind;

/** Runs of one to five characters within words, edges included, and single and neighbouring words. */
final class NgramFeatures {
    private static final int LONGEST = 5;
    private static final int CHARACTER_SEED = 0x2545F491;
    private static final int WORD_SEED = 0x3C6EF372;
    private static final int PAIR_SEED = 0x1B873593;
    private static final char EDGE = ' ';

    private NgramFeatures() {}

    static void characters(NormalText text, FeatureList out) {
        char[] chars = text.chars();
        for (int t = 0; t < text.size(); t++) {
            if (text.kind(t) == TokenKind.WORD) {
                int start = text.start(t) - 1;
                int end = text.end(t) + 1;
                for (int from = start; from < end - 1; from++) {
                    int hash = CHARACTER_SEED;
                    int to = Math.min(end, from + LONGEST);
                    for (int i = from; i < to; i++) {
                        hash = Hashes.step(hash, i == start || i == end - 1 ? EDGE : chars[i]);
                        if (i > from || from > start) {
                            out.add(Hashes.mix(hash));
                        }
                    }
                }
            }
        }
    }

    static void words(NormalText text, FeatureList out) {
        int last = PAIR_SEED;
        for (int t = 0; t < text.size(); t++) {
            int word = word(text, t);
            out.add(Hashes.mix(word));
            out.add(Hashes.mix(Hashes.step(last, word)));
            last = word ^ PAIR_SEED;
        }
        out.add(Hashes.mix(Hashes.step(last, 0)));
    }

    private static int word(NormalText text, int token) {
        int hash = WORD_SEED + text.kind(token).ordinal();
        char[] chars = text.chars();
        for (int i = text.start(token); i < text.end(token); i++) {
            hash = Hashes.step(hash, chars[i]);
        }
        return hash;
    }
}
