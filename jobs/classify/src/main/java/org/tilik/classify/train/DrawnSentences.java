// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.train;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.tilik.classify.LabelledText;

/** Draws sentences from constructions: most templates teach, every eighth is kept back to test what was taught. */
final class DrawnSentences {
    private static final int KEPT_BACK = 8;

    private DrawnSentences() {}

    static List<LabelledText> draw(
            List<ConstructionGrammar> grammars, boolean training, int perKind, SplittableRandom random) {
        List<LabelledText> sentences = new ArrayList<>();
        for (ConstructionGrammar grammar : grammars) {
            for (ConstructionKind kind : grammar.kinds()) {
                List<Template> templates = new ArrayList<>();
                for (int i = 0; i < kind.templates().size(); i++) {
                    if ((i % KEPT_BACK == KEPT_BACK - 1) != training) {
                        templates.add(kind.templates().get(i));
                    }
                }
                ConstructionKind part = new ConstructionKind(kind.name(), kind.targets(), templates);
                for (int i = 0; i < perKind && !templates.isEmpty(); i++) {
                    sentences.add(grammar.draw(part, random));
                }
            }
        }
        return sentences;
    }
}
