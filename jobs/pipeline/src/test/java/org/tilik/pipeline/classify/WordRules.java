// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.util.concurrent.atomic.AtomicInteger;
import org.tilik.classify.Classification;
import org.tilik.classify.Head;
import org.tilik.classify.TextClassifier;

/**
 * A classifier small enough to be worked out by hand: each head scores a tenth for every time its own word stands in the
 * text, at most 1 ({@code grim} hateful, {@code rude} offensive, {@code kind} counter, {@code banner} extremist_support). A
 * head speaks from a half on, the first in this order. Texts with {@code yang} are Indonesian, others English, and the
 * confidence is one over the length of the text, so that it tells which wording was scored.
 */
public final class WordRules implements TextClassifier {
    /** Its name and version. */
    public static final String ID = "word-rules-1";

    private static final AtomicInteger TEXTS = new AtomicInteger();

    /** How many texts all of them have scored in this JVM. */
    public static int texts() {
        return TEXTS.get();
    }

    @Override
    public boolean reaches(Classification result, Head head) {
        return result.score(head) >= 0.5;
    }

    @Override
    public Classification classify(String text) {
        TEXTS.incrementAndGet();
        double hateful = score(text, "grim");
        double offensive = score(text, "rude");
        double counter = score(text, "kind");
        double support = score(text, "banner");
        String label = hateful >= 0.5
                ? Head.HATEFUL.id()
                : offensive >= 0.5
                        ? Head.OFFENSIVE.id()
                        : counter >= 0.5
                                ? Head.COUNTER.id()
                                : support >= 0.5 ? Head.EXTREMIST_SUPPORT.id() : Classification.NONE;
        String language = text.contains("yang") ? "id" : "en";
        return new Classification(language, 1.0 / text.length(), label, hateful, offensive, counter, support);
    }

    private static double score(String text, String word) {
        int count = 0;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            count++;
        }
        return Math.min(1, count / 10.0);
    }

    @Override
    public String modelId() {
        return ID;
    }
}
