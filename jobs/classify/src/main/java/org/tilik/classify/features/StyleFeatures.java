// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.features;

import org.tilik.classify.normalise.NormalText;
import org.tilik.classify.normalise.TokenKind;
import org.tilik.classify.tokens.QuotationSpans;

/** Traits of how a text is written, each as one of a few steps. */
final class StyleFeatures {
    private static final int SEED = 0x5F356495;

    private StyleFeatures() {}

    static void add(String text, NormalText normal, int tokens, QuotationSpans quotes, TextFeatures out) {
        int exclamations = 0;
        int questions = 0;
        int emoji = 0;
        for (int i = 0; i < tokens; i++) {
            TokenKind kind = normal.kind(i);
            if (kind == TokenKind.EMOJI) {
                emoji++;
            } else if (kind == TokenKind.MARK) {
                char mark = normal.chars()[normal.start(i)];
                exclamations += mark == '!' ? 1 : 0;
                questions += mark == '?' ? 1 : 0;
            }
        }
        NormalText.Style style = normal.style();
        add(1, Math.min(3, exclamations), out);
        add(2, Math.min(3, questions), out);
        add(3, Math.min(3, emoji), out);
        add(4, Math.min(3, style.shoutedWords()), out);
        add(5, Math.min(2, style.disguisedWords()), out);
        add(6, Math.min(2, style.stretchedWords()), out);
        add(7, Math.min(3, style.hashtags()), out);
        add(8, Math.min(3, quotes.count()), out);
        add(9, (int) Math.ceil(4 * quotes.share(text.length())), out);
        add(10, 32 - Integer.numberOfLeadingZeros(tokens), out);
    }

    private static void add(int trait, int step, TextFeatures out) {
        out.add(Hashes.mix(Hashes.step(Hashes.step(SEED, trait), step)));
    }
}
